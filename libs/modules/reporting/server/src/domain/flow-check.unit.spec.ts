/** When the month's sheet is drawn, and what a check must say (RPT-1d). */
import type { SuiteError } from '@bihuan/plugin-kit';
import { demandReason, drawDay, lateStages, nextMonth } from './flow-check.rules';

it('RPT-1d the sheet is drawn on the pack’s day of each month', () => {
  expect([drawDay('2026-09', 25), drawDay('2026-02', 5)]).toEqual(['2026-09-25', '2026-02-05']);
  expect([nextMonth('2026-09-30'), nextMonth('2026-12-01')]).toEqual(['2026-10', '2027-01']);
});

it('RPT-1d who finds an order wrong says why, at the field; right needs no word', () => {
  const pointer = (run: () => void): string | undefined => {
    try {
      run();
    } catch (error) {
      return (error as SuiteError).details.errors?.[0]?.pointer;
    }
    return undefined;
  };
  expect(pointer(() => demandReason({ verdict: 'wrong' }))).toBe('/reason');
  expect(pointer(() => demandReason({ verdict: 'wrong', reason: '' }))).toBe('/reason');
  expect(pointer(() => demandReason({ verdict: 'wrong', reason: '转错部门' }))).toBeUndefined();
  expect(pointer(() => demandReason({ verdict: 'right' }))).toBeUndefined();
});

it('RPT-1d the stages that were late stand beside the verdict', () => {
  expect(lateStages({ 'handle-on-time': 0, 'check-on-time': 1, 'answer-on-time': 0, returns: 0 })).toEqual([
    'answer',
    'handle',
  ]);
});
