/** What is known of the customer beside what is typed: sites with house rules, equipment, history (CUS-1, CUS-2). */
import type { CustomerView } from '@bihuan/customers-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, type ListAnswer } from '../api/client';
import { usePack } from '../house/pack';
import { kitTexts } from '../i18n/kit-texts';
import { useLanguage, useTexts, useTitle } from '../i18n/texts';
import { Section } from '../page/page';
import type { SubjectRef } from '../registry/define-pages';
import { useRoomWords, useSubjectPath } from '../registry/rooms';
import { formatDay, formatShort } from '../time/format';
import { useNow } from '../time/use-now';

interface HistoryLine {
  readonly subject: SubjectRef;
  readonly kind: string;
  readonly number?: string;
  readonly at: string;
  readonly state: string;
}

/** The panel beside a form; without a customer it says what will stand there. */
export function KnownCustomer({ id }: { readonly id: string | undefined }) {
  const t = useTexts(kitTexts);
  if (!id) {
    return (
      <Section title={t('customerData')}>
        <p className="bh-muted">{t('nobodyYet')}</p>
      </Section>
    );
  }
  return (
    <>
      <Places id={id} />
      <Section title={t('history')}>
        <History id={id} />
      </Section>
    </>
  );
}

function Places({ id }: { readonly id: string }) {
  const t = useTexts(kitTexts);
  const title = useTitle();
  const language = useLanguage();
  const pack = usePack();
  const { data } = useQuery({
    queryKey: ['matter', 'customers', 'customer', id],
    queryFn: () => api.get<CustomerView>(`/api/customers/${id}`),
  });
  const line = (code: string): string => title(pack?.productLines.find((entry) => entry.code === code)?.title ?? code);
  if (!data) return null;
  const machines = (siteId: string | null) =>
    data.equipment
      .filter((one) => one.siteId === siteId)
      .map((one) => (
        <div key={one.id} className="bh-small">
          {line(one.productLine)} {one.model} <span className="bh-number">{one.serial}</span>
          {one.warrantyEnd ? (
            <span className="bh-muted"> {t('warranty', { date: formatDay(one.warrantyEnd, language) })}</span>
          ) : null}
        </div>
      ));
  return (
    <Section title={data.name} extra={<Link to={`/customers/${id}`}>{t('customerData')}</Link>}>
      {data.sites.map((site) => (
        <div key={site.id} className="bh-block">
          <b>{site.name}</b> <span className="bh-muted">{site.address}</span>
          {site.houseRules ? (
            <div className="bh-small bh-muted">{t('houseRules', { rules: site.houseRules })}</div>
          ) : null}
          {machines(site.id)}
        </div>
      ))}
      {machines(null)}
    </Section>
  );
}

function History({ id }: { readonly id: string }) {
  const t = useTexts(kitTexts);
  const words = useRoomWords();
  const path = useSubjectPath();
  const language = useLanguage();
  const now = useNow(60);
  const { data } = useQuery({
    queryKey: ['matter', 'customers', 'customer', id, 'history'],
    queryFn: () => api.get<ListAnswer<HistoryLine>>(`/api/customers/${id}/history`),
  });
  if (!data) return null;
  if (data.data.length === 0) return <span className="bh-muted">{t('historyEmpty')}</span>;
  return (
    <ul className="bh-plain-list bh-history">
      {data.data.slice(0, 8).map((line) => {
        const { module } = line.subject;
        return (
          <li key={line.subject.id}>
            <span className="bh-muted">{formatShort(line.at, now, language)}</span>{' '}
            <Link to={path(line.subject) ?? '.'}>{line.number ?? words(module, 'kinds', line.kind)}</Link>{' '}
            <span className="bh-muted">{words(module, 'states', line.state)}</span>
          </li>
        );
      })}
    </ul>
  );
}
