/** The sheet's template in a policy pack: parts and items with weights, bands, guidance, who scores, formulas (APR-1, APR-3). */
import { GROUPS } from '@bihuan/appraisal-contract';
import { z } from 'zod';

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in kebab-case');
export const settingTitle = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const percent = z.int().min(0).max(100);

/** Where a formula takes its figures. */
const formula = z.discriminatedUnion('kind', [
  /** Mean of the checks of that code, per cent of the weight. */
  z.strictObject({ kind: z.literal('checks'), code }),
  /** Share of good answers among the customers reached by the month's sample calls (APR-1a). */
  z.strictObject({
    kind: z.literal('sample-calls'),
    /** A smaller share is 0 points. */
    leastPercent: percent,
    /** Fewer reached: too few, the head decides with a reason (RD-31). */
    minimum: z.int().positive(),
  }),
  /** So many points off for each record of these codes of checks. */
  z.strictObject({ kind: z.literal('cases'), codes: z.array(code).min(1), each: z.number().positive() }),
  /** Points of HR's breaches off, floor 0. */
  z.strictObject({ kind: z.literal('breaches') }),
  /** Mean mark of the customers' evaluations, from one end of their scale to the other (RVT-8). */
  z.strictObject({ kind: z.literal('evaluations'), from: z.number(), to: z.number() }),
]);

const band = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(0),
  label: z.string().min(1),
  guidance: settingTitle,
});

const item = z.strictObject({
  code,
  title: settingTitle,
  weight: z.int().positive(),
  /** 评估标准描述. */
  standard: settingTitle,
  /** 评估说明, a line a band, the highest first. */
  bands: z.array(band).min(1),
  scoredBy: z.enum(['head', 'customer', 'hr', 'records']),
  /** Absent exactly where the head scores. */
  formula: formula.optional(),
});

const part = z.strictObject({
  code,
  title: settingTitle,
  group: z.enum(GROUPS),
  items: z.array(item).min(1),
});

type Items = { readonly items: readonly z.output<typeof item>[] };

export const templateSection = z
  .strictObject({ code, title: settingTitle, parts: z.array(part).min(1) })
  .check(({ value, issues }) => {
    const say = (path: PropertyKey[], message: string) => issues.push({ code: 'custom', input: value, path, message });
    const codes = new Set<string>();
    value.parts.forEach(({ items }, p) =>
      items.forEach((one, i) => {
        const at = ['parts', p, 'items', i];
        if (codes.has(one.code)) say([...at, 'code'], `expected a code of its own, got "${one.code}" twice`);
        codes.add(one.code);
        if ((one.scoredBy === 'head') === (one.formula !== undefined)) {
          say([...at, 'formula'], 'expected a formula where records give the points, and none where the head does');
        }
        const gap = bandProblem(one);
        if (gap) say([...at, 'bands'], gap);
      }),
    );
    const sum = value.parts.flatMap(({ items }: Items) => items.map(({ weight }) => weight)).reduce((a, b) => a + b, 0);
    if (sum !== 100) say(['parts'], `expected weights that add up to 100, got ${sum}`);
    if (!value.parts.some(({ items }) => items.some(({ scoredBy }) => scoredBy === 'head'))) {
      say(['parts'], 'expected at least one item that the head scores');
    }
  });

/** Bands cover 0 … weight in whole points, none twice (RD-33). */
function bandProblem({ bands, weight }: z.output<typeof item>): string | undefined {
  const sorted = [...bands].sort((a, b) => a.from - b.from);
  let next = 0;
  for (const { from, to } of sorted) {
    if (from !== next || to < from) return `expected a band from ${next}, got ${from}–${to}`;
    next = to + 1;
  }
  return next === weight + 1 ? undefined : `expected bands up to ${weight}, got up to ${next - 1}`;
}

export type Template = z.output<typeof templateSection>;
export type TemplatePart = Template['parts'][number];
export type TemplateItem = TemplatePart['items'][number];
export type Formula = z.output<typeof formula>;
