/** Named rules of a sheet: what may be done when, which points are allowed, what keeps it from being released (APR-1, RD-33). */
import type { ScoredItemInput, SheetState } from '@bihuan/appraisal-contract';
import { invalidField } from '../appraisal.errors';
import type { Template, TemplateItem } from '../template.settings';
import { headDecides } from './item-score.rules';
import type { Scored, Sheet } from './sheet.state';
import type { Sources } from './source.state';

export type SheetAct = 'self-score' | 'head-score' | 'release';

const ACTS: Readonly<Record<SheetState, readonly SheetAct[]>> = {
  open: ['self-score', 'head-score'],
  'self-scored': ['self-score', 'head-score'],
  'head-scored': ['head-score', 'release'],
  released: [],
};

export const sheetActs = ({ state }: Pick<Sheet, 'state'>): readonly SheetAct[] => ACTS[state];

const itemsOf = (template: Template): readonly TemplateItem[] => template.parts.flatMap(({ items }) => items);

/** Whole points within the item's bands, each item once; the person may rate every item (RD-33). */
export function demandSelfPoints(template: Template, given: readonly ScoredItemInput[]): void {
  checked(template, given);
}

/** The head gives what no record gives; where calls or records are too few he decides, with a reason (APR-1a, RD-31). */
export function demandHeadPoints(template: Template, given: readonly ScoredItemInput[], sources: Sources): void {
  checked(template, given).forEach((item, index) => {
    if (!headDecides(item, sources)) {
      throw invalidField(
        `/items/${index}/item`,
        'computed',
        `${item.title.zh}由记录计算，不由部门打分。 / ${item.title.en} is computed from records.`,
      );
    }
    if (item.formula?.kind === 'sample-calls' && !given[index]?.ground) {
      throw invalidField(
        `/items/${index}/ground`,
        'reason-needed',
        `抽访接通不足 ${item.formula.minimum} 个，请写明打分理由。 / Too few were reached: give the reason.`,
      );
    }
  });
}

function checked(template: Template, given: readonly ScoredItemInput[]): readonly TemplateItem[] {
  const items = new Map(itemsOf(template).map((item) => [item.code, item]));
  const seen = new Set<string>();
  return given.map(({ item: code, points }, index) => {
    const item = items.get(code);
    if (!item) throw invalidField(`/items/${index}/item`, 'unknown-item', [...items.keys()].join(', '));
    if (seen.has(code)) throw invalidField(`/items/${index}/item`, 'item-twice', code);
    seen.add(code);
    if (points < 0 || points > item.weight) {
      const bands = item.bands.map(({ label }) => label).join('，');
      throw invalidField(`/items/${index}/points`, 'out-of-bands', `0–${item.weight}（${bands}）`);
    }
    return item;
  });
}

/** Items the head still has to give before the sheet is his (APR-5). */
export const headMissing = ({ parts }: Scored): readonly string[] =>
  parts
    .flatMap(({ items }) => items.filter(({ scoredBy, points }) => scoredBy === 'head' && points === null))
    .map(codeOf);

/** Items without points: nothing is released before they have some. */
export const missingItems = ({ parts }: Scored): readonly string[] =>
  parts.flatMap(({ items }) => items.filter(({ points }) => points === null)).map(codeOf);

const codeOf = ({ code }: { readonly code: string }): string => code;
