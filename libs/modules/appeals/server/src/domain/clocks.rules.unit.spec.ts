import { PACKS } from '@bihuan/packs';
import { chooseTerms, compileCalendar, dueAt } from '@bihuan/domain';
import { after, RECEIVED } from '../test/appeal.builder';
import { telecom } from '../test/section';
import { cutOff, demandBeforeRegulator, demandFutureDate, outerFloor } from './clocks.rules';

interface Policy {
  readonly code: string;
  readonly limit: { readonly unit: 'hour' | 'working-day'; readonly value: number };
  readonly warnShare: number;
}

const { deadlinePolicies } = PACKS.get('telecom') as { deadlinePolicies: Policy[] };
const policy = (code: string): Policy => {
  const found = deadlinePolicies.find((one) => one.code === code);
  if (!found) throw new Error(`no policy ${code}`);
  return found;
};
const limit = (code: string, facts = {}) => chooseTerms(policy(code), facts).limit;
const everyDay = (from: string, to: string) =>
  compileCalendar({
    weekly: Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [[from, to] as const]]),
    ),
  });

describe('the clocks of an appeal', () => {
  it('APL-2a RD-11 the upper bounds add up to 168 hours, seven times a day', () => {
    const upper = ['desk', 'branch', 'headquarters'].map((stage) => limit(`appeals.${stage}`));
    expect(upper.map(({ unit }) => unit)).toEqual(['hour', 'hour', 'hour']);
    expect(upper.map(({ value }) => value)).toEqual([24, 96, 48]);
    expect(upper.reduce((sum, { value }) => sum + value, 0)).toBe(telecom.clocks.outer.notShorterThanHours);
    expect(telecom.clocks.outer.notShorterThanHours).toBe(7 * 24);
    expect(limit('appeals.outer')).toMatchObject({ unit: 'working-day', value: 7 });
  });

  it.each([{ level: 'vip' }, { level: 'high-end' }, { gravity: ['media'] }, { level: 'ordinary', gravity: ['court'] }])(
    'APL-2a DLN-4 the lower bounds hold for VIP and gravity: %p',
    (facts) => {
      expect([limit('appeals.branch', facts).value, limit('appeals.headquarters', facts).value]).toEqual([24, 24]);
      expect(limit('appeals.desk', facts).value).toBe(24);
    },
  );

  it.each([{}, { level: 'ordinary' }, { level: 'corporate', gravity: [] }])(
    'APL-2a others keep the upper: %p',
    (facts) => {
      expect([limit('appeals.branch', facts).value, limit('appeals.headquarters', facts).value]).toEqual([96, 48]);
    },
  );

  it('APL-2 every stage warns at nine tenths', () => {
    for (const stage of ['desk', 'branch', 'headquarters', 'outer', 'regulator']) {
      expect(policy(`appeals.${stage}`).warnShare).toBe(0.9);
    }
  });

  it('APL-2a the outer clock is 7 working days and never shorter than 168 hours', () => {
    const due = (calendar: ReturnType<typeof everyDay>) => dueAt(RECEIVED, policy('appeals.outer').limit, calendar);
    // Closes at 8 in the morning every day: seven working days end an hour before 168 hours are over.
    expect(outerFloor(RECEIVED, due(everyDay('00:00', '08:00')), 168)).toEqual(after(168));
    expect(outerFloor(RECEIVED, due(everyDay('09:00', '18:00')), 168)).toBeNull();
    expect(outerFloor(RECEIVED, after(168), 168)).toBeNull();
  });

  it('APL-1 the regulator’s date lies ahead', () => {
    expect(() => demandFutureDate(RECEIVED, RECEIVED)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => demandFutureDate(after(1), RECEIVED)).not.toThrow();
    expect(() => demandFutureDate(null, RECEIVED)).not.toThrow();
  });

  it('APL-1 clocks that would end after the regulator’s date are cut off there, his own and earlier ones are not', () => {
    const clock = (stage: string, hours: number) => ({ stage, dueAt: after(hours) });
    const running = [clock('branch', 96), clock('outer', 200), clock('desk', 24), clock('regulator', 200)];
    expect(cutOff(running, after(72)).map(({ stage }) => stage)).toEqual(['branch', 'outer']);
    expect(cutOff(running, after(96)).map(({ stage }) => stage)).toEqual(['outer']);
  });

  it('APL-1 DLN-3 no stage is promised beyond the regulator’s date; he himself may give another', () => {
    const promise = (stage: 'branch' | 'regulator', hours: number, date: Date | null = after(72)) =>
      demandBeforeRegulator(stage, after(hours), date);
    expect(() => promise('branch', 73)).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer: '/dueAt' })] } }),
    );
    expect(() => promise('branch', 72)).not.toThrow();
    expect(() => promise('branch', 500, null)).not.toThrow();
    expect(() => promise('regulator', 100)).not.toThrow();
  });
});
