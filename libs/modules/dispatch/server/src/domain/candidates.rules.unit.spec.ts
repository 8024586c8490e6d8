import type { Applicant } from './candidates.rules';
import { rank } from './candidates.rules';

const WEIGHTS = { region: 40, function: 20, onDuty: 20, openOrder: 5, kilometre: 1 };
const DEMAND = { certificate: true, functions: ['user-service'] };

const someone = (name: string, more: Partial<Applicant> = {}): Applicant => ({
  employeeId: `id-${name}`,
  name,
  unitId: 'station',
  unitName: '黄花片站',
  unitFunction: 'user-service',
  inRegion: true,
  certified: true,
  onDuty: null,
  openOrders: 0,
  kilometres: null,
  ...more,
});

const order = (people: readonly Applicant[], demand = DEMAND) => rank(people, demand, WEIGHTS).map(({ name }) => name);
const reasons = (person: Applicant) => rank([person], DEMAND, WEIGHTS)[0]?.reasons.map(({ code }) => code);

describe('candidates', () => {
  it('DSP-2 the nearer region, the right function, duty and less load go first, each by its weight', () => {
    const near = someone('near');
    const far = someone('far', { inRegion: false });
    const busy = someone('busy', { openOrders: 3 });
    const onDuty = someone('duty', { onDuty: true });
    const other = someone('other', { unitFunction: 'technical-support' });
    expect(order([far, other, busy, near, onDuty])).toEqual(['duty', 'near', 'busy', 'other', 'far']);
    expect(rank([near, onDuty], DEMAND, WEIGHTS).map(({ rank: place, score }) => [place, score])).toEqual([
      [1, 80],
      [2, 60],
    ]);
  });

  it('DSP-2 load can outweigh the region, and a known distance counts', () => {
    const loaded = someone('loaded', { openOrders: 9 });
    const free = someone('free', { inRegion: false });
    expect(order([loaded, free])).toEqual(['free', 'loaded']);
    expect(order([someone('a', { kilometres: 12 }), someone('b', { kilometres: 3 })])).toEqual(['b', 'a']);
  });

  it('DSP-2 each has his reasons; what is not known is not said', () => {
    expect(reasons(someone('x', { onDuty: true, openOrders: 2, kilometres: 3 }))).toEqual([
      'region',
      'function',
      'certificate',
      'on-duty',
      'load',
      'distance',
    ]);
    expect(reasons(someone('x', { inRegion: false, onDuty: false }))).toEqual([
      'other-region',
      'function',
      'certificate',
      'off-duty',
      'load',
    ]);
    expect(reasons(someone('x', { inRegion: null, unitFunction: 'hall' }))).toEqual(['certificate', 'load']);
  });

  it('ORG-3a SYS-26 who holds no valid certificate is absent, however near; where none is asked for he is there', () => {
    const expired = someone('expired', { certified: false, onDuty: true });
    expect(order([expired, someone('other', { inRegion: false })])).toEqual(['other']);
    expect(order([expired], { ...DEMAND, certificate: false })).toEqual(['expired']);
    expect(order([expired])).toEqual([]);
  });

  it('DSP-2 equals stand in the same order each time', () => {
    const people = [someone('b'), someone('a'), someone('c', { openOrders: 4, onDuty: true })];
    expect(order(people)).toEqual(['a', 'b', 'c']);
    expect(order([...people].reverse())).toEqual(['a', 'b', 'c']);
  });
});
