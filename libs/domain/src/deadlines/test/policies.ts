/** The two clocks of a problem form (HOT-8) as policies, for the specs. */
import { DeadlineError } from '../deadline.errors';
import type { DeadlinePolicy, PolicyStep } from '../policy';

/** HOT-8c */
export const chase: PolicyStep = {
  key: 'chase',
  at: { repeat: 'opening-of-each-working-day' },
  action: 'chase',
  to: ['officer'],
};

export const policy = (limit: DeadlinePolicy['limit'], more: Partial<DeadlinePolicy> = {}): DeadlinePolicy => ({
  code: 'result',
  version: 1,
  limit,
  steps: [],
  ...more,
});

export const twoHours = policy({ unit: 'working-hour', value: 2 });
export const twoDays = policy({ unit: 'working-day', value: 2 }, { steps: [chase] });

/** Code and path of the refusal, or 'done'. */
export const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof DeadlineError ? `${error.code} ${error.path}` : String(error);
  }
  return 'done';
};
