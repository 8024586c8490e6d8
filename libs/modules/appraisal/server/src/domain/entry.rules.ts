/** What an entry may say: incentives within bounds, breaches by catalogue and range, checks by per cent or case (APR-2, APR-3a). */
import type { MakeEntry } from '@bihuan/appraisal-contract';
import { invalidField } from '../appraisal.errors';
import type { AppraisalSection } from '../appraisal.settings';
import type { Entry } from './entry.state';

export interface EntryTerms {
  readonly code: string | null;
  readonly points: number | null;
}

type Figures = Pick<AppraisalSection, 'incentiveMost' | 'breaches' | 'checks'>;

/** Code and points as they count. Throws 422 with what is allowed. */
export function entryTerms(section: Figures, input: Pick<MakeEntry, 'entry' | 'points' | 'code'>): EntryTerms {
  switch (input.entry) {
    case 'incentive':
      return incentive(section, input);
    case 'breach':
      return breach(section, input);
    case 'check':
      return check(section, input);
  }
}

type Terms = Pick<MakeEntry, 'points' | 'code'>;

function incentive({ incentiveMost }: Figures, { points, code }: Terms): EntryTerms {
  const allowed = `±${incentiveMost}`;
  if (code !== undefined) throw invalidField('/code', 'not-here', '日常激励不用代码。 / An incentive has no code.');
  if (points === undefined || points === 0) throw invalidField('/points', 'points-needed', allowed);
  if (Math.abs(points) > incentiveMost) throw invalidField('/points', 'out-of-range', allowed);
  if (!Number.isInteger(points * 100)) throw invalidField('/points', 'too-fine', '0.01');
  return { code: null, points };
}

/** APR-3a: the gravity decides within the range of the code; without a figure its lower end counts. */
function breach({ breaches }: Figures, { points, code }: Terms): EntryTerms {
  const known = breaches.find((one) => one.code === code);
  if (!known) throw invalidField('/code', 'unknown-breach', breaches.map((one) => one.code).join(', '));
  const taken = points ?? known.from;
  if (!Number.isInteger(taken) || taken < known.from || taken > known.to) {
    throw invalidField('/points', 'out-of-range', `${known.from}–${known.to}`);
  }
  return { code: known.code, points: taken };
}

/** A check by per cent names its mark; a case, such as a mistake, is its own measure. */
function check({ checks }: Figures, { points, code }: Terms): EntryTerms {
  const byPercent = checks.filter(({ measure }) => measure === 'percent');
  // With one check by per cent in the pack its code goes without saying.
  const wanted = code ?? (byPercent.length === 1 ? byPercent[0]?.code : undefined);
  const known = checks.find((one) => one.code === wanted);
  if (!known) throw invalidField('/code', 'unknown-check', checks.map((one) => one.code).join(', '));
  if (known.measure === 'case') {
    if (points !== undefined) throw invalidField('/points', 'not-here', '按次计，不填分值。 / A case has no points.');
    return { code: known.code, points: null };
  }
  if (points === undefined || points < 0) throw invalidField('/points', 'percent-needed', '0–100 %');
  return { code: known.code, points };
}

/**
 * What an entry taken back after the cut-off leaves in the open month: the same record with the opposite sign (APR-7).
 * `undefined` for a mean, from which nothing can be taken away.
 */
export function counterEntry(entry: Entry): EntryTerms | undefined {
  const { kind, code, points } = entry;
  if (kind === 'check') return points === null ? { code, points: -1 } : undefined;
  if (kind === 'incentive' || kind === 'breach') return { code, points: -(points ?? 0) };
  return undefined;
}

/**
 * What a later decision about the same leaves in the open month, where the earlier one stands in a frozen month: for what
 * is added up, the difference; a mark or grade counts as it is.
 */
export function difference(
  stands: Pick<Entry, 'kind' | 'points' | 'amount'>,
  later: { readonly points?: number | null; readonly amount?: number },
): Partial<Pick<Entry, 'points' | 'amount'>> {
  if (stands.kind !== 'sanction') return {};
  return {
    points: (later.points ?? 0) - (stands.points ?? 0),
    amount: (later.amount ?? 0) - stands.amount,
  };
}

/** Month in which a record of this day counts: its own while that is not frozen, else the earliest that is not (APR-7). */
export function countingPeriod(
  wanted: string,
  unfrozen: readonly string[],
): { readonly period: string; readonly correctionOf: string | null } | undefined {
  if (unfrozen.includes(wanted)) return { period: wanted, correctionOf: null };
  const next = [...unfrozen].sort().find((period) => period > wanted);
  return next === undefined ? undefined : { period: next, correctionOf: wanted };
}
