/** Two builds of a month from the same records are the same batch, byte for byte (APR-9). */
import { writeTable } from '@bihuan/exchange';
import { resultOf } from '../../domain/sheet.decide';
import type { Source } from '../../domain/source.state';
import { franchise } from '../../test/section';
import { aSheet, AT, breach, calls, check, FULL_HEAD, HEAD, scores, source, sources } from '../../test/sheet.builder';
import { hrBatch } from './hr-batch.part';
import { hrTable } from './hr-table.part';

const { template } = franchise;
const day = { day: '2026-10-08', nominal: '2026-10-05', dueAt: AT };

const build = (entries: readonly Source[]) =>
  hrBatch(template, '2026-09', [
    resultOf(
      aSheet({ state: 'head-scored', head: scores(FULL_HEAD), sources: sources(entries, calls(10, 8)) }),
      { template, cutOffs: { self: day, head: day, latest: day }, unit: '华东区客服组' },
      { text: '', by: HEAD, now: AT },
    ),
  ]);

/** Three records of one day and one instant, with ids of their own each time. */
const month = (): Source[] => [
  check(100),
  breach(3),
  source('sanction', { amount: -5000, ground: '责任投诉', number: 'TS-2' }),
  source('sanction', { amount: -3000, ground: '录入错误', number: 'TS-1' }),
];

it('APR-9 records of one instant come in whatever order: the batch, its rows and the file of every format are the same', async () => {
  const [first, second] = [build(month()), build(month().reverse())];
  expect(first.rows[0]?.ground).toBe(
    '2026-09-15 TS-1 录入错误；2026-09-15 TS-2 责任投诉；2026-09-15 依据；2026-09-15 依据',
  );
  expect(second.batch).toBe(first.batch);
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  for (const format of ['csv', 'xlsx'] as const) {
    const [one, other] = [
      await writeTable(format, hrTable(first, 'key')),
      await writeTable(format, hrTable(second, 'key')),
    ];
    expect(one.bytes.equals(other.bytes)).toBe(true);
  }
});

it('APR-9 another record, another sum or another word is another batch', () => {
  const { batch } = build(month());
  const [sample, broken, big, small] = month() as [Source, Source, Source, Source];
  const others = [
    [sample, broken, big],
    [sample, broken, big, { ...small, amount: -2999 }],
    [sample, broken, big, { ...small, ground: '录入有误' }],
  ];
  for (const other of others) expect(build(other).batch).not.toBe(batch);
});
