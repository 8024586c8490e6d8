/** A group of cases that have no code opens down to those cases: from the roll-up and from the rows (RPT-2, RPT-4). */
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
import { RebuildStore } from './rebuild.store';
import { TermStore } from './term.store';

const NOW = new Date('2026-12-01T00:00:00+08:00');
let rooms: TestRooms;

beforeAll(async () => {
  rooms = await testRooms([manifest], NOW);
  await rooms.work.run(systemActor('test'), async (tx) => {
    const facts = (['a', 'a', null, ''] as const).map((cause) =>
      aFact({ caseId: randomUUID(), number: `N-${String(cause)}`, dims: { kind: 'billing', cause } }),
    );
    const rows = facts.map((fact) => factRow('complaints', fact, localOf(new Date(fact.openedAt), 'Asia/Shanghai')));
    await new FactStore().put(tx, rows);
    await new RebuildStore().rebuild(tx, cubesOf, ROLLED);
  });
}, 60_000);
afterAll(() => rooms.close());

// A month is read from the roll-up, a free span from the rows.
it.each(['2026-09', '2026-09-01..2026-09-18'])('RPT-2 of %s an empty code is the group without one', async (text) => {
  const { numerator } = indicatorById('complaints');
  const period = parsePeriod(text, '2026-12-01');
  const terms = new TermStore(rooms.work);
  const groups = await terms.sums(numerator, sliceOf(numerator, { period, by: ['cause'], filter: {} }));
  expect(groups).toEqual(
    expect.arrayContaining([
      { key: { cause: 'a' }, sum: 2 },
      { key: { cause: null }, sum: 2 },
    ]),
  );
  const none = sliceOf(numerator, { period, by: [], filter: { cause: '' } });
  expect(await terms.sums(numerator, none)).toEqual([{ key: {}, sum: 2 }]);
  const cases = await new CaseStore(rooms.work).rows(numerator, numerator, none, [], { limit: 9 });
  expect(cases.map(({ number }) => number).sort()).toEqual(['N-', 'N-null']);
});
