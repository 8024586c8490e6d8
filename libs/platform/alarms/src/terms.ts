/** What a clock is armed with: the limit its facts choose, or a due time that somebody names (DLN-4, HOT-9d, APL-1). */
import type { Duration } from '@bihuan/domain';
import { chooseTerms } from '@bihuan/domain';
import type { ArmDeadline } from './deadlines.types';
import type { AlarmPolicy, AlarmTerms } from './ports';

export function termsOf(
  policy: AlarmPolicy,
  clock: Pick<ArmDeadline, 'startedAt' | 'dueAt' | 'facts' | 'notAfter'>,
): AlarmTerms {
  const { variants: _variants, limitTable: _table, ...kept } = policy;
  const { limit, warnShare, variant } = chooseTerms(policy, clock.facts ?? {});
  return {
    ...kept,
    limit: clock.dueAt ? until(clock.startedAt, clock.dueAt) : limit,
    ...(warnShare === undefined ? {} : { warnShare }),
    ...(variant === undefined ? {} : { variant }),
    ...(clock.notAfter ? { notAfter: clock.notAfter.toISOString() } : {}),
  };
}

/** A due time that somebody names replaces the policy's limit: it runs day and night until that instant. */
export const until = (startedAt: Date, dueAt: Date): Duration => ({
  unit: 'minute',
  value: Math.max(0, dueAt.getTime() - startedAt.getTime()) / 60_000,
});
