/** What may happen to a sheet, in which order, with which points (APR-1, APR-1a, APR-7, RD-33). */
import { SHEET_STATES } from '@bihuan/appraisal-contract';
import { franchise } from '../test/section';
import {
  aSheet,
  AT,
  breach,
  calls,
  check,
  FULL_HEAD,
  FULL_SELF,
  given,
  HEAD,
  scores,
  SELF,
  sources,
} from '../test/sheet.builder';
import type { MonthCutOffs } from './cut-off.rules';
import { headScored, released, resultOf, selfScored } from './sheet.decide';
import { sheetActs } from './sheet.rules';
import type { Sheet } from './sheet.state';

const { template } = franchise;
const refused = (code: string, pointer: string) =>
  expect.objectContaining({ details: { errors: [expect.objectContaining({ code, pointer })] } });
const ground = { template, sources: sources([check(80)], calls(10, 8)) };
const day = { day: '2026-10-08', nominal: '2026-10-05', dueAt: AT };
const cutOffs: MonthCutOffs = { self: day, head: day, latest: day };
const release = (sheet: Sheet) =>
  resultOf(sheet, { template, cutOffs, unit: '华东区客服组' }, { text: '', by: HEAD, now: AT });

it('APR-1 RD-33 whole points within the bands: 7 and 8 are, 16 of 15 and less than nothing are not', () => {
  const self = (points: number) => selfScored(aSheet(), template, given({ initiative: points }), SELF, AT);
  expect([self(7), self(8), self(0), self(15)].map(({ self: own }) => own?.items[0]?.points)).toEqual([7, 8, 0, 15]);
  expect(() => self(16)).toThrow(refused('out-of-bands', '/items/0/points'));
  expect(() => self(-1)).toThrow(refused('out-of-bands', '/items/0/points'));
});

it('APR-1 an item the sheet has not, or twice, is refused by its place', () => {
  const score = (items: { item: string; points: number }[]) => selfScored(aSheet(), template, items, SELF, AT);
  expect(() => score([...given({ initiative: 5 }), { item: 'charm', points: 1 }])).toThrow(
    refused('unknown-item', '/items/1/item'),
  );
  expect(() => score([...given({ initiative: 5 }), { item: 'initiative', points: 6 }])).toThrow(
    refused('item-twice', '/items/1/item'),
  );
});

it('APR-2 a person may rate every item; what is sent again replaces, the rest stays', () => {
  const once = selfScored(aSheet(), template, given(FULL_SELF), SELF, AT);
  const again = selfScored(once, template, given({ initiative: 3 }), SELF, AT);
  expect(again.self?.items.reduce((sum, { points }) => sum + points, 0)).toBe(88);
  expect(again.state).toBe('self-scored');
});

it('APR-1 the head gives his own items only; a part of them is kept and waits for the rest', () => {
  const part = headScored(aSheet(), ground, given({ initiative: 12 }), HEAD, AT);
  expect([part.state, part.head?.items]).toEqual(['open', [{ item: 'initiative', points: 12, ground: '' }]]);
  const rest = Object.fromEntries(Object.entries(FULL_HEAD).filter(([code]) => code !== 'initiative'));
  expect(headScored(part, ground, given(rest), HEAD, AT).state).toBe('head-scored');
  expect(() => headScored(aSheet(), ground, given({ ...FULL_HEAD, rules: 10 }), HEAD, AT)).toThrow(
    refused('computed', '/items/6/item'),
  );
});

it('APR-1a RD-31 with too few calls the head decides, and only with a reason', () => {
  const few = { template, sources: sources([check(80)], calls(2, 2)) };
  const decide = (items: { item: string; points: number; ground?: string }[], about = few) =>
    headScored(aSheet(), about, items, HEAD, AT);
  const item = 'franchisee-satisfaction';
  expect(() => decide([{ item, points: 8 }])).toThrow(refused('reason-needed', '/items/0/ground'));
  const sheet = decide([{ item, points: 8, ground: '两户均致电表扬' }]);
  expect(sheet.head?.items).toEqual([{ item, points: 8, ground: '两户均致电表扬' }]);
  expect(() => decide([{ item, points: 8, ground: '…' }], ground)).toThrow(refused('computed', '/items/0/item'));
});

it('APR-5 states: self and head in any order, nothing after the release', () => {
  expect(SHEET_STATES.map((state) => sheetActs({ state }))).toEqual([
    ['self-score', 'head-score'],
    ['self-score', 'head-score'],
    ['head-score', 'release'],
    [],
  ]);
});

it('APR-7 nothing is released before the records stand, nor while an item has no points', () => {
  const scored = aSheet({ state: 'head-scored', head: scores(FULL_HEAD) });
  expect(() => release(scored)).toThrow(expect.objectContaining({ code: 'not-frozen' }));
  const few = { ...scored, sources: sources([check(80)], calls(2, 2)), frozenAt: AT };
  expect(() => release(few)).toThrow(
    expect.objectContaining({
      code: 'not-complete',
      details: expect.objectContaining({ params: { missing: 'franchisee-satisfaction' } }),
    }),
  );
});

it('APR-7 a result holds scores, records and arithmetic as they were at the cut-off', () => {
  const month = sources([check(80), breach(2)], calls(10, 8));
  const sheet = aSheet({ state: 'head-scored', head: scores(FULL_HEAD), sources: month, frozenAt: AT });
  const result = release(sheet);
  expect(result).toMatchObject({
    period: '2026-09',
    staffNumber: '1001',
    unit: '华东区客服组',
    template: 'customer-service',
    sources: month,
    releasedBy: HEAD,
    scored: { totals: { total: 95 } },
  });
  expect(released(sheet, result, 'hash', AT)).toMatchObject({ state: 'released', total: 95, hash: 'hash' });
});
