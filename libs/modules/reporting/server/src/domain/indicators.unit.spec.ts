/** The catalogue: complete words, known measures, the points of RPT-1 that are in; and its one evaluation (RPT-1, RPT-4). */
import { figureOf, joined, onBase } from './indicator.rules';
import { INDICATORS, indicatorById, rolledOf } from './indicators';

const ids = INDICATORS.map(({ id }) => id);

describe('catalogue', () => {
  it('RPT-1 has at least 24 indicators, each once, with definition, purpose and formula in both languages', () => {
    expect(INDICATORS.length).toBeGreaterThanOrEqual(24);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, title, definition, purpose, formula, dimensions, answersFor } of INDICATORS) {
      for (const words of [title, definition, purpose, formula]) {
        expect({ id, zh: /\p{Script=Han}/u.test(words.zh) }).toEqual({ id, zh: true });
        expect(words.en.length).toBeGreaterThan(4);
      }
      expect(dimensions).toContain('month');
      expect(answersFor).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it.each([
    ['RPT-1a', ['complaint-rate', 'concluded-on-time', 'first-contact-resolution', 'concluded-after-referral']],
    ['RPT-1a', ['satisfaction-at-answer', 'satisfaction-at-answer-all']],
    ['RPT-1a', ['satisfaction-at-revisit', 'satisfaction-at-revisit-all']],
    ['RPT-1b', ['mean-time-to-answer', 'max-time-to-answer', 'answered-at-once']],
    ['RPT-1c', ['complaint-rate', 'appeal-rate']],
    ['RPT-1d', ['stage-timeliness', 'flow-accuracy', 'mean-overrun']],
    ['RPT-1e', ['warnings', 'supervision-orders', 'met-after-warning', 'met-after-supervision']],
  ])('%s has %j', (_, wanted) => {
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('RPT-1a RD-14 the two satisfactions differ in what they are divided by, nothing else', () => {
    for (const id of ['satisfaction-at-answer', 'satisfaction-at-revisit']) {
      const [reached, all] = [indicatorById(id), indicatorById(`${id}-all`)];
      expect(all.numerator).toEqual(reached.numerator);
      expect([reached.denominator?.measure, all.denominator?.measure]).toEqual([
        `known:${id.replace('satisfaction', 'satisfied')}`,
        'cases',
      ]);
    }
  });

  it('RPT-8 what an indicator sums of cases is kept in the roll-ups', () => {
    for (const { numerator, denominator } of INDICATORS) {
      for (const term of [numerator, denominator]) {
        if (term?.source === 'cases') expect(rolledOf(term.matter).has(term.measure)).toBe(true);
      }
    }
    expect(rolledOf('complaints.complaint').has('re-promises')).toBe(false);
  });

  it('RPT-1 an unknown indicator is 404', () => {
    expect(() => indicatorById('gone')).toThrow(expect.objectContaining({ code: 'unknown-indicator' }) as Error);
  });
});

describe('evaluation', () => {
  const base = indicatorById('complaint-rate').denominator;
  const counted = indicatorById('flow-accuracy').denominator;

  it('RPT-1c a missing base is said, never 0; nothing at all has no value', () => {
    expect(figureOf('ratio', base, { numerator: 3, denominator: null })).toMatchObject({
      value: null,
      note: 'no-base',
    });
    expect(figureOf('ratio', base, { numerator: 3, denominator: 0 })).toMatchObject({ value: null, note: 'no-base' });
    expect(figureOf('ratio', counted, { numerator: 0, denominator: 0 })).toMatchObject({ value: null, note: 'none' });
    expect(figureOf('max', counted, { numerator: 0, denominator: 0 })).toMatchObject({ value: null, note: 'none' });
  });

  it('RPT-4 a quotient has six digits everywhere, a sum is what it is, the greatest is no quotient', () => {
    expect(figureOf('ratio', counted, { numerator: 2, denominator: 3 }).value).toBe(0.666667);
    expect(figureOf('sum', undefined, { numerator: 7, denominator: null })).toMatchObject({ value: 7, note: null });
    expect(figureOf('max', counted, { numerator: 90, denominator: 3 }).value).toBe(90);
  });

  it('RPT-2 groups of either side are joined; those of nothing are left out', () => {
    const key = (unit: string | null) => ({ unit });
    const upper = [
      { key: key('b'), sum: 2 },
      { key: key('c'), sum: 0 },
    ];
    expect(joined(upper, [{ key: key('a'), sum: 5 }])).toEqual([
      { key: key('a'), numerator: 0, denominator: 5 },
      { key: key('b'), numerator: 2, denominator: 0 },
    ]);
    expect(joined(upper, null)).toEqual([{ key: key('b'), numerator: 2, denominator: null }]);
  });

  it('RPT-1c each group stands against the base of its own codes', () => {
    const upper = [
      { key: { business: 'fixed', channel: 'phone' }, sum: 1 },
      { key: { business: 'mobile', channel: 'phone' }, sum: 2 },
    ];
    expect(onBase(upper, [{ key: { business: 'fixed' }, sum: 50 }], ['business'])).toEqual([
      { key: upper[0]?.key, numerator: 1, denominator: 50 },
      { key: upper[1]?.key, numerator: 2, denominator: null },
    ]);
  });
});
