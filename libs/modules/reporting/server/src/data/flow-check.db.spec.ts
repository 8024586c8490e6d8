/** The month's sheet: drawn by lot, and what it finds wrong counts in every figure alike; closed with its month (RPT-1d, RPT-4). */
import { randomUUID } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import type { TestRooms } from '@bihuan/testing-harness';
import { testRooms } from '@bihuan/testing-harness';
import { cubesOf, factRow } from '../domain/fact.rules';
import { indicatorById, ROLLED } from '../domain/indicators';
import { localOf } from '../domain/local-time.rules';
import { parsePeriod } from '../domain/period.rules';
import { sliceOf } from '../queries/figure.query';
import { manifest } from '../reporting.manifest';
import { aFact } from '../test/fact.builder';
import { CaseStore } from './case.store';
import { FactStore } from './fact.store';
import { FlowCheckStore } from './flow-check.store';
import { PeriodStore } from './period.store';
import { RebuildStore } from './rebuild.store';
import { TermStore } from './term.store';

const NOW = new Date('2026-12-01T00:00:00+08:00');
const ACTOR = systemActor('test');
const MATTER = 'complaints.complaint';
const CHECKER = randomUUID();
let rooms: TestRooms;
let checks: FlowCheckStore;

beforeAll(async () => {
  rooms = await testRooms([manifest], NOW);
  checks = new FlowCheckStore(rooms.work);
}, 60_000);
afterAll(() => rooms.close());
beforeEach(async () => {
  const tables = ['fact', 'cell', 'frozen_fact', 'frozen_clock', 'period', 'flow_check', 'flow_sheet'];
  await rooms.db.query(`truncate ${tables.map((name) => `reporting.${name}`).join(', ')}`);
});

const enter = (facts: readonly ReturnType<typeof aFact>[]): Promise<void> =>
  rooms.work.run(ACTOR, async (tx) => {
    const local = (at: string) => localOf(new Date(at), 'Asia/Shanghai');
    await new FactStore().put(
      tx,
      facts.map((fact) => factRow('complaints', fact, local(fact.openedAt))),
    );
    await new RebuildStore().rebuild(tx, cubesOf, ROLLED);
  });
const many = (n: number) =>
  Array.from({ length: n }, (_, at) =>
    aFact({ caseId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, number: `N${at}` }),
  );
const draw = (size: number, month = '2026-09') => rooms.work.run(ACTOR, (tx) => checks.draw(tx, month, MATTER, size));
const onSheet = async (month = '2026-09') => (await checks.list(month)).map(({ number }) => number).sort();
const judge = (id: string, verdict: 'right' | 'wrong', reason = '') =>
  rooms.work.run(ACTOR, (tx) => checks.check(tx, id, { verdict, reason }, CHECKER));

it('RPT-1d the lot is the month’s: the same cases draw the same sheet, another month another; withdrawn ones are no lot', async () => {
  await enter(many(40));
  await draw(6);
  const first = await onSheet();
  expect(first).toHaveLength(6);
  await rooms.db.query('truncate reporting.flow_check, reporting.flow_sheet');
  await draw(6);
  expect(await onSheet()).toEqual(first);
  // Nobody's choice: it is not simply the first six, and October draws otherwise from the same ids.
  expect(first).not.toEqual(['N0', 'N1', 'N2', 'N3', 'N4', 'N5']);
  await rooms.db.query('truncate reporting.flow_check, reporting.flow_sheet');
  await enter(many(40).map((fact) => ({ ...fact, version: 2, openedAt: '2026-10-17T10:30:00+08:00' })));
  await draw(6, '2026-10');
  expect(await onSheet('2026-10')).not.toEqual(first);
  await enter([aFact({ openedAt: '2026-11-02T10:00:00+08:00', measures: { withdrawn: 1 } })]);
  await draw(6, '2026-11');
  expect(await onSheet('2026-11')).toEqual([]);
});

it('RPT-1d a sheet that is too small is filled up, and keeps what was drawn and checked', async () => {
  await enter(many(3));
  await draw(5);
  const [one] = await checks.list('2026-09');
  await judge(one?.id ?? '', 'wrong', '转错部门');
  await enter(many(20));
  expect(await draw(5)).toMatchObject({ drawn: 2 });
  expect(await draw(5)).toMatchObject({ drawn: 0 });
  const rows = await checks.list('2026-09');
  expect(rows).toHaveLength(5);
  expect(rows.find(({ id }) => id === one?.id)).toMatchObject({ verdict: 'wrong', version: 2, checked_by: CHECKER });
});

// A month is read from the roll-up, a free span from the rows.
it.each(['2026-09', '2026-09-01..2026-09-18'])(
  'RPT-1d RPT-4 %s: what the sheet finds wrong is not right, by group too; what was returned is not taken off twice',
  async (text) => {
    const kind = (at: number) => ({ dims: { kind: at % 2 ? 'billing' : 'network' } });
    const facts = many(4).map((fact, at) => ({ ...fact, ...kind(at), measures: { returns: at === 3 ? 1 : 0 } }));
    await enter(facts);
    await draw(4);
    const { numerator } = indicatorById('flow-accuracy');
    const terms = new TermStore(rooms.work);
    const period = parsePeriod(text, '2026-12-01');
    const sums = (by: readonly string[] = []) => terms.sums(numerator, sliceOf(numerator, { period, by, filter: {} }));
    expect(await sums()).toEqual([{ key: {}, sum: 3 }]);
    const ids = new Map((await checks.list('2026-09')).map(({ number, id }) => [number, id]));
    await judge(ids.get('N0') ?? '', 'wrong', '应转技术支持');
    await judge(ids.get('N3') ?? '', 'wrong', '退回过');
    await judge(ids.get('N1') ?? '', 'right');
    expect(await sums()).toEqual([{ key: {}, sum: 2 }]);
    expect(await sums(['kind'])).toEqual(
      expect.arrayContaining([
        { key: { kind: 'network' }, sum: 1 },
        { key: { kind: 'billing' }, sum: 1 },
      ]),
    );
    const slice = sliceOf(numerator, { period, by: [], filter: {} });
    const behind = await new CaseStore(rooms.work).rows(numerator, numerator, slice, [], { limit: 9 });
    expect(behind.map(({ number }) => number).sort()).toEqual(['N1', 'N2']);
    // The lot decides nothing about other figures.
    const all = indicatorById('complaints').numerator;
    expect(await terms.sums(all, sliceOf(all, { period, by: [], filter: {} }))).toEqual([{ key: {}, sum: 4 }]);
  },
);

it('RPT-4 the sheet is one of the inputs of a closed month: the hash stands for it', async () => {
  await enter(many(2));
  const hash = () =>
    rooms.work.run(ACTOR, async (tx) => (await new PeriodStore(rooms.work).hashOf(tx, '2026-09')).hash);
  const bare = await hash();
  await draw(2);
  const drawn = await hash();
  const [one] = await checks.list('2026-09');
  await judge(one?.id ?? '', 'right');
  const judged = await hash();
  expect(new Set([bare, drawn, judged]).size).toBe(3);
  await rooms.work.run(ACTOR, (tx) => new PeriodStore(rooms.work).freeze(tx, '2026-09', null));
  const { numerator } = indicatorById('flow-accuracy');
  await judge(one?.id ?? '', 'wrong', '错');
  const period = parsePeriod('2026-09', '2026-12-01');
  expect(await new TermStore(rooms.work).sums(numerator, sliceOf(numerator, { period, by: [], filter: {} }))).toEqual([
    { key: {}, sum: 1 },
  ]);
});
