/** When a finished matter is called about, with the figures of the packs themselves (RVT-1). */
import { calendarOf, limitOf, planOf, sectionOf } from '../test/section';
import type { PlannedFor } from './revisit-plan.rules';
import { isCalled, planFor, timesOf } from './revisit-plan.rules';

const matter = (more: Partial<PlannedFor>): PlannedFor => ({
  event: 'complaint',
  category: '',
  channel: 'phone',
  level: null,
  marks: [],
  ...more,
});

const chosen = (pack: string, more: Partial<PlannedFor>) => planFor(sectionOf(pack).plans, matter(more))?.code;

const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function times(pack: string, code: string, calendar: string, concludedAt: string, rest = sectionOf(pack).restHours) {
  const plan = planOf(pack, code);
  const limit = limitOf(pack, plan.policy);
  const found = timesOf(plan.due, new Date(concludedAt), limit, calendarOf(pack, calendar), rest);
  return { from: local(found.plannedFor), day: found.day, until: local(found.limitAt), named: found.named };
}

describe('5S4E', () => {
  it.each([
    ['2026-09-17T09:10:00+08:00', '2026-09-18'],
    ['2026-09-17T23:50:00+08:00', '2026-09-18'],
    // Friday before the weekend, and the last day before National Day: the hotline works 365 days.
    ['2026-09-18T18:00:00+08:00', '2026-09-19'],
    ['2026-09-30T18:00:00+08:00', '2026-10-01'],
  ])('RVT-1a a fault of %s is called back on %s', (concluded, day) => {
    expect(times('atm-5s4e', 'fault', 'hotline-365', concluded)).toEqual({
      from: `${day} 08:30`,
      day,
      until: `${day} 20:30`,
      named: false,
    });
  });

  it('RVT-1a RVT-2 only the customer’s own rest moves the call, within the day or to the next', () => {
    const at = '2026-09-17T09:10:00+08:00';
    const late = times('atm-5s4e', 'fault', 'hotline-365', at, [['06:00', '10:30']]);
    expect([late.from, late.until]).toEqual(['2026-09-18 10:30', '2026-09-18 20:30']);
    // He works at night and sleeps all day: the call goes to the day after, and its time with it.
    const asleep = times('atm-5s4e', 'fault', 'hotline-365', at, [
      ['08:00', '20:00'],
      ['20:00', '02:00'],
    ]);
    expect([asleep.from, asleep.day, asleep.until]).toEqual(['2026-09-19 02:00', '2026-09-19', '2026-09-19 20:30']);
  });

  it('RVT-1a a repair without a form is a fault too, other orders are none', () => {
    expect(chosen('atm-5s4e', { event: 'work-order', category: 'fault-repair' })).toBe('repair');
    expect(chosen('atm-5s4e', { event: 'work-order', category: 'training' })).toBeUndefined();
    expect(chosen('atm-5s4e', { event: 'problem-form', category: 'technical' })).toBe('fault');
  });

  it('RVT-1b a complaint is called back the same working day; after the close, the next', () => {
    const due = (at: string) => times('atm-5s4e', 'complaint', 'handlers', at);
    expect(due('2026-09-17T10:00:00+08:00')).toMatchObject({ from: '2026-09-17 10:00', until: '2026-09-17 18:00' });
    expect(due('2026-09-17T18:30:00+08:00')).toMatchObject({ from: '2026-09-18 09:00', until: '2026-09-18 18:00' });
    expect(due('2026-09-18T18:30:00+08:00')).toMatchObject({ from: '2026-09-21 09:00', until: '2026-09-21 18:00' });
  });

  it('RVT-1b web complaints are 800’s, all others the complaint officer’s', () => {
    expect(chosen('atm-5s4e', { channel: 'web-question' })).toBe('web-complaint');
    expect(planOf('atm-5s4e', 'web-complaint').caller).toEqual({ unit: 'hotline' });
    expect(chosen('atm-5s4e', { channel: 'phone' })).toBe('complaint');
    expect(planOf('atm-5s4e', 'complaint').caller).toBeUndefined();
  });
});

describe('franchise', () => {
  it.each([
    ['2026-09-17T10:00:00+08:00', '2026-09-20 21:00', '2026-09-17 10:00'],
    ['2026-09-17T20:59:00+08:00', '2026-09-20 21:00', '2026-09-17 20:59'],
    // After closing it is still the same day: three days from it. Called from the next opening on.
    ['2026-09-17T22:00:00+08:00', '2026-09-20 21:00', '2026-09-18 09:00'],
    // In the noon rest nobody is called.
    ['2026-09-17T12:10:00+08:00', '2026-09-20 21:00', '2026-09-17 14:00'],
  ])('RVT-1c a visit ended at %s is due at %s', (concluded, until, from) => {
    expect(chosen('franchise', { event: 'work-order', category: 'shop-visit' })).toBe('shop-visit');
    expect(times('franchise', 'shop-visit', 'service-days', concluded)).toMatchObject({ from, until });
  });

  it('RVT-1d every complaint is revisited after its handling, whatever it is', () => {
    for (const channel of ['phone', 'e-mail', 'sms', 'visit'])
      expect(chosen('franchise', { channel })).toBe('complaint');
    expect(times('franchise', 'complaint', 'service-days', '2026-09-17T15:00:00+08:00')).toMatchObject({
      from: '2026-09-17 15:00',
      until: '2026-09-20 21:00',
    });
  });
});

describe('telecom', () => {
  it.each([
    // 168 h end on Thursday 24th at 10:00; the province unit closes at 18:00.
    ['2026-09-17T10:00:00+08:00', 'province-days', '2026-09-24 18:00'],
    // They end after its close: the close of that day all the same.
    ['2026-09-17T20:00:00+08:00', 'province-days', '2026-09-24 18:00'],
    // They end on a Sunday: the next day that opens.
    ['2026-09-20T10:00:00+08:00', 'province-days', '2026-09-28 18:00'],
    // Around the clock a day closes at midnight.
    ['2026-09-17T10:00:00+08:00', 'around-the-clock', '2026-09-25 00:00'],
  ])('RVT-1e concluded %s by %s: due %s', (concluded, calendar, until) => {
    expect(times('telecom', 'complaint', calendar, concluded)).toMatchObject({ until, named: true });
  });

  it.each(['high-end', 'urgent-major', 'corporate', 'special-need', 'vip'])(
    'RVT-1e a case marked %s is revisited by phone and visit together',
    (mark) => {
      const plan = planFor(sectionOf('telecom').plans, matter({ marks: ['other', mark] }));
      expect(plan?.ways).toEqual(['phone', 'visit']);
      expect(plan?.policy).toBe('revisit.week');
    },
  );

  it('RVT-1e an ordinary customer is called only', () => {
    expect(planFor(sectionOf('telecom').plans, matter({ marks: ['ordinary'] }))?.ways).toEqual(['phone']);
  });
});

it('RVT-1 every pack of this version has a section, and a plan for the sample of the month', () => {
  for (const pack of ['atm-5s4e', 'franchise', 'telecom', 'cable-tv']) {
    expect(chosen(pack, { event: 'sample' })).toBe('sample');
    for (const plan of sectionOf(pack).plans) expect(limitOf(pack, plan.policy).value).toBeGreaterThan(0);
  }
});

describe('one call a matter', () => {
  it('RVT-2 a matter called about in this round is not called again; a new round, or a talk that was not good, is', () => {
    expect(isCalled(undefined, 1)).toBe(false);
    expect(isCalled({ round: 1, countsAsSatisfied: true }, 1)).toBe(true);
    expect(isCalled({ round: 2, countsAsSatisfied: true }, 1)).toBe(true);
    expect(isCalled({ round: 1, countsAsSatisfied: true }, 2)).toBe(false);
    expect(isCalled({ round: 1, countsAsSatisfied: false }, 1)).toBe(false);
  });
});
