/** Nobody is called while he rests (RVT-2). */
import { calendarOf, sectionOf } from '../test/section';
import { afterRest, demandNoRest, timeOfDay } from './rest-hours.rules';

const night = [['21:00', '09:00']] as const;
const instead = { state: 'prepared', allowedActions: ['move'] };

describe('rest hours', () => {
  it.each([
    ['20:59', false],
    ['21:00', true],
    ['23:30', true],
    ['00:00', true],
    ['08:59', true],
    ['09:00', false],
    ['12:30', false],
  ])('RVT-2 at %s nobody is called: %s (21:00–09:00)', (time, resting) => {
    const call = () => demandNoRest(time, night, instead);
    if (resting)
      expect(call).toThrow(
        expect.objectContaining({
          code: 'rest-hours',
          details: { params: { from: '21:00', to: '09:00' }, ...instead },
        }),
      );
    else expect(call).not.toThrow();
  });

  it('RVT-2 several rests a day are kept, of pack and customer, and a rest within the day ends the same day', () => {
    const both = [['12:00', '14:00'], ...night] as const;
    expect(() => demandNoRest('13:59', both, instead)).toThrow();
    expect(() => demandNoRest('14:00', both, instead)).not.toThrow();
    expect(() => demandNoRest('22:00', both, instead)).toThrow();
    expect(() => demandNoRest('03:00', [], instead)).not.toThrow();
  });

  it('RVT-2 the call waits for the end of the rest, over midnight and through rests that touch', () => {
    const calendar = calendarOf('franchise', 'service-days');
    const free = (at: string, rest: readonly (readonly [string, string])[]) =>
      calendar.toIso(afterRest(new Date(at), calendar, rest));
    expect(free('2026-09-17T22:10:30+08:00', night)).toBe('2026-09-18T09:00:00+08:00');
    expect(free('2026-09-17T10:00:00+08:00', night)).toBe('2026-09-17T10:00:00+08:00');
    expect(free('2026-09-17T20:00:00+08:00', [['19:00', '21:00'], ...night])).toBe('2026-09-18T09:00:00+08:00');
    // He rests round the clock: he is called as planned, and the caller is told by the refusal.
    expect(
      free('2026-09-17T20:00:00+08:00', [
        ['00:00', '12:00'],
        ['12:00', '00:00'],
      ]),
    ).toBe('2026-09-17T20:00:00+08:00');
    expect(timeOfDay(new Date('2026-09-17T02:05:59Z'), calendar)).toBe('10:05');
  });

  it('SYS-33 the franchise rests at noon and at night', () => {
    expect(sectionOf('franchise').restHours).toEqual([
      ['12:00', '14:00'],
      ['21:00', '09:00'],
    ]);
  });
});
