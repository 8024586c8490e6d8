/** The cable operator: a VIP fault with its clocks, sent out again, signed; and an ordinary one beside it. */
import type { Office, Row } from '../office/office';
import { idOf, numberOf } from '../office/office';
import { openBooks, proveOwn, proveRevisits } from '../proofs/books';
import type { Ledger } from '../proofs/ledger';
import { proveReporting } from '../proofs/reporting';
import { openFault, ordinary, vipFault } from '../stories/cable-fault';
import { call } from '../stories/desk';
import { sentReports } from '../stories/sent-reports';
import type { Company } from './company';

const DAYS = { from: '2026-09-01', to: '2026-09-30' };

export const cable: Company = {
  pack: 'cable-tv',
  title: { zh: '闭环有线', en: 'Cable operator' },
  from: '2026-09-17 08:30',
  play: async (office, ledger) => {
    const { order, followUp } = await vipFault(office);
    await office.at('2026-09-17 16:00');
    const other = await openFault(office, { customerName: '刘敏', phone: '13900008888' });
    await ordinary(office, other);
    await revisits(office);
    await office.at('2026-10-01 09:00');
    const engineer = await office.person('engineer2');
    for (const each of [order, followUp, other]) {
      await office.papers.form(
        engineer,
        `/dispatch/work-orders/${idOf(each)}`,
        'service-sheet',
        'orders',
        numberOf(each),
      );
    }
    await prove(office, ledger, order);
    await sentReports(office, ledger);
  },
};

async function revisits(office: Office): Promise<void> {
  await office.at('2026-09-18 10:00');
  for (const task of await office.list('/revisit/tasks?filter[state]=open')) {
    await call(office, 'agent', task, { satisfied: true, words: '信号正常', rating: 5 });
  }
}

async function prove(office: Office, ledger: Ledger, order: Row): Promise<void> {
  const books = await openBooks(office);
  proveOwn(ledger, books);
  await proveRevisits(office, ledger, books, DAYS);
  const full = await office.admin.get<Row>(`/dispatch/work-orders/${idOf(order)}`);
  const story = await office.list(`/timeline?filter[subject]=dispatch:work-order:${idOf(order)}&page[size]=200`);
  const again = story.filter(({ action }) => action === 're-dispatched').length;
  ledger.equal('超时 = 再派', 'overruns = dispatched again', Number(full['overruns']), Number(full['redispatches']));
  ledger.equal(
    '再派 = 时间线上的再派',
    'dispatched again = entries of the timeline',
    Number(full['redispatches']),
    again,
  );
  await proveReporting(office, ledger, { period: '2026-09' });
}
