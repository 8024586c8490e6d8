/** Cells and rows agree to the last digit, closed months stand, and the rows behind a figure are its rows (RPT-2, RPT-4, RPT-8). */
import { randomUUID } from 'node:crypto';
import type { CaseFact } from '@bihuan/events';
import { complaintChanged } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import type { Subscriber } from '@bihuan/outbox';
import { Subscribers } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import type { TestRooms } from '@bihuan/testing-harness';
import { testRooms } from '@bihuan/testing-harness';
import { cubesOf } from '../domain/fact.rules';
import type { Indicator } from '../domain/indicator.rules';
import { indicatorById, ROLLED } from '../domain/indicators';
import { localOf } from '../domain/local-time.rules';
import { parsePeriod } from '../domain/period.rules';
import { OnCaseChanged } from '../events/on-case-changed';
import type { ReportingPack } from '../pack.settings';
import { sliceOf } from '../queries/figure.query';
import { manifest } from '../reporting.manifest';
import { aFact, UNIT_A, UNIT_B } from '../test/fact.builder';
import { CaseStore } from './case.store';
import { FactStore } from './fact.store';
import { PeriodStore } from './period.store';
import { RebuildStore } from './rebuild.store';
import { TermStore } from './term.store';

const NOW = new Date('2026-12-01T00:00:00+08:00');
const ACTOR = systemActor('test');
let rooms: TestRooms;
let subscriber: Subscriber;

beforeAll(async () => {
  rooms = await testRooms([manifest], NOW);
  const subscribers = new Subscribers();
  const pack = { local: (at: Date) => localOf(at, 'Asia/Shanghai') } as ReportingPack;
  new OnCaseChanged(subscribers, new FactStore(), pack).onModuleInit();
  [subscriber] = subscribers.of(complaintChanged.name) as [Subscriber];
}, 60_000);
afterAll(() => rooms.close());
beforeEach(async () => {
  const tables = ['fact', 'clock', 'cell', 'frozen_fact', 'frozen_clock', 'period'].map((name) => `reporting.${name}`);
  await rooms.db.query(`truncate ${tables.join(', ')}`);
});

const tell = (...facts: readonly CaseFact[]): Promise<void> =>
  rooms.work.run(ACTOR, async (tx) => {
    const about = { personal: undefined, keyId: null, at: NOW, caughtUp: false };
    const events = facts.map((payload) => {
      const subject = { module: 'complaints', kind: 'complaint', id: payload.caseId };
      return { ...about, eventId: randomUUID(), subject, payload };
    });
    await subscriber.handleAll?.(tx, events);
  });

const inTransaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => rooms.work.run(ACTOR, work);

const close = (month: string) =>
  inTransaction(async (tx) => {
    const periods = new PeriodStore(rooms.work);
    await periods.lock(tx, month);
    return periods.freeze(tx, month, null);
  });

const rebuild = () => inTransaction((tx) => new RebuildStore().rebuild(tx, cubesOf, ROLLED));

const cells = (): Promise<unknown[]> =>
  rooms.work.query(
    `select matter, cube, month, d1, d2, d3, measure, trim_scale(value)::text as value from reporting.cell where value <> 0
     order by 1, 2, 3, 4, 5, 6, 7`,
  );

/** Numbers from a seed, so that a failure can be played again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const pick = <T>(roll: (sides: number) => number, of: readonly T[]): T => of[roll(of.length)] as T;

function randomFact(roll: (sides: number) => number, ids: readonly string[]): CaseFact {
  const day = `2026-${pick(roll, ['09', '10', '11'])}-${String(roll(28) + 1).padStart(2, '0')}`;
  const openedAt = `${day}T${String(roll(24)).padStart(2, '0')}:00:00+08:00`;
  const answeredAt = roll(2) ? new Date(Date.parse(openedAt) + roll(900_000_000)).toISOString() : null;
  return aFact({
    caseId: pick(roll, ids),
    version: roll(40),
    openedAt,
    answeredAt,
    concludedAt: roll(2) ? answeredAt : null,
    unitId: pick(roll, [UNIT_A, UNIT_B, null]),
    dims: {
      business: pick(roll, ['fixed', 'mobile', null]),
      kind: pick(roll, ['billing', 'network', null]),
      level: pick(roll, ['ordinary', 'province']),
      channel: pick(roll, ['phone', 'visit']),
      cause: pick(roll, ['a', 'b', null]),
    },
    measures: {
      returns: roll(3),
      withdrawn: roll(2),
      dispatched: roll(2),
      ...(roll(2) ? { 'on-time': roll(2), 'first-contact': roll(2) } : {}),
      ...(roll(2) ? { 'satisfied-at-answer': roll(2) } : {}),
      'seconds-to-answer': roll(1000) / 10,
    },
  });
}

const INDICATORS_ASKED = [
  'complaints',
  'concluded-on-time',
  'first-contact-resolution',
  'mean-time-to-answer',
  'flow-accuracy',
];
const MIXES = [
  [],
  ['kind', 'level', 'channel'],
  ['unit', 'level'],
  ['business', 'kind'],
  ['cause', 'month'],
  ['person'],
];

async function bothWays(indicator: Indicator, by: readonly string[], period: string, filter = {}) {
  const terms = new TermStore(rooms.work);
  const sort = (groups: readonly object[]) => groups.map((one) => JSON.stringify(one)).sort();
  const answers = [];
  for (const term of [indicator.numerator, indicator.denominator]) {
    if (!term) continue;
    const slice = sliceOf(term, { period: parsePeriod(period, '2026-12-01'), by, filter });
    const { cube, ...rows } = slice;
    expect(cube).toBeDefined();
    const nonZero = async (way: typeof slice) => (await terms.sums(term, way)).filter(({ sum }) => sum !== 0);
    answers.push({ cells: sort(await nonZero(slice)), rows: sort(await nonZero(rows)) });
  }
  return answers;
}

it.each([1, 7, 42])(
  'RPT-8 after random changes (seed %i) the roll-ups equal the rows, and rebuilt they are the same to the last digit',
  async (seed) => {
    const roll = dice(seed);
    const ids = Array.from({ length: 40 }, () => randomUUID());
    for (let step = 0; step < 160; step++) {
      await tell(...Array.from({ length: 1 + (step % 4) }, () => randomFact(roll, ids)));
      if (step === 90) await close('2026-10');
    }
    for (const id of INDICATORS_ASKED) {
      for (const by of MIXES) {
        for (const period of ['2026-10', '2026-Q4', '2026']) {
          for (const answer of await bothWays(indicatorById(id), by, period)) expect(answer.cells).toEqual(answer.rows);
        }
      }
    }
    for (const answer of await bothWays(indicatorById('complaints'), ['kind'], '2026', { level: 'province' })) {
      expect(answer.cells).toEqual(answer.rows);
    }
    const before = await cells();
    expect(before.length).toBeGreaterThan(200);
    await rebuild();
    expect(await cells()).toEqual(before);
  },
  60_000,
);

it('RPT-8 an older version that comes late changes nothing; the same event twice counts once', async () => {
  const fact = aFact({ version: 3, measures: { returns: 0, withdrawn: 0 } });
  await tell(fact, { ...fact, version: 2, dims: { kind: 'network' } }, fact);
  const [row] = await rooms.work.query<{ value: string }>(
    "select value::text as value from reporting.cell where cube = 'total' and measure = 'counted'",
  );
  expect(row).toEqual({ value: '1' });
  const kinds = await rooms.work.query(
    "select d1 from reporting.cell where cube = 'kind-level-channel' and value <> 0",
  );
  expect(new Set(kinds.map((one) => (one as { d1: string }).d1))).toEqual(new Set(['billing']));
});

it('RPT-4 a closed month stands: late changes alter only the live row, and computed again its hash is the same', async () => {
  const [september, october] = [aFact(), aFact({ openedAt: '2026-10-02T09:00:00+08:00' })];
  await tell(september, october);
  const closed = await close('2026-09');
  expect(closed).toMatchObject({ month: '2026-09', cases: 1 });
  const stood = await cells();
  await tell({ ...september, version: 9, measures: { withdrawn: 1 } }, aFact({ number: 'late' }));
  expect(await cells()).toEqual(stood);
  const [live] = await rooms.work.query<{ measures: Record<string, number> }>(
    'select measures from reporting.fact where case_id = $1',
    [september.caseId],
  );
  expect(live?.measures).toMatchObject({ withdrawn: 1, counted: 0 });
  const again = await inTransaction((tx) => new PeriodStore(rooms.work).hashOf(tx, '2026-09'));
  expect(again).toEqual({ hash: closed.hash, cases: 1 });
  for (const answer of await bothWays(indicatorById('complaints'), ['kind'], '2026')) {
    expect(answer.cells).toEqual(answer.rows);
    expect(answer.rows).toEqual([JSON.stringify({ key: { kind: 'billing' }, sum: 2 })]);
  }
  await rooms.db.query(`update reporting.frozen_fact set measures = measures || '{"counted": 0}'`);
  const changed = await inTransaction((tx) => new PeriodStore(rooms.work).hashOf(tx, '2026-09'));
  expect(changed.hash).not.toBe(closed.hash);
});

it('RPT-4 a case of the month that is being entered is waited for by the close', async () => {
  let entered: (() => void) | undefined;
  const open = new Promise<void>((resolve) => (entered = resolve));
  const facts = new FactStore();
  const entering = inTransaction(async (tx) => {
    expect(await facts.closedOf(tx, new Set(['2026-09']))).toEqual(new Set());
    await open;
  });
  let closed = false;
  const closing = close('2026-09').then(() => (closed = true));
  await rooms.work.query('select pg_sleep(0.2)');
  expect(closed).toBe(false);
  entered?.();
  await Promise.all([entering, closing]);
  expect(closed).toBe(true);
});

it('RPT-2 the rows behind a figure are as many as it counts, page by page, each with what it adds', async () => {
  const answered = { 'on-time': 1, withdrawn: 0 };
  const facts = Array.from({ length: 5 }, (_, at) =>
    aFact({ number: `N${at}`, measures: at < 3 ? answered : at === 3 ? { 'on-time': 0 } : {} }),
  );
  await tell(...facts);
  const indicator = indicatorById('concluded-on-time');
  const { numerator, denominator } = indicator;
  if (!denominator) throw new Error('it is a ratio');
  const asked = { period: parsePeriod('2026-09', '2026-12-01'), by: [], filter: { kind: 'billing' } };
  const store = new CaseStore(rooms.work);
  const slice = sliceOf(denominator, asked);
  const first = await store.rows(numerator, denominator, slice, [], { limit: 3 });
  const last = first.at(-1);
  const after = [last?.at.toISOString() ?? '', last?.id ?? ''] as const;
  const rest = await store.rows(numerator, denominator, slice, [], { limit: 3, after });
  const all = [...first, ...rest];
  expect(new Set(all.map(({ number }) => number))).toEqual(new Set(['N0', 'N1', 'N2', 'N3']));
  expect(all.map(({ value }) => Number(value)).reduce((sum, one) => sum + one, 0)).toBe(3);
  const others = sliceOf(denominator, { ...asked, filter: { kind: 'network' } });
  expect(await store.rows(numerator, denominator, others, [], { limit: 9 })).toEqual([]);
  const hidden = sliceOf(denominator, { ...asked, units: [UNIT_B] });
  expect(await store.rows(numerator, denominator, hidden, [], { limit: 9 })).toEqual([]);
});

it('RPT-5 a heat map has the weekday and hour of the company’s clock', async () => {
  await tell(
    aFact(),
    aFact({ openedAt: '2026-09-20T23:30:00+08:00' }),
    aFact({ openedAt: '2026-09-20T23:50:00+08:00' }),
  );
  const { numerator } = indicatorById('complaints');
  const slice = sliceOf(numerator, { period: parsePeriod('2026-09', '2026-12-01'), by: [], filter: {} });
  expect(await new CaseStore(rooms.work).heat(numerator, slice, [])).toEqual([
    { weekday: 4, hour: 10, cases: 1 },
    { weekday: 7, hour: 23, cases: 2 },
  ]);
});
