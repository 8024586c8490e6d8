/** Measures that follow from those a module tells of its case (RPT-1a, RPT-1d, RPT-1h). */

type Measures = Readonly<Record<string, number>>;

export interface Told {
  readonly measures: Measures;
  readonly concluded: boolean;
}

const flag = (value: boolean): number => (value ? 1 : 0);

const ifBoth = (name: string, a: number | undefined, b: number | undefined): Measures =>
  a === undefined || b === undefined ? {} : { [name]: flag(a === 1 && b === 1) };

/** Moved correctly and within its limits: neither returned nor sent to a wrong unit, and no stage late (RPT-1d). */
function flowRight(measures: Measures): number {
  const { returns = 0, 'wrong-dispatch': wrong = 0 } = measures;
  const late = Object.entries(measures).some(([name, value]) => name.endsWith('-on-time') && value === 0);
  return flag(returns === 0 && wrong === 0 && !late);
}

const RULES: Readonly<Record<string, (told: Told) => Measures>> = {
  'complaints.complaint': ({ measures, concluded }) => ({
    counted: flag(measures['withdrawn'] !== 1),
    'flow-right': flowRight(measures),
    'concluded-after-referral': flag(concluded && measures['dispatched'] === 1),
    ...ifBoth('first-contact-in-time', measures['first-contact'], measures['on-time']),
  }),
  'hotline.problem-form': ({ measures }) => ({ returned: flag((measures['returns'] ?? 0) > 0) }),
  'dispatch.work-order': ({ measures }) => ({
    'dispatch-right': flag((measures['wrong-dispatches'] ?? 0) === 0),
    redispatched: flag((measures['redispatches'] ?? 0) > 0),
  }),
  'revisit.task': ({ measures }) => ({
    called: flag((measures['attempts'] ?? 0) > 0 || measures['reached'] === 1),
    effective: flag(measures['reached'] === 1 && measures['satisfied'] !== undefined),
  }),
  // One that a later evaluation of the month replaced counts no more (RVT-8b).
  'revisit.evaluation': ({ measures }) => {
    const counts = measures['counts'] ?? 1;
    return {
      'technical-level-counted': counts * (measures['technical-level'] ?? 0),
      'attitude-counted': counts * (measures['attitude'] ?? 0),
    };
  },
};

/** @param matter `module.kind` */
export const derived = (matter: string, told: Told): Measures => RULES[matter]?.(told) ?? {};
