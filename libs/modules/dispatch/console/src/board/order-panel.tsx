/** The chosen order beside the board: what it is, whom to send and why he is suggested, and its other acts. */
import {
  EmptyNote,
  ErrorNote,
  KeyHint,
  Loaded,
  OpenClocks,
  Section,
  useHotkeys,
  useMatter,
  useMatterClocks,
  usePunctuation,
  useRoomWords,
  useTexts,
  useTitle,
} from '@bihuan/console-kit';
import type { Candidate, WorkOrderView } from '@bihuan/dispatch-contract';
import { Button } from 'antd';
import { Link } from 'react-router';
import { orderPath, orders, useCandidates, useCodeWords } from '../api/orders';
import { OrderActs } from '../components/order-acts';
import { dispatchTexts } from '../locales/texts';
import type { Assign } from './assign';

export function OrderPanel({ id, assign }: { readonly id: string; readonly assign: Assign }) {
  return <Loaded query={useMatter(orders, id)}>{(order) => <Shown key={id} order={order} assign={assign} />}</Loaded>;
}

function Shown({ order, assign }: { readonly order: WorkOrderView; readonly assign: Assign }) {
  const t = useTexts(dispatchTexts);
  const room = useRoomWords();
  const words = useCodeWords();
  const clocks = useMatterClocks(orders, order);
  return (
    <Section
      title={
        <>
          <span className="bh-number">{order.number}</span>{' '}
          <span className="bh-state">{room('dispatch', 'states', order.state)}</span>
        </>
      }
      extra={<Link to={orderPath(order.id)}>{t('openOrder')}</Link>}
    >
      <OpenClocks module="dispatch" clocks={clocks} />
      <p className="bh-description">{order.description}</p>
      <p className="bh-muted bh-panel-facts">
        {[
          order.customerName,
          order.site,
          order.region,
          words('productLines', order.productLine),
          words('customerClasses', order.customerClass),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {assign.taken?.id === order.id ? (
        <p className="bh-act-note bh-taken" role="alert">
          {assign.taken.words}
        </p>
      ) : null}
      {assign.error && assign.sent === order.id ? <ErrorNote error={assign.error} /> : null}
      {order.allowedActions.includes('dispatch') ? <Candidates order={order} assign={assign} /> : null}
      <OrderActs order={order} withCandidates />
    </Section>
  );
}

function Candidates({ order, assign }: { readonly order: WorkOrderView; readonly assign: Assign }) {
  const t = useTexts(dispatchTexts);
  const query = useCandidates(order.id);
  const send = ({ employeeId }: Candidate): void => void assign.send({ id: order.id, assigneeId: employeeId });
  useHotkeys(
    (query.data?.data ?? []).slice(0, 9).map((candidate, index) => ({
      keys: String(index + 1),
      title: t('assignTo', { name: candidate.name }),
      run: () => send(candidate),
    })),
  );
  return (
    <Loaded query={query} rows={3}>
      {({ data, head }) =>
        data.length === 0 ? (
          <EmptyNote title={t('noCandidate')}>{head ? t('noCandidateHead', { name: head.name }) : ''}</EmptyNote>
        ) : (
          <ol className="bh-candidates" aria-label={t('candidates')}>
            {data.map((candidate, index) => (
              <Row
                key={candidate.employeeId}
                candidate={candidate}
                digit={index < 9 ? String(index + 1) : undefined}
                busy={assign.busy}
                onSend={() => send(candidate)}
              />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
}

function Row(props: {
  readonly candidate: Candidate;
  readonly digit: string | undefined;
  readonly busy: boolean;
  readonly onSend: () => void;
}) {
  const { candidate, digit, busy, onSend } = props;
  const t = useTexts(dispatchTexts);
  const marks = usePunctuation();
  const title = useTitle();
  const { name, unit, onDuty, openOrders, reasons, rank } = candidate;
  const duty = onDuty === null ? '' : ` · ${onDuty ? t('onDuty') : t('offDuty')}`;
  return (
    <li>
      <div>
        <b>{name}</b>{' '}
        <span className="bh-muted">
          {unit.name}
          {duty} · {t('openOrders', { count: openOrders })}
        </span>
        <div className="bh-small">{marks.clauses(reasons.map((reason) => title(reason)))}</div>
      </div>
      <Button size="small" type={rank === 1 ? 'primary' : 'default'} disabled={busy} onClick={onSend}>
        {t('assign')} {digit ? <KeyHint keys={digit} /> : null}
      </Button>
    </li>
  );
}
