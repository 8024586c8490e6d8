/** The facts column of a work order: where, what kind, who, when (DSP-1, DSP-3, DSP-4). */
import {
  Facts,
  formatInstant,
  formatPhone,
  Section,
  useLanguage,
  useRoomWords,
  useSubjectPath,
  useTexts,
} from '@bihuan/console-kit';
import type { WorkOrderView } from '@bihuan/dispatch-contract';
import { Link } from 'react-router';
import { orderPath, useCodeWords, useGrades } from '../api/orders';
import { dispatchTexts } from '../locales/texts';

export function WhereFacts({ order }: { readonly order: WorkOrderView }) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  const at = (instant: string | null): string | undefined => (instant ? formatInstant(instant, language) : undefined);
  const { customerId, customerName, phone, site, address, region, model, serial } = order;
  return (
    <Section title={t('customer')}>
      <Facts
        rows={[
          [
            t('customerName'),
            customerId ? <Link to={`/customers/${customerId}`}>{customerName || '—'}</Link> : customerName,
          ],
          phone ? [t('contactPhone'), <a href={`tel:${phone}`}>{formatPhone(phone)}</a>] : undefined,
          [t('site'), site],
          [t('address'), address],
          [t('region'), region],
          [t('equipment'), [model, serial].filter(Boolean).join(' · ')],
          [t('requestedAt'), at(order.requestedAt)],
          [
            t('appointmentAt'),
            [at(order.appointmentAt), at(order.appointmentUntil)].filter(Boolean).join(' — ') || undefined,
          ],
        ]}
      />
    </Section>
  );
}

export function KindFacts({ order }: { readonly order: WorkOrderView }) {
  const t = useTexts(dispatchTexts);
  const words = useCodeWords();
  const grades = useGrades();
  const path = useSubjectPath();
  const from = order.sourceOf ? path(order.sourceOf) : undefined;
  return (
    <Section title={t('type')}>
      <Facts
        rows={[
          [t('type'), words('types', order.type)],
          [t('priority'), words('priorities', order.priority)],
          [t('customerClass'), words('customerClasses', order.customerClass)],
          [t('productLine'), words('productLines', order.productLine)],
          [t('faultLayer'), words('faultLayers', order.faultLayer)],
          [t('gravity'), order.gravity === null ? undefined : grades.word(order.gravity)],
          [t('grade'), order.grade ? `${grades.word(order.grade.grade)} · ${order.grade.by.name}` : undefined],
          [
            t('source'),
            <>
              {t(`source.${order.source}`)}{' '}
              {order.sourceOf ? from ? <Link to={from}>{order.sourceOf.number}</Link> : order.sourceOf.number : null}
            </>,
          ],
          [t('hall'), [order.hall?.name, order.clerk?.name].filter(Boolean).join(' · ')],
          [t('intakeUnit'), [order.intakeUnit?.name, order.officer.name].filter(Boolean).join(' · ')],
          [t('dispatcher'), order.dispatcher?.name],
          [t('unit'), order.unit?.name],
          [t('engineer'), order.engineer?.name],
        ]}
      />
    </Section>
  );
}

const STEPS = [
  'reportedAt',
  'dispatchedAt',
  'acceptedAt',
  'contactedAt',
  'enRouteAt',
  'arrivedAt',
  'restoredAt',
  'solvedAt',
  'fedBackAt',
  'closedAt',
] as const;

const COUNTS = ['redispatches', 'overruns', 'refusals', 'wrongDispatches', 'replacements'] as const;

export function ProgressFacts({ order }: { readonly order: WorkOrderView }) {
  const t = useTexts(dispatchTexts);
  const language = useLanguage();
  return (
    <Section title={t('progress')}>
      <Facts
        rows={[
          ...STEPS.map((step) => {
            const at = order[step];
            return [t(step), at ? formatInstant(at, language) : undefined] as const;
          }),
          ...COUNTS.map(
            (count) => [t(count), order[count] > 0 ? t('times', { count: order[count] }) : undefined] as const,
          ),
        ]}
      />
    </Section>
  );
}

export function RelatedFacts({ order: { parent, children } }: { readonly order: WorkOrderView }) {
  const t = useTexts(dispatchTexts);
  const words = useRoomWords();
  if (!parent && children.length === 0) return null;
  return (
    <Section title={t('related')}>
      <Facts
        rows={[
          parent ? [t('parent'), <Link to={orderPath(parent.id)}>{parent.number}</Link>] : undefined,
          children.length === 0
            ? undefined
            : [
                t('children'),
                children.map(({ id, number, state, source, unit }) => (
                  <div key={id}>
                    <Link to={orderPath(id)}>{number}</Link>{' '}
                    <span className="bh-muted">
                      {t(`source.${source}`)} · {unit?.name} · {words('dispatch', 'states', state)}
                    </span>
                  </div>
                )),
              ],
        ]}
      />
    </Section>
  );
}
