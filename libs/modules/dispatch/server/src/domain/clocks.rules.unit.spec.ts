import { chooseTerms } from '@bihuan/domain';
import type { DeadlinePolicy } from '@bihuan/domain';
import { packOf, sectionOf } from '../test/section';
import { clocksOf, endedBy, endsRequestedTime, startedBy } from './clocks.rules';

const cable = sectionOf('cable-tv');
const policies = packOf('cable-tv').deadlinePolicies as readonly DeadlinePolicy[];

interface Kind {
  type?: string;
  customerClass?: string;
  faultLayer?: string | null;
}

const clocked = ({ type = 'fault-repair', customerClass = 'ordinary', faultLayer = null }: Kind) => ({
  type,
  customerClass,
  faultLayer,
  priority: 'ordinary',
});

/** Stage → minutes and the act that ends it, of an order of this kind in the cable pack. */
const limits = (kind: Kind) => {
  const order = clocked(kind);
  const { faultLayer, ...facts } = order;
  return Object.fromEntries(
    clocksOf(cable.clocks, order).map(({ stage, policy: code, ends, from }) => {
      const policy = policies.find((one) => one.code === code) as DeadlinePolicy;
      const { limit, warnShare } = chooseTerms(policy, { ...facts, ...(faultLayer ? { faultLayer } : {}) });
      const value = limit.unit === 'hour' ? limit.value * 60 : limit.value;
      return [stage, { value, ends, from, warn: warnShare }];
    }),
  );
};

describe('clocks of the cable pack', () => {
  it('DSP-3a an ordinary order is answered in 30 minutes and concluded in 24 hours, warned at half', () => {
    expect(limits({})).toMatchObject({
      respond: { value: 30, ends: 'contact', from: 'report', warn: 0.5 },
      conclude: { value: 24 * 60, ends: 'solve', from: 'report' },
    });
    expect(limits({ type: 'service-opening' })).toMatchObject({ respond: { value: 30 }, conclude: { value: 24 * 60 } });
  });

  it('DSP-3a a VIP fault in 20 minutes and 6 hours, a VIP opening in 1 and 12 hours', () => {
    expect(limits({ customerClass: 'vip' })).toMatchObject({
      respond: { value: 20, warn: 0.5 },
      conclude: { value: 6 * 60, ends: 'solve' },
    });
    expect(limits({ customerClass: 'vip', type: 'service-opening' })).toMatchObject({
      respond: { value: 60 },
      conclude: { value: 12 * 60 },
    });
  });

  it('DSP-3b backbone: on site in 40 minutes, repaired in 2 hours, whatever the class', () => {
    for (const customerClass of ['ordinary', 'vip']) {
      expect(limits({ faultLayer: 'backbone', customerClass })).toMatchObject({
        arrive: { value: 40, ends: 'arrive' },
        conclude: { value: 120, ends: 'solve' },
      });
    }
  });

  it('DSP-3b aggregation: on site in 1 hour, 2 hours for repair and feedback', () => {
    expect(limits({ faultLayer: 'aggregation' })).toMatchObject({
      arrive: { value: 60, ends: 'arrive' },
      conclude: { value: 120, ends: 'feed-back' },
    });
  });

  it('DSP-3b access: answered in 30 minutes, 24 hours for repair and feedback; no second clock for the feedback', () => {
    const access = limits({ faultLayer: 'access' });
    expect(access).toMatchObject({
      respond: { value: 30, warn: 0.5 },
      conclude: { value: 24 * 60, ends: 'feed-back' },
    });
    expect(Object.keys(access)).toEqual(['respond', 'conclude']);
  });

  it('DSP-4 in all packs conclusion and feedback send out again at the limit and raise at twice the limit', () => {
    for (const id of ['atm-5s4e', 'franchise', 'telecom', 'cable-tv']) {
      const pack = packOf(id).deadlinePolicies as readonly DeadlinePolicy[];
      const used = sectionOf(id).clocks.flatMap(({ clocks }) => clocks);
      for (const { stage, policy: code } of used) {
        const steps = pack.find((one) => one.code === code)?.steps ?? [];
        const actions = steps.filter(({ action }) => action !== 'notify').map(({ action, at }) => [action, at]);
        const again = stage === 'conclude' || stage === 'feed-back';
        expect(actions).toEqual(
          again
            ? [
                ['dispatch.redispatch', { share: 1 }],
                ['dispatch.raise', { share: 2 }],
              ]
            : [['dispatch.overrun', { share: 1 }]],
        );
        expect(steps.filter(({ action }) => action === 'notify').length).toBeGreaterThan(1);
      }
    }
  });
});

describe('the table', () => {
  const rule = (stage: 'respond' | 'conclude', ends: 'contact' | 'solve', from: 'report' | 'solve' = 'report') =>
    ({ stage, policy: `p.${stage}`, from, ends }) as const;

  it('DSP-3 the first table that fits counts; a list that is absent fits everything, an order without layer fits no layer', () => {
    const layered = { faultLayers: ['access'], clocks: [rule('conclude', 'solve')] };
    const rest = { clocks: [rule('respond', 'contact')] };
    expect(clocksOf([layered, rest], clocked({ faultLayer: 'access' }))).toBe(layered.clocks);
    expect(clocksOf([layered, rest], clocked({}))).toBe(rest.clocks);
    expect(clocksOf([layered], clocked({}))).toEqual([]);
  });

  it('DSP-3 an act ends its own clocks and those of the acts before it, none of the later ones', () => {
    const clocks = clocksOf(cable.clocks, clocked({}));
    expect(endedBy(clocks, 'accept')).toEqual([]);
    expect(endedBy(clocks, 'contact').map(({ stage }) => stage)).toEqual(['respond']);
    expect(endedBy(clocks, 'restore').map(({ stage }) => stage)).toEqual(['respond']);
    expect(endedBy(clocks, 'solve').map(({ stage }) => stage)).toEqual(['respond', 'conclude']);
    expect(startedBy(clocks, 'solve').map(({ stage }) => stage)).toEqual(['feed-back']);
    expect(startedBy(clocks, 'report').map(({ stage }) => stage)).toEqual(['respond', 'conclude']);
  });

  it('DSP-3 the time the customer asks for is kept by arriving, or by solving it from afar', () => {
    expect((['contact', 'arrive', 'solve'] as const).map(endsRequestedTime)).toEqual([false, true, true]);
  });
});
