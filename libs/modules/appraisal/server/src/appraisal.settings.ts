/** The appraisal section of a policy pack (PCK-1): whose, by what, by when, with what consequences. */
import { z } from 'zod';
import { settingTitle, templateSection } from './template.settings';

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in kebab-case');
const policy = z.string().min(1);
const dayOfMonth = z.int().min(1).max(28);

const breach = z
  .strictObject({
    code,
    text: settingTitle,
    /** Points it takes, by gravity, 1–10; without a figure the lower end counts. */
    from: z.int().min(1).max(10),
    to: z.int().min(1).max(10),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'expected not less than `from`' });

const consequence = z.strictObject({
  code,
  title: settingTitle,
  rule: z.discriminatedUnion('kind', [
    /** Proposed with every month at or above it (APR-6a). */
    z.strictObject({ kind: z.literal('total-at-least'), total: z.number() }),
    /** Proposed after so many months running under it (APR-6b, RD-36). */
    z.strictObject({ kind: z.literal('total-below'), total: z.number(), months: z.int().positive() }),
    /** Proposed when so many records of these kinds fall on a person within so many months (APR-6d). */
    z.strictObject({
      kind: z.literal('records'),
      /** Kinds of records, a check with its code: `check:complaint`. */
      entries: z.array(z.string()).min(1),
      atLeast: z.int().positive(),
      months: z.int().positive(),
      /** Which of the causes such a proposal names. */
      cause: code.optional(),
    }),
    /** Proposed by a person only. */
    z.strictObject({ kind: z.literal('by-hand') }),
  ]),
  /** Grounds a proposal by hand names; empty: none is asked for. */
  causes: z.array(z.strictObject({ code, title: settingTitle })).default([]),
  /** Proposed in its place when this one proves impossible (APR-6c: no post is agreed). */
  then: code.optional(),
});

export const appraisalPackSection = z
  .strictObject({
    /** Calendar by whose working days the cut-offs move. */
    calendar: z.string(),
    /** Unit that owns the month: HR. */
    unit: code,
    /** Whose sheets are made: people of these units and of those below, without some positions. */
    appraised: z.array(z.strictObject({ unit: code, exceptPositions: z.array(code).default([]) })).min(1),
    template: templateSection,
    /** Points one daily incentive may give or take at most. */
    incentiveMost: z.number().positive().max(100),
    /** Checks by code: a share in per cent, or a case. */
    checks: z.array(z.strictObject({ code, title: settingTitle, measure: z.enum(['percent', 'case']) })),
    breaches: z.array(breach),
    /** Contacts drawn for sample calls, a person and month; 0: none are drawn (RD-31). */
    sampleSize: z.int().min(0).max(100),
    cutOffs: z
      .strictObject({
        /** Days of the month after; each runs to the end of that day (RD-34). */
        self: dayOfMonth,
        head: dayOfMonth,
        latest: dayOfMonth,
        /** Where a holiday moves them. */
        move: z.enum(['later', 'earlier']),
      })
      .refine(({ self, head, latest }) => self <= head && head <= latest, {
        error: 'expected self ≤ head ≤ latest',
      }),
    policies: z.strictObject({
      monthEnd: policy,
      freeze: policy,
      selfScore: policy,
      headScore: policy,
      release: policy,
    }),
    consequences: z.array(consequence),
    /** Total → pay coefficient; empty where the company has decided none: not computed, not exported (APR-10g). */
    payCoefficients: z.array(z.strictObject({ from: z.number(), coefficient: z.number() })).max(0),
  })
  .check(({ value, issues }) => {
    const say = (path: PropertyKey[], message: string) => issues.push({ code: 'custom', input: value, path, message });
    const known = new Set(value.consequences.map((one) => one.code));
    value.consequences.forEach(({ then }, i) => {
      if (then && !known.has(then)) say(['consequences', i, 'then'], `expected a consequence, got "${then}"`);
    });
    const checks = new Map(value.checks.map((one) => [one.code, one.measure]));
    value.template.parts.forEach(({ items }, p) =>
      items.forEach(({ formula }, i) => {
        const asked = formula?.kind === 'checks' ? [formula.code] : formula?.kind === 'cases' ? formula.codes : [];
        const measure = formula?.kind === 'checks' ? 'percent' : 'case';
        const wrong = asked.find((one) => checks.get(one) !== measure);
        if (wrong) {
          say(['template', 'parts', p, 'items', i, 'formula'], `expected a check by ${measure}, got "${wrong}"`);
        }
      }),
    );
  });

export type AppraisalSection = z.output<typeof appraisalPackSection>;
export type Breach = AppraisalSection['breaches'][number];
export type Consequence = AppraisalSection['consequences'][number];
export type CutOffs = AppraisalSection['cutOffs'];
