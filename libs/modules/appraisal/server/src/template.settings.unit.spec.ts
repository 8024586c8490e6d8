/** The appraisal section of a pack: what it may say, and what is said of a mistake (PCK-1, APR-1, RD-33). */
import { PACKS } from '@bihuan/packs';
import type { AppraisalSection } from './appraisal.settings';
import { appraisalPackSection } from './appraisal.settings';
import { franchise, sectionOf } from './test/section';

type Changed = { -readonly [Key in keyof AppraisalSection]: AppraisalSection[Key] };

/** The franchise section with a mistake in it: path and words of what is refused. */
function mistakes(change: (section: Changed) => void): string[] {
  const section = structuredClone(franchise) as Changed;
  change(section);
  const { success, error } = appraisalPackSection.safeParse(section);
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const firstItem = ({ template }: Changed) =>
  template.parts[0]?.items[0] as { weight: number; bands: { from: number }[] };

it.each([...PACKS.keys()])('PCK-1 APR-1 the section of %s is right, and its weights add up to 100', (pack) => {
  const { template } = sectionOf(pack);
  const weights = template.parts.flatMap(({ items }) => items.map(({ weight }) => weight));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
});

it('APR-1 weights that do not add up to 100 are refused', () => {
  const wrong = mistakes((section) => {
    firstItem(section).weight = 14;
  });
  expect(wrong).toContain('template.parts: expected weights that add up to 100, got 99');
});

it('RD-33 APR-1 bands with a gap or beyond the weight are refused by their item', () => {
  const gap = mistakes((section) => {
    (firstItem(section).bands[0] as { from: number }).from = 9;
  });
  expect(gap).toEqual(['template.parts.0.items.0.bands: expected a band from 8, got 9–15']);
});

it('APR-1 an item of the head has no formula, every other one has', () => {
  const wrong = mistakes((section) => {
    (section.template.parts[0]?.items[0] as { scoredBy: string }).scoredBy = 'records';
  });
  expect(wrong).toHaveLength(1);
  expect(wrong[0]).toMatch(/^template\.parts\.0\.items\.0\.formula: expected a formula/);
});

it('APR-3a a breach ranges within 1–10, the lower end first', () => {
  const range = (from: number, to: number) =>
    mistakes((section) => {
      section.breaches = [{ code: 'noise', text: { zh: '大声喧哗', en: 'Noise' }, from, to }];
    }).length;
  expect([range(1, 10), range(3, 3), range(0, 5), range(2, 11), range(5, 4)]).toEqual([0, 0, 1, 1, 1]);
});

it('APR-5 cut-offs stand in their order', () => {
  const days = (self: number, head: number, latest: number) =>
    mistakes((section) => {
      section.cutOffs = { self, head, latest, move: 'later' };
    }).length;
  expect([days(2, 5, 10), days(2, 2, 2), days(5, 2, 10), days(2, 11, 10)]).toEqual([0, 0, 1, 1]);
});

it('APR-6c APR-3 what a section names must be in it: the next consequence, the check of a formula', () => {
  const then = mistakes((section) => {
    section.consequences = section.consequences.filter(({ code }) => code !== 'dismissal-unfit');
  });
  expect(then).toEqual([expect.stringContaining('expected a consequence, got "dismissal-unfit"')]);
  const check = mistakes((section) => {
    section.checks = section.checks.filter(({ code }) => code !== 'spot-check');
  });
  expect(check).toEqual([expect.stringContaining('expected a check by percent, got "spot-check"')]);
});
