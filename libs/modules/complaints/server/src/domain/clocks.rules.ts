/** Which clocks a moment starts and stops, read from the pack (CMP-4). */
import type { ClockSetting, Moment } from '../procedure.settings';
import type { Complaint } from './complaint.state';

/** Every level without a policy of its own, and packs without levels. */
const ANY = '*';

/** Policy of a clock for this complaint; `undefined`: this clock is not for its level. */
export const policyOf = ({ policies }: ClockSetting, { level }: Pick<Complaint, 'level'>): string | undefined =>
  policies[level ?? ANY] ?? policies[ANY];

export interface ClockPlan {
  readonly meet: readonly ClockSetting[];
  readonly cancel: readonly ClockSetting[];
  readonly arm: readonly ClockSetting[];
}

/** What stops at a moment stops before anything starts. */
export const clocksAt = (clocks: readonly ClockSetting[], moment: Moment): ClockPlan => ({
  meet: clocks.filter(({ meet }) => meet.includes(moment)),
  cancel: clocks.filter(({ cancel }) => cancel.includes(moment)),
  arm: clocks.filter(({ arm }) => arm.includes(moment)),
});

/** What the choice of limits asks about (DLN-4): codes and flags only. */
export function factsOf(
  { level, kind, business, customerClass, gravity, lines, marks, crossProvince }: Complaint,
  businessFacts: readonly string[],
): Readonly<Record<string, string | boolean | readonly string[]>> {
  return {
    ...(level ? { level } : {}),
    ...(kind ? { kind } : {}),
    businessLine: [...(business ? [business] : []), ...businessFacts, ...lines],
    ...(customerClass ? { customerLevel: customerClass } : {}),
    gravity,
    marks,
    crossProvince,
  };
}
