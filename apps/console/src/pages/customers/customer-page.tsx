/** One customer: people, sites with their house rules, equipment, and one screen of history (CUS-1, CUS-2). */
import {
  api,
  EmptyNote,
  Facts,
  formatDay,
  formatPhone,
  Loaded,
  Page,
  Section,
  useLanguage,
  usePack,
  usePunctuation,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import type { CustomerView } from '@bihuan/customers-contract';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { shellTexts } from '../../shell/texts';
import { History } from './history';

export function CustomerPage() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['matter', 'customers', 'customer', id],
    queryFn: () => api.get<CustomerView>(`/api/customers/${id}`),
  });
  return <Loaded query={query}>{(customer) => <View customer={customer} />}</Loaded>;
}

function View({ customer }: { readonly customer: CustomerView }) {
  const t = useTexts(shellTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const language = useLanguage();
  const pack = usePack();
  const level = pack?.customerLevels.find(({ code }) => code === customer.level)?.title ?? customer.level ?? undefined;
  const line = (code: string): string =>
    title(pack?.productLines.find((product) => product.code === code)?.title ?? code);
  const siteName = new Map(customer.sites.map((site) => [site.id, site.name]));
  return (
    <Page title={customer.name} beside={<span className="bh-muted">{title(level)}</span>}>
      <div className="bh-two">
        <Section title={t('history')}>
          <History customerId={customer.id} />
        </Section>
        <div>
          <Section title={t('contacts')}>
            <Facts
              rows={customer.contacts.map(({ name, phone, office }) => [
                name,
                [formatPhone(phone), office].filter(Boolean).join(' · '),
              ])}
            />
            {customer.contacts.length === 0 ? <EmptyNote title="—" /> : null}
          </Section>
          <Section title={t('sites')}>
            {customer.sites.map((site) => (
              <div key={site.id} className="bh-block">
                <b>{site.name}</b> <span className="bh-muted">{site.address}</span>
                {site.houseRules ? (
                  <div className="bh-muted">{`${t('houseRules')}${marks.colon}${site.houseRules}`}</div>
                ) : null}
              </div>
            ))}
          </Section>
          <Section title={t('equipment')}>
            {customer.equipment.map((one) => (
              <div key={one.id} className="bh-block">
                <b>{line(one.productLine)}</b> {one.model} <span className="bh-number">{one.serial}</span>
                <div className="bh-muted">
                  {[
                    siteName.get(one.siteId ?? ''),
                    one.warrantyEnd ? `${t('warrantyEnd')} ${formatDay(one.warrantyEnd, language)}` : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
            ))}
          </Section>
        </div>
      </div>
    </Page>
  );
}
