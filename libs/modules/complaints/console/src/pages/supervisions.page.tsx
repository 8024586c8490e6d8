/** Supervision orders: those the suite issued and those decided by hand, and one of them with its reply (CMP-20). */
import {
  Facts,
  formatInstant,
  MatterActs,
  MatterListPage,
  MatterPage,
  Section,
  SignedRow,
  TextField,
  useLanguage,
  useMover,
  useRoomWords,
  useTexts,
} from '@bihuan/console-kit';
import { SUPERVISION_GROUNDS, type SupervisionLine } from '@bihuan/complaints-contract';
import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { complaintPath, supervisionPath, supervisions } from '../api/complaints';
import { complaintsTexts } from '../locales/texts';

/** The ground in words; the suite's own is that a warning was ignored (CMP-4c). */
function useGround(): (order: { readonly automatic: boolean; readonly ground: string }) => string {
  const t = useTexts(complaintsTexts);
  return ({ automatic, ground }) => {
    if (automatic) return t('ground.automatic');
    const known = SUPERVISION_GROUNDS.find((one) => one === ground);
    return known ? t(`ground.${known}`) : ground;
  };
}

export function SupervisionsPage() {
  const t = useTexts(complaintsTexts);
  const ground = useGround();
  const columns: TableColumnsType<SupervisionLine> = [
    { title: t('ground'), render: (_, line) => ground(line) },
    {
      title: t('complaint'),
      width: 180,
      render: (_, { complaintNumber }) => <span className="bh-number">{complaintNumber}</span>,
    },
    { title: t('supervisedUnit'), width: 180, render: (_, { unit }) => unit?.name },
    { title: t('supervisedPerson'), width: 120, render: (_, { person }) => person?.name },
  ];
  return (
    <MatterListPage
      of={supervisions}
      title={t('supervisions')}
      path={supervisionPath}
      columns={columns}
      empty={{ title: t('supervisionsEmpty'), help: t('supervisionsHelp') }}
    />
  );
}

export function SupervisionPage() {
  const t = useTexts(complaintsTexts);
  const words = useRoomWords();
  const language = useLanguage();
  const mover = useMover();
  const ground = useGround();
  return (
    <MatterPage
      of={supervisions}
      move={(order) => (order.reply ? mover(null) : mover(order.person, order.unit))}
      acts={(order) => (
        <MatterActs
          of={supervisions}
          matter={order}
          acts={{ reply: { fields: <TextField name="text" label={t('replyText')} rows={4} required /> } }}
        />
      )}
      story={(order) => (
        <>
          <p className="bh-description">{order.instruction}</p>
          <dl className="bh-facts">
            {order.requiredReply ? (
              <div>
                <dt>{t('requiredReply')}</dt>
                <dd>{order.requiredReply}</dd>
              </div>
            ) : null}
            <SignedRow label={t('replyText')} signed={order.reply} />
          </dl>
        </>
      )}
      facts={(order) => (
        <Section title={t('ground')}>
          <Facts
            rows={[
              [t('ground'), ground(order)],
              [t('complaint'), <Link to={complaintPath(order.complaintId)}>{order.complaintNumber}</Link>],
              [t('stage'), order.stage ? words('complaints', 'stages', order.stage) : undefined],
              [t('issuingUnit'), order.issuingUnit?.name],
              [t('issuedBy'), order.issuedBy?.name ?? t('automatic')],
              [t('supervisedUnit'), order.unit.name],
              [t('supervisedPerson'), order.person?.name],
              [t('dueAt'), formatInstant(order.replyDueAt, language)],
            ]}
          />
        </Section>
      )}
      papers={() => ['supervision-order']}
    />
  );
}
