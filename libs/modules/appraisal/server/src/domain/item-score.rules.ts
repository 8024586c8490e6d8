/** Points of one item: the head's, a formula's over the month's records, or the head's decision where records are too few (APR-3). */
import { deductionScore, meanPercentScore, perCaseScore, scaledMeanScore, shareScore, within } from '@bihuan/domain';
import type { Formula, TemplateItem } from '../template.settings';
import type { ItemScore, ScoredItem } from './sheet.state';
import type { Source, Sources } from './source.state';

interface Computed {
  readonly points: number | null;
  readonly arithmetic: string;
  readonly undecided: 'too-few' | 'no-records' | null;
  readonly sources: readonly string[];
}

export function itemScore(item: TemplateItem, head: ScoredItem | undefined, sources: Sources): ItemScore {
  if (!item.formula) {
    return head
      ? { points: head.points, basis: 'head', arithmetic: String(head.points), undecided: null, sources: [] }
      : { points: null, basis: 'none', arithmetic: '', undecided: null, sources: [] };
  }
  const imported = sources.entries.filter(({ kind, code }) => kind === 'hr-score' && code === item.code).at(-1);
  if (imported) {
    const points = within(imported.points ?? 0, 0, item.weight);
    return { points, basis: 'import', arithmetic: String(points), undecided: null, sources: [imported.id] };
  }
  const computed = byFormula(item.formula, item.weight, sources);
  if (computed.points !== null) return { ...computed, basis: 'formula' };
  // Too few records make no figure: the head decides with a reason (APR-1a, RD-31).
  return head ? { ...computed, points: head.points, basis: 'decision' } : { ...computed, basis: 'none' };
}

/** Does the head give this item's points as things stand? */
export const headDecides = (item: TemplateItem, sources: Sources): boolean =>
  !item.formula || itemScore(item, undefined, sources).undecided !== null;

function byFormula(formula: Formula, weight: number, sources: Sources): Computed {
  switch (formula.kind) {
    case 'sample-calls':
      return ofCalls(formula, weight, sources);
    case 'checks':
      return ofChecks(formula.code, weight, sources);
    case 'cases':
      return ofCases(formula, weight, sources);
    case 'breaches':
      return ofBreaches(weight, sources);
    case 'evaluations':
      return ofEvaluations(formula, weight, sources);
  }
}

function ofCalls(
  { leastPercent, minimum }: Extract<Formula, { kind: 'sample-calls' }>,
  weight: number,
  { calls }: Sources,
): Computed {
  const reached = calls.filter(({ state }) => state === 'reached');
  const good = reached.filter((call) => call.good === true).length;
  const used = reached.map(({ id }) => id);
  if (reached.length < minimum) {
    return { points: null, arithmetic: `${good}/${reached.length}`, undecided: 'too-few', sources: used };
  }
  const points = shareScore({ good, of: reached.length }, weight, leastPercent);
  const below = good * 100 < leastPercent * reached.length ? ` (< ${leastPercent}%)` : '';
  return computed(points, `${weight} × ${good}/${reached.length}${below}`, used);
}

function ofChecks(code: string, weight: number, { entries }: Sources): Computed {
  const checks = entries.filter((entry) => entry.kind === 'check' && entry.code === code && entry.points !== null);
  const marks = checks.map(({ points }) => points ?? 0);
  const points = meanPercentScore(marks, weight);
  if (points === null) return nothing;
  const mean = marks.length === 1 ? `${marks[0] ?? 0}%` : `(${marks.join('% + ')}%) ÷ ${marks.length}`;
  return computed(points, `${weight} × ${mean}`, ids(checks));
}

/** Each record counts once; one that was taken back after the cut-off stands as −1 (APR-7). */
function ofCases({ codes, each }: Extract<Formula, { kind: 'cases' }>, weight: number, { entries }: Sources): Computed {
  const cases = entries.filter(({ kind, code }) => kind === 'check' && code !== null && codes.includes(code));
  const count = Math.max(
    0,
    cases.reduce((sum, { points }) => sum + (points ?? 1), 0),
  );
  return computed(perCaseScore(count, weight, each), `${weight} − ${count} × ${each}`, ids(cases));
}

function ofBreaches(weight: number, { entries }: Sources): Computed {
  const breaches = entries.filter(({ kind }) => kind === 'breach');
  const taken = breaches.map(({ points }) => points ?? 0);
  const sum = taken.length > 0 ? `${weight} − (${taken.join(' + ')})` : String(weight);
  return computed(deductionScore(taken, weight), sum, ids(breaches));
}

function ofEvaluations(
  { from, to }: Extract<Formula, { kind: 'evaluations' }>,
  weight: number,
  { entries }: Sources,
): Computed {
  const marks = entries.filter(({ kind, points }) => kind === 'evaluation' && points !== null);
  const points = scaledMeanScore(
    marks.map((mark) => mark.points ?? 0),
    weight,
    from,
    to,
  );
  if (points === null) return nothing;
  return computed(points, `${weight} × (x̄ − ${from}) ÷ ${to - from}, n = ${marks.length}`, ids(marks));
}

const nothing: Computed = { points: null, arithmetic: '', undecided: 'no-records', sources: [] };

const computed = (points: number | null, sum: string, sources: readonly string[]): Computed => ({
  points,
  arithmetic: points === null || sum === String(points) ? sum : `${sum} = ${points}`,
  undecided: null,
  sources,
});

const ids = (sources: readonly Source[]): string[] => sources.map(({ id }) => id);
