/** CMP-3: importance before gravity before breadth before urgency; CMP-3a: whose queue is reserved. */
import { sectionOf } from '../test/section';
import { isReserved, priorityOf } from './priority.rules';

const telecom = sectionOf('telecom');
const plain = { customerClass: null, gravity: [], followers: 0, serviceDown: false };
const of = (more: Partial<Parameters<typeof priorityOf>[1]>) => priorityOf(telecom, { ...plain, ...more });

describe('priority', () => {
  it('CMP-3 orders by importance, gravity, breadth, urgency, each before all that follow', () => {
    const queue = [
      of({ customerClass: 'vip', gravity: ['media'] }),
      of({ customerClass: 'vip' }),
      of({ customerClass: 'corporate', gravity: ['media', 'court'], followers: 50, serviceDown: true }),
      of({ gravity: ['media'], followers: 1 }),
      of({ gravity: ['media'] }),
      of({ gravity: ['appeal'], followers: 50, serviceDown: true }),
      of({ followers: 3 }),
      of({ followers: 2, serviceDown: true }),
      of({ serviceDown: true }),
      of({}),
    ];
    expect(queue).toEqual([...queue].sort((a, b) => a - b));
    expect(new Set(queue).size).toBe(queue.length);
  });

  it('CMP-3 the gravest mark counts, an unknown class counts as none', () => {
    expect(of({ gravity: ['appeal', 'media'] })).toBe(of({ gravity: ['media'] }));
    expect(of({ customerClass: 'unheard-of' })).toBe(of({}));
    expect(of({ followers: 9 })).toBe(of({ followers: 900 }));
  });

  it('CMP-3a VIP complaints are kept for the named seats of telecom; 5S4E keeps none', () => {
    expect([isReserved(telecom, 'vip'), isReserved(telecom, 'ordinary'), isReserved(telecom, null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isReserved(sectionOf('atm-5s4e'), 'vip')).toBe(false);
  });
});
