/** What may happen to a sheet: (sheet, command, who, now) → the sheet afterwards. */
import type { ScoredItemInput } from '@bihuan/appraisal-contract';
import { appraisalErrors } from '../appraisal.errors';
import type { Template } from '../template.settings';
import type { MonthCutOffs } from './cut-off.rules';
import { scoreSheet } from './sheet-score.rules';
import { demandHeadPoints, demandSelfPoints, headMissing, missingItems } from './sheet.rules';
import type { Result, Scores, Sheet } from './sheet.state';
import type { Sources } from './source.state';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** Points sent again replace those of the same item; others stay. */
function merged(before: Scores | null, given: readonly ScoredItemInput[], by: Person, now: Date): Scores {
  const items = new Map(before?.items.map((each) => [each.item, each]));
  for (const { item, points, ground = '' } of given) items.set(item, { item, points, ground });
  return { at: now.toISOString(), by: { id: by.id, name: by.name }, items: [...items.values()] };
}

/** APR-2: shown, never counted. */
export function selfScored(
  sheet: Sheet,
  template: Template,
  given: readonly ScoredItemInput[],
  by: Person,
  now: Date,
): Sheet {
  demandSelfPoints(template, given);
  return { ...sheet, state: 'self-scored', self: merged(sheet.self, given, by, now), selfAt: sheet.selfAt ?? now };
}

/** The sheet is the head's when every item of his has points; a part of them is kept and waits for the rest. */
export function headScored(
  sheet: Sheet,
  { template, sources }: { readonly template: Template; readonly sources: Sources },
  given: readonly ScoredItemInput[],
  by: Person,
  now: Date,
): Sheet {
  demandHeadPoints(template, given, sources);
  const head = merged(sheet.head, given, by, now);
  const scored = scoreSheet(template, { self: sheet.self, head, sources });
  if (headMissing(scored).length > 0) return { ...sheet, head };
  return { ...sheet, head, state: 'head-scored', headAt: sheet.headAt ?? now };
}

/**
 * The result as it is hashed and never changed again (APR-7).
 *
 * @throws not-frozen before the cut-off, not-complete while an item has no points
 */
export function resultOf(
  sheet: Sheet,
  { template, cutOffs, unit }: { readonly template: Template; readonly cutOffs: MonthCutOffs; readonly unit: string },
  { text, by, now }: { readonly text: string; readonly by: Person; readonly now: Date },
): Result {
  const { sources, self, head } = sheet;
  if (!sources) {
    throw appraisalErrors['not-frozen']({
      params: { period: sheet.period, day: cutOffs.head.day },
      state: sheet.state,
      allowedActions: ['head-score'],
    });
  }
  const scored = scoreSheet(template, { self, head, sources });
  const missing = missingItems(scored);
  if (missing.length > 0) {
    throw appraisalErrors['not-complete']({
      params: { missing: missing.join(', ') },
      state: sheet.state,
      allowedActions: ['head-score'],
    });
  }
  return {
    period: sheet.period,
    staffNumber: sheet.staffNumber,
    name: sheet.employeeName,
    unit,
    template: template.code,
    self,
    head,
    sources,
    scored,
    text,
    releasedAt: now.toISOString(),
    releasedBy: { id: by.id, name: by.name },
  };
}

export const released = (sheet: Sheet, result: Result, hash: string, now: Date): Sheet => ({
  ...sheet,
  state: 'released',
  result,
  hash,
  total: result.scored.totals.total,
  releasedAt: now,
});
