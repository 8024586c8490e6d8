/** Where the pack says so the suite chooses the engineer by itself (DSP-2; telecom). */
import { openOrder, orderPath } from './support/dispatch';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

const fault = (more: Json = {}): Json => ({ productLine: 'broadband', region: '郑州', ...more });

const played = async (start: string, test: (suite: PlayedSuite, agent: Person) => Promise<void>): Promise<void> => {
  const suite = await playSuite(start, { SUITE_PACK: 'telecom', SUITE_MODULES: 'dispatch' });
  try {
    await test(suite, await suite.as('agent'));
  } finally {
    await suite.close();
  }
};

test('DSP-2 a new order is with the first of the ranking at once, and on his list', () =>
  played('2026-09-17T09:00:00+08:00', async (suite, agent) => {
    const order = await openOrder(agent, fault());
    expect(order).toMatchObject({
      state: 'dispatched',
      dispatcher: null,
      unit: { name: '郑州装维服务中心' },
      engineer: { name: '何建国' },
    });
    const engineer = await suite.as('engineer2');
    expect((await engineer.list('/work')).map(({ number }) => number)).toContain(order['number']);
    expect(await engineer.do(`${orderPath(order)}/accept`)).toMatchObject({ state: 'accepted' });
  }));

// The licences of the demonstration end with 2099.
test('DSP-2 ORG-3a no candidate: the order stays with the desk and the unit’s head is told at once', () =>
  played('2100-01-04T09:00:00+08:00', async (_suite, agent) => {
    const order = await openOrder(agent, fault());
    expect(order).toMatchObject({ state: 'drafted', engineer: null, unit: null });
    const story = await agent.list(`/timeline?filter[subject]=dispatch:work-order:${String(order['id'])}`);
    const told = story.map(({ data }) => (data as Json)['template']).filter(Boolean);
    expect(told).toEqual(['work-order-no-candidate']);
  }));
