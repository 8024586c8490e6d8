import { rowsOf, tables, type Assertion } from './faults-table.mjs';

const played = (title: string, more: Partial<Assertion> = {}): Assertion => ({
  fullName: [...(more.ancestorTitles ?? []), title].join(' '),
  title,
  ancestorTitles: [],
  status: 'passed',
  duration: 3_400,
  ...more,
});
const AT = '2026-11-22T13:00:00Z';
const CHAOS = 'DLN-2 R1 R4 workers killed: each step once';
const seen = { clocks: 5, due: 20, done: 20, duplicates: 0, early: 0, lost: 0, latest: 3.542, kills: 52 };

it('R1 R4 a line a test: deadlines counted first, then what else was seen, in the order of the ids', () => {
  const onRedis = played(CHAOS, { ancestorTitles: ['queues on Redis'] });
  const rows = rowsOf(
    [
      played('DLN-2 R12 the sweeping process killed'),
      onRedis,
      played('DLN-2 B1 half a million cases', { duration: 300_000 }),
      played('R1 control: without workers'),
    ],
    new Map<string, Record<string, number>>([
      [onRedis.fullName, seen],
      ['DLN-2 R12 the sweeping process killed', { kills: 50 }],
    ]),
    AT,
  );
  const lines = tables(rows).split('\n');
  expect(lines[2]).toBe('| R1 R4 (Redis) | 20 | 20 | 0 | 0 | 0 | 3.5 | kills 52 | 3 s |  |');
  expect(lines.slice(6)).toEqual([
    '| R12 | the sweeping process killed | kills 50 | 3 s |  |',
    '| B1 | half a million cases |  | 5 min |  |',
    '',
    'Controls, which must see the failure they make: 1 of 1.',
  ]);
});

it('R1 a test that failed stands in the table and says so; one that names no fault is left out', () => {
  const failed = rowsOf([played('DLN-2 R7 stopped', { status: 'failed' }), played('says hello')], new Map(), AT);
  expect(failed).toHaveLength(1);
  expect(tables(failed)).toContain('| R7 | stopped |  | 3 s | **failed** |');
});
