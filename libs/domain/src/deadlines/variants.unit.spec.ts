/** VIP and priority variants, limits by kind: which terms a clock is armed with (DLN-4, CMP-4a). */
import { CalendarError } from '../calendar/calendar.errors';
import type { Duration } from '../calendar/duration';
import { DeadlineError } from './deadline.errors';
import { checkPolicy, type DeadlinePolicy } from './policy';
import { holds, type Facts, type Predicate } from './predicate';
import { chooseTerms } from './variants';

const hours = (value: number): Duration => ({ unit: 'hour', value });

const priority: Predicate = {
  any: [
    { fact: 'level', in: ['province-vip', 'nation-vip'] },
    { fact: 'businessLine', in: ['3g'] },
    { fact: 'gravity', present: true },
  ],
};

const handling: DeadlinePolicy = {
  code: 'complaints.handle',
  version: 3,
  limit: hours(24),
  warnShare: 0.9,
  steps: [],
  variants: [
    { key: 'crisis', when: { fact: 'gravity', in: ['crisis'] }, limit: hours(2), warnShare: 0.5 },
    { key: 'priority', when: priority, bound: 'lower' },
    { when: { fact: 'night', present: true }, warnShare: 0.8 },
  ],
  limitTable: {
    fact: 'kind',
    rows: { network: { lower: hours(8), upper: hours(16) }, billing: { lower: hours(4), upper: hours(12) } },
    fallback: { lower: hours(10), upper: hours(20) },
  },
};

describe('predicates over facts', () => {
  it.each<[string, Predicate, Facts, boolean]>([
    ['a code on the list', { fact: 'level', in: ['vip'] }, { level: 'vip' }, true],
    ['a code not on it', { fact: 'level', in: ['vip'] }, { level: 'ordinary' }, false],
    ['one of several codes', { fact: 'lines', in: ['3g'] }, { lines: ['fixed', '3g'] }, true],
    ['none of several', { fact: 'lines', in: ['3g'] }, { lines: ['fixed'] }, false],
    ['a fact nobody told', { fact: 'level', in: ['vip'] }, {}, false],
    ['a name every object has', { fact: 'constructor', present: true }, {}, false],
    ['present: a code', { fact: 'gravity', present: true }, { gravity: 'media' }, true],
    ['present: an empty list', { fact: 'gravity', present: true }, { gravity: [] }, false],
    ['present: an empty text', { fact: 'gravity', present: true }, { gravity: '' }, false],
    ['present: a flag that is set', { fact: 'keyCase', present: true }, { keyCase: true }, true],
    ['present: a flag that is not', { fact: 'keyCase', present: true }, { keyCase: false }, false],
    ['absent', { fact: 'gravity', present: false }, {}, true],
    ['absent, but it is there', { fact: 'gravity', present: false }, { gravity: ['court'] }, false],
    ['not', { not: { fact: 'level', in: ['vip'] } }, { level: 'ordinary' }, true],
    [
      'all',
      {
        all: [
          { fact: 'a', present: true },
          { fact: 'b', present: true },
        ],
      },
      { a: true },
      false,
    ],
    [
      'all of both',
      {
        all: [
          { fact: 'a', present: true },
          { fact: 'b', present: true },
        ],
      },
      { a: true, b: 'x' },
      true,
    ],
    ['any', priority, { level: 'ordinary', businessLine: '3g' }, true],
    ['any of none', priority, { level: 'ordinary', businessLine: 'fixed', gravity: [] }, false],
  ])('DLN-4 %s', (_, predicate, facts, answer) => {
    expect(holds(predicate, facts)).toBe(answer);
  });
});

describe('terms of a clock', () => {
  it.each<[string, Facts, number, number, string | undefined]>([
    ['the upper bound of its kind', { kind: 'network' }, 16, 0.9, undefined],
    ['the lower bound for a VIP', { kind: 'network', level: 'nation-vip' }, 8, 0.9, 'priority'],
    ['the lower bound for 3G', { kind: 'billing', businessLine: '3g' }, 4, 0.9, 'priority'],
    ['the fallback for a kind that is not named', { kind: 'other' }, 20, 0.9, undefined],
    ['its lower bound too', { kind: 'other', gravity: ['media'] }, 10, 0.9, 'priority'],
    ['the first variant that holds', { kind: 'network', level: 'nation-vip', gravity: ['crisis'] }, 2, 0.5, 'crisis'],
    ['a variant without a key is kept by its place', { kind: 'network', night: true }, 16, 0.8, '3'],
    ['no facts at all', {}, 20, 0.9, undefined],
  ])('DLN-4 CMP-4a %s', (_, facts, value, warnShare, variant) => {
    expect(chooseTerms(handling, facts)).toEqual({ limit: hours(value), warnShare, variant });
  });

  it('CMP-4a without a fallback a kind that is not in the table runs by the policy’s own limit', () => {
    const { rows, fact } = handling.limitTable as { rows: Record<string, never>; fact: string };
    const policy = { ...handling, limitTable: { rows, fact } };
    expect(chooseTerms(policy, { kind: 'other' }).limit).toEqual(hours(24));
    expect(chooseTerms(policy, { kind: 'other', level: 'nation-vip' }).limit).toEqual(hours(24));
  });

  it('DLN-4 a policy without variants stands as it is, whatever the facts', () => {
    const plain = { limit: hours(6) };
    expect(chooseTerms(plain, { level: 'vip' })).toEqual({ limit: hours(6), warnShare: undefined, variant: undefined });
  });
});

describe('policies that are refused', () => {
  const fault = (change: Partial<DeadlinePolicy>) => {
    try {
      checkPolicy({ ...handling, ...change });
    } catch (error) {
      if (error instanceof DeadlineError || error instanceof CalendarError) return [error.code, error.path];
    }
    return undefined;
  };
  const variant = (one: object) => ({ variants: [one as never] });

  it('DLN-4 the policy above is right', () => {
    expect(fault({})).toBeUndefined();
  });

  it.each([
    ['empty-predicate', '/variants/0/when/any', variant({ when: { any: [] }, limit: hours(1) })],
    ['empty-predicate', '/variants/0/when/not/in', variant({ when: { not: { fact: 'a', in: [] } }, limit: hours(1) })],
    [
      'empty-predicate',
      '/variants/0/when/all/0/fact',
      variant({ when: { all: [{ fact: '', in: ['x'] }] }, limit: hours(1) }),
    ],
    ['bad-duration', '/variants/0/limit/value', variant({ when: priority, limit: hours(-1) })],
    ['bad-warn-share', '/variants/0/warnShare', variant({ when: priority, warnShare: 1.5 })],
    ['variant-changes-nothing', '/variants/0', variant({ when: priority })],
    [
      'variant-key-twice',
      '/variants/1/key',
      { variants: [1, 2].map(() => ({ key: 'a', when: priority, limit: hours(1) })) },
    ],
    ['empty-predicate', '/limitTable/rows', { limitTable: { fact: 'kind', rows: {} } }],
    [
      'lower-above-upper',
      '/limitTable/rows/a/lower/value',
      { limitTable: { fact: 'k', rows: { a: { lower: hours(3), upper: hours(2) } } } },
    ],
    [
      'bounds-of-two-units',
      '/limitTable/fallback/lower/unit',
      {
        limitTable: {
          fact: 'k',
          rows: { a: { lower: hours(1), upper: hours(2) } },
          fallback: { lower: { unit: 'day', value: 1 } as Duration, upper: hours(48) },
        },
      },
    ],
  ])('DLN-4 %s at %s', (code, path, change) => {
    expect(fault(change)).toEqual([code, path]);
  });

  it('DLN-4 the lower bound of no table', () => {
    const { limitTable: _, ...without } = handling;
    expect(() => checkPolicy({ ...without, variants: [{ when: priority, bound: 'lower' }] })).toThrow(
      expect.objectContaining({ code: 'bound-without-table', path: '/variants/0/bound' }),
    );
  });
});
