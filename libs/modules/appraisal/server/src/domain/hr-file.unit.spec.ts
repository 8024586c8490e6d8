/** Rows and control totals of the file for HR (APR-9). */
import { franchise } from '../test/section';
import {
  aSheet,
  AT,
  breach,
  calls,
  check,
  FULL_HEAD,
  HEAD,
  incentive,
  scores,
  source,
  sources,
} from '../test/sheet.builder';
import { canonical, hrFileOf, hrRowOf } from './hr-file.rules';
import { resultOf } from './sheet.decide';
import type { Source } from './source.state';

const { template } = franchise;
const day = { day: '2026-10-08', nominal: '2026-10-05', dueAt: AT };

const row = (...entries: Source[]) =>
  hrRowOf(
    resultOf(
      aSheet({
        state: 'head-scored',
        head: scores(FULL_HEAD),
        sources: sources([check(100), ...entries], calls(10, 8)),
      }),
      { template, cutOffs: { self: day, head: day, latest: day }, unit: '华东区客服组' },
      { text: '', by: HEAD, now: AT },
    ),
  );

it('APR-9 a row has a column a part, and the parts add up to the total, capped or not', () => {
  const plain = row(incentive(2), breach(3));
  expect(plain).toMatchObject({
    period: '2026-09',
    staffNumber: '1001',
    name: '林晓燕',
    unit: '华东区客服组',
    parts: { attitude: 35, skill: 10, ability: 35, satisfaction: 8, hr: 7, incentive: 0 },
    total: 95,
    money: 0,
  });
  for (const each of [plain, row(incentive(-4)), row(incentive(9)), row()]) {
    expect(Object.values(each.parts).reduce((sum, points) => sum + points, 0)).toBe(each.total);
  }
  expect(row(incentive(-4)).parts['incentive']).toBe(-4);
});

it('APR-9 money and its ground come from the decisions of the month, in order of day', () => {
  const fine = source('sanction', { amount: -5000, ground: '责任投诉', number: 'TS-1', date: '2026-09-20' });
  const praise = source('incentive', { points: 1, ground: '表扬信', date: '2026-09-03' });
  expect(row(fine, praise)).toMatchObject({ money: -5000 });
  expect(row(fine, praise).ground).toBe('2026-09-03 表扬信；2026-09-15 依据；2026-09-20 TS-1 责任投诉');
});

it('APR-9 control totals are the rows, the sum of totals and the sum of money', () => {
  const fine = source('sanction', { amount: -5000 });
  const rows = [row(breach(1)), row(fine), row(incentive(-0.5))];
  const file = hrFileOf(template, '2026-09', 'batch-1', rows);
  expect(file.control).toEqual({ rows: 3, total: 97 + 98 + 97.5, money: -5000 });
  expect(file.rows.every(({ batch }) => batch === 'batch-1')).toBe(true);
  expect(file.parts.map(({ code }) => code)).toEqual([
    'attitude',
    'skill',
    'ability',
    'satisfaction',
    'hr',
    'incentive',
  ]);
});

it('APR-7 the text that is hashed does not depend on the order of keys, and on every value', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }));
  expect(canonical({ a: 1 })).not.toBe(canonical({ a: 2 }));
});
