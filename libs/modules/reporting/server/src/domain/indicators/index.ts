/** The catalogue of indicators: one definition each, for dashboard, table, file and API (RPT-1, RPT-4). */
import { reportingErrors } from '../../reporting.errors';
import type { Indicator } from '../indicator.rules';
import { appeals } from './appeals.indicator';
import { complaintEffect } from './complaint-effect.indicator';
import { complaintProcess } from './complaint-process.indicator';
import { complaintPromise } from './complaint-promise.indicator';
import { complaintSatisfaction } from './complaint-satisfaction.indicator';
import { dispatch } from './dispatch.indicator';
import { hotline } from './hotline.indicator';
import { revisit } from './revisit.indicator';

export const INDICATORS: readonly Indicator[] = [
  ...complaintEffect,
  ...complaintSatisfaction,
  ...complaintPromise,
  ...complaintProcess,
  ...hotline,
  ...dispatch,
  ...revisit,
  ...appeals,
];

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** @throws 404 unknown-indicator */
export function indicatorById(id: string): Indicator {
  const found = BY_ID.get(id);
  if (!found) throw reportingErrors['unknown-indicator']();
  return found;
}

/** Measures that the roll-ups keep of a matter: those an indicator sums (RPT-8). */
export const ROLLED: ReadonlyMap<string, ReadonlySet<string>> = rolledMeasures(INDICATORS);

function rolledMeasures(indicators: readonly Indicator[]): Map<string, Set<string>> {
  const rolled = new Map<string, Set<string>>();
  for (const { numerator, denominator } of indicators) {
    for (const term of [numerator, denominator]) {
      if (term?.source !== 'cases') continue;
      rolled.set(term.matter, (rolled.get(term.matter) ?? new Set()).add(term.measure));
    }
  }
  return rolled;
}

export const rolledOf = (matter: string): ReadonlySet<string> => ROLLED.get(matter) ?? new Set();
