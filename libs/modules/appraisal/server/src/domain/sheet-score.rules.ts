/** A sheet added up: main part kept within its bounds, satisfaction, HR; self scores beside it, never in it (APR-2). */
import type { Group } from '@bihuan/appraisal-contract';
import { sumOfPoints, within } from '@bihuan/domain';
import type { Template, TemplatePart } from '../template.settings';
import { itemScore } from './item-score.rules';
import type { Scored, ScoredPart, Scores, Totals } from './sheet.state';
import type { Sources } from './source.state';

interface Given {
  readonly self: Scores | null;
  readonly head: Scores | null;
  readonly sources: Sources;
}

export function scoreSheet(template: Template, given: Given): Scored {
  const parts = template.parts.map((part) => scorePart(part, given));
  return { parts, totals: totalsOf(parts, given) };
}

function scorePart({ code, title, group, items }: TemplatePart, { self, head, sources }: Given): ScoredPart {
  const own = new Map(self?.items.map((each) => [each.item, each]));
  const heads = new Map(head?.items.map((each) => [each.item, each]));
  const scored = items.map((item) => ({
    code: item.code,
    title: item.title,
    weight: item.weight,
    scoredBy: item.scoredBy,
    self: own.get(item.code)?.points ?? null,
    selfGround: own.get(item.code)?.ground ?? '',
    headGround: heads.get(item.code)?.ground ?? '',
    ...itemScore(item, heads.get(item.code), sources),
  }));
  return {
    code,
    title,
    group,
    weight: items.reduce((sum, { weight }) => sum + weight, 0),
    points: sumOrNull(scored.map(({ points }) => points)),
    items: scored,
  };
}

function totalsOf(parts: readonly ScoredPart[], { self, sources }: Given): Totals {
  const sumOf = (group: Group): number | null =>
    sumOrNull(parts.filter((part) => part.group === group).map(({ points }) => points));
  const weightOf = (group: Group): number =>
    parts.filter((part) => part.group === group).reduce((sum, { weight }) => sum + weight, 0);
  const incentive = sumOfPoints(
    sources.entries.filter(({ kind }) => kind === 'incentive').map(({ points }) => points ?? 0),
  );
  const items = sumOf('main');
  const mainWeight = weightOf('main');
  const uncapped = items === null ? null : sumOfPoints([items, incentive]);
  // RD-32: the bounds keep the total within 0 … 100, and what they cut stays visible.
  const main = uncapped === null ? null : within(uncapped, 0, mainWeight);
  const groups = [main, sumOf('satisfaction'), sumOf('hr')];
  return {
    uncapped,
    main,
    mainWeight,
    capped: main !== uncapped,
    incentive,
    satisfaction: sumOf('satisfaction'),
    hr: sumOf('hr'),
    total: sumOrNull(groups),
    self: self ? sumOfPoints(self.items.map(({ points }) => points)) : null,
  };
}

/** Nothing is a sum of what is not known yet. */
const sumOrNull = (points: readonly (number | null)[]): number | null =>
  points.includes(null) ? null : sumOfPoints(points.map((each) => each ?? 0));
