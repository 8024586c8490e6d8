/** A problem form that needs somebody on site becomes a work order, and hears when it is done (DSP-1b, RVT-1a). */
import { orderPath, readOrder, workThrough } from './support/dispatch';
import { makeForm, path, read } from './support/hotline';
import type { PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

const START = '2026-09-17T09:00:00+08:00';

let suite: PlayedSuite;
beforeAll(async () => {
  suite = await playSuite(START);
});
afterAll(() => suite.close());

test('DSP-1b a form’s handler sends somebody there; the order carries the form, its end stands in the form’s story', async () => {
  const [agent, engineer, dispatcher, manager] = await Promise.all(
    ['agent', 'engineer', 'dispatcher', 'tech-manager'].map(suite.as),
  );
  if (!agent || !engineer || !dispatcher || !manager) throw new Error('nobody logged in');
  const form = await makeForm(agent, { requestedAt: '2026-09-17T15:00:00+08:00' });
  expect((await engineer.post(`${path(form)}/order-repair`)).status).toBe(404);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  expect(await engineer.post(`${path(form)}/order-repair`)).toMatchObject({ status: 409, body: { state: 'referred' } });
  await engineer.do(`${path(form)}/accept`, {});
  const asked = await engineer.do(`${path(form)}/order-repair`, { text: '更换读卡器' });
  expect(asked['state']).toBe('accepted');
  await suite.clock(START);
  const [line, ...more] = await manager.list('/dispatch/work-orders');
  expect(more).toEqual([]);
  if (!line) throw new Error('no order');
  const order = await readOrder(manager, line);
  expect(order).toMatchObject({
    source: 'problem-form',
    description: '更换读卡器',
    requestedAt: '2026-09-17T07:00:00.000Z',
  });
  const admin = await suite.as('admin');
  await admin.do(`${orderPath(order)}/dispatch`, { assigneeId: engineer.employeeId });
  await workThrough(engineer, order, '读卡器磨损');
  await manager.do(`${orderPath(order)}/grade`, { grade: 3 });
  await admin.do(`${orderPath(order)}/close`);
  await suite.clock(START);
  const story = await agent.list(`/timeline?filter[subject]=hotline:problem-form:${String(form['id'])}`);
  expect(story.map(({ action }) => action)).toEqual(expect.arrayContaining(['repair-ordered', 'repair-done']));
  expect(await read(agent, form)).toMatchObject({ state: 'accepted' });
  // The form is called back when it is concluded; the order alone plans no second call for the same matter.
  expect(await agent.list('/revisit/tasks?filter[state]=all')).toEqual([]);
});
