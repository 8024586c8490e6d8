/** Orders that run late, cross units, or come back to the desk (DSP-2, DSP-4, DSP-5, DSP-6; cable-tv). */
import { clockOf, openOrder, orderPath, readOrder } from './support/dispatch';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let dispatcher: Person;
let engineer: Person;
let colleague: Person;
let branchHead: Person;
let admin: Person;
let units: Map<unknown, string>;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'cable-tv', SUITE_MODULES: 'dispatch' });
  const users = ['agent', 'dispatcher', 'engineer2', 'engineer3', 'branch-head', 'admin'];
  [agent, dispatcher, engineer, colleague, branchHead, admin] = (await Promise.all(
    users.map((user) => suite.as(user)),
  )) as [Person, Person, Person, Person, Person, Person];
  units = new Map((await agent.list('/units')).map((unit) => [unit['code'], String(unit['id'])]));
});

afterAll(() => suite.close());

const sentTo = async (person: Person, more: Json = {}): Promise<Json> => {
  const order = await openOrder(agent, more);
  return dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: person.employeeId });
};

/** Waits until everything that follows from what was done has happened. */
const settled = async (): Promise<void> => suite.clock(String((await admin.get('/clock')).body['now']));

const faultsOf = async (order: Json) => {
  await settled();
  return (await admin.list('/hand-offs'))
    .filter(({ event, subject }) => event === 'dispatch.fault.recorded.v1' && (subject as Json)['id'] === order['id'])
    .map(({ payload }) => payload as Json);
};

const storyOf = async (order: Json, action: string) =>
  (await admin.list(`/timeline?filter[subject]=dispatch:work-order:${String(order['id'])}`)).filter(
    (each) => each['action'] === action,
  );

const noticesOf = async (person: Person, order: Json) =>
  (await person.list('/notices'))
    .map(({ text }) => String(text))
    .filter((text) => text.includes(String(order['number'])));

describe('SYS-90 overruns', () => {
  let handling: Json;
  let feeding: Json;

  beforeAll(async () => {
    handling = await sentTo(engineer, { customerClass: 'vip' });
    feeding = await sentTo(colleague, { customerClass: 'vip' });
    await colleague.do(`${orderPath(feeding)}/accept`);
    await colleague.do(`${orderPath(feeding)}/solve`, { cause: 'device' });
  });

  test('DSP-4 a late answer is counted against the person and told, but sends nobody out again', async () => {
    await suite.clock('2026-09-17T09:21:00+08:00');
    expect(await readOrder(dispatcher, handling)).toMatchObject({ state: 'dispatched', overruns: 1, redispatches: 0 });
    expect(await faultsOf(handling)).toMatchObject([
      { fault: 'overrun', stage: 'respond', employeeId: engineer.employeeId, unitId: units.get('station-huanghua') },
    ]);
    expect((await noticesOf(await suite.as('station-head'), handling)).join()).toContain('已超时');
  });

  test('SYS-90 DSP-4 overdue feedback dispatches again once: to the same unit, then to the next higher', async () => {
    await suite.clock('2026-09-17T11:00:01+08:00');
    const once = await readOrder(dispatcher, feeding);
    expect(once).toMatchObject({ state: 're-dispatched', resumeTo: 'solved', redispatches: 1, overruns: 1 });
    expect(once['unit']).toMatchObject({ name: '黄花片站' });
    await suite.clock('2026-09-17T12:59:00+08:00');
    expect(await readOrder(dispatcher, feeding)).toMatchObject({ redispatches: 1 });
    await suite.clock('2026-09-17T13:00:01+08:00');
    const twice = await readOrder(dispatcher, feeding);
    expect(twice).toMatchObject({ state: 're-dispatched', redispatches: 2, engineer: null });
    expect(twice['unit']).toMatchObject({ name: '城东分公司' });
    expect((await noticesOf(branchHead, feeding)).join()).toContain('再派发');
    // The branch feeds back what was solved already: nobody starts from the beginning.
    expect(await branchHead.do(`${orderPath(feeding)}/accept`)).toMatchObject({ state: 'solved' });
    const fedBack = await branchHead.do(`${orderPath(feeding)}/feed-back`, { text: '补回单' });
    expect(clockOf(fedBack, 'feed-back')).toMatchObject({ state: 'met', late: true });
    await suite.clock('2026-09-17T14:59:00+08:00');
    expect(await storyOf(feeding, 're-dispatched')).toHaveLength(2);
  });

  test('SYS-90 RD-48 overdue handling goes to the same unit at six hours and to the branch at twelve, each once', async () => {
    await suite.clock('2026-09-17T15:00:01+08:00');
    expect(await readOrder(dispatcher, handling)).toMatchObject({
      state: 're-dispatched',
      redispatches: 1,
      overruns: 2,
      unit: { name: '黄花片站' },
    });
    await suite.clock('2026-09-18T09:00:00+08:00');
    const raised = await readOrder(dispatcher, handling);
    expect(raised).toMatchObject({ redispatches: 2, overruns: 3, engineer: null, unit: { name: '城东分公司' } });
    expect(clockOf(raised, 'conclude')['state']).toBe('breached');
    expect((await faultsOf(handling)).map(({ stage }) => stage)).toEqual(['respond', 'conclude', 'conclude']);
    // The former engineer no longer works on it; the branch chooses anew.
    expect((await engineer.post(`${orderPath(handling)}/accept`)).status).toBe(403);
    const again = { assigneeId: colleague.employeeId, unitId: units.get('station-huanghua'), reason: '分公司改派' };
    expect(await branchHead.do(`${orderPath(handling)}/redispatch`, again)).toMatchObject({
      state: 're-dispatched',
      redispatches: 3,
      engineer: { name: '程功' },
    });
  });
});

describe('DSP-4 given back', () => {
  test('DSP-4 refused and passed on without ground stand against the person; with a ground the dispatch was wrong', async () => {
    const refused = await sentTo(engineer);
    expect(await engineer.do(`${orderPath(refused)}/return`, { reason: '不想去' })).toMatchObject({
      state: 'returned',
      refusals: 1,
      wrongDispatches: 0,
      engineer: null,
    });
    expect(await faultsOf(refused)).toMatchObject([{ fault: 'refused', employeeId: engineer.employeeId }]);
    expect((await dispatcher.list('/work')).map(({ number }) => number)).toContain(refused['number']);

    const passed = await sentTo(engineer);
    await engineer.do(`${orderPath(passed)}/accept`);
    await engineer.do(`${orderPath(passed)}/return`, { reason: '转给别人吧' });
    expect(await faultsOf(passed)).toMatchObject([{ fault: 'passed-on', employeeId: engineer.employeeId }]);

    const wrong = await sentTo(engineer);
    const unknown = await engineer.post(`${orderPath(wrong)}/return`, { reason: '错派', ground: 'lazy' });
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([422, expect.stringContaining('wrong-region')]);
    const back = await engineer.do(`${orderPath(wrong)}/return`, { reason: '属城西', ground: 'wrong-region' });
    expect(back).toMatchObject({ refusals: 0, wrongDispatches: 1 });
    expect(await faultsOf(wrong)).toMatchObject([
      { fault: 'wrong-dispatch', employeeId: dispatcher.employeeId, unitId: units.get('dispatch-centre') },
    ]);
    const west = await suite.as('engineer6');
    const out = await dispatcher.do(`${orderPath(wrong)}/redispatch`, {
      reason: '属城西',
      assigneeId: west.employeeId,
    });
    expect(out).toMatchObject({ state: 're-dispatched', redispatches: 1, unit: { name: '城西片站' } });
  });

  test('DSP-2 DSP-6d asking for a replacement is no refusal; the next engineer sees the hand-over note', async () => {
    const order = await sentTo(engineer);
    await engineer.do(`${orderPath(order)}/accept`);
    const asked = await engineer.do(`${orderPath(order)}/request-replacement`, { reason: '不熟悉该设备' });
    expect(asked).toMatchObject({
      state: 'accepted',
      refusals: 0,
      replacements: 1,
      replacement: { reason: '不熟悉该设备' },
    });
    expect(await faultsOf(order)).toEqual([]);
    expect((await dispatcher.list('/work')).map(({ number }) => number)).toContain(order['number']);
    const note = { assigneeId: colleague.employeeId, text: '客户已重启过机顶盒，昨夜曾停电' };
    const given = await dispatcher.do(`${orderPath(order)}/reassign`, note);
    expect(given).toMatchObject({ state: 'accepted', engineer: { name: '程功' }, replacement: null });
    const seen = await readOrder(colleague, order);
    expect(seen['handOver']).toMatchObject({ text: note.text, by: { name: '孙丽' } });
    expect(clockOf(seen, 'conclude')['state']).toBe('armed');
    const bare = await dispatcher.post(`${orderPath(order)}/reassign`, { assigneeId: colleague.employeeId });
    expect(bare.status).toBe(422);
  });

  test('DSP-2 a unit in which nobody may be sent has its head told at once', async () => {
    const order = await openOrder(agent, { productLine: 'call-system' });
    await dispatcher.do(`${orderPath(order)}/dispatch`, { unitId: units.get('station-tiaoma') });
    expect((await noticesOf(await suite.as('tiaoma-head'), order)).join()).toContain('没有符合条件的人员可派');
    const denied = await (await suite.as('engineer4')).post(`${orderPath(order)}/accept`);
    expect([denied.status, denied.body['code']]).toEqual([403, 'no-valid-certificate']);
  });
});

describe('DSP-5 two units', () => {
  test('SYS-90 DSP-5 the co-operating unit has clocks of its own; the lead feeds back after it and answers for the whole', async () => {
    const lead = await sentTo(engineer);
    await engineer.do(`${orderPath(lead)}/accept`);
    const operations = await suite.as('engineer');
    await suite.clock('2026-09-18T09:10:00+08:00');
    const asked = { unitId: units.get('operations'), assigneeId: operations.employeeId, text: '检查汇聚交换机' };
    const withPart = await dispatcher.do(`${orderPath(lead)}/co-operate`, asked);
    const [child] = withPart['children'] as Json[];
    expect(child).toMatchObject({ source: 'co-operation', state: 'dispatched', unit: { name: '运维部' } });
    const part = await readOrder(operations, child as Json);
    expect(part).toMatchObject({
      parent: { number: lead['number'] },
      description: '检查汇聚交换机',
      customerName: '王建国',
    });
    expect(clockOf(part, 'conclude')['startedAt']).not.toBe(clockOf(withPart, 'conclude')['startedAt']);

    await engineer.do(`${orderPath(lead)}/solve`, { cause: 'device' });
    const early = await engineer.post(`${orderPath(lead)}/feed-back`);
    expect([early.status, early.body['code']]).toEqual([409, 'parts-still-open']);
    await operations.do(`${orderPath(part)}/accept`);
    await operations.do(`${orderPath(part)}/solve`, { cause: 'device', text: '端口已更换' });
    expect(await engineer.do(`${orderPath(lead)}/feed-back`)).toMatchObject({ state: 'fed-back' });

    await operations.do(`${orderPath(part)}/feed-back`);
    await dispatcher.do(`${orderPath(part)}/close`);
    await dispatcher.do(`${orderPath(lead)}/close`);
    await settled();
    const revisits = (await admin.list('/hand-offs')).filter(
      ({ event }) => event === 'dispatch.work-order.concluded.v1',
    );
    const called = revisits.map(({ subject }) => (subject as Json)['id']);
    expect(called).toContain(lead['id']);
    expect(called).not.toContain(part['id']);
  });
});

describe('DSP-6 stopping', () => {
  test('DSP-6 suspended the clocks stand, resumed they run on with the rest; cancelled is the end', async () => {
    await suite.clock('2026-09-18T10:00:00+08:00');
    const order = await sentTo(engineer);
    await engineer.do(`${orderPath(order)}/accept`);
    await engineer.do(`${orderPath(order)}/contact`);
    const standing = await engineer.do(`${orderPath(order)}/suspend`, { reason: '等备件' });
    expect(standing).toMatchObject({ state: 'suspended', waitingFor: '等备件', dueAt: null });
    expect(clockOf(standing, 'conclude')['state']).toBe('paused');
    await suite.clock('2026-09-20T10:00:00+08:00');
    expect(await readOrder(dispatcher, order)).toMatchObject({ state: 'suspended', overruns: 0 });
    const going = await dispatcher.do(`${orderPath(order)}/resume`, { text: '备件已到' });
    expect(going).toMatchObject({ state: 'contacted', waitingFor: null });
    expect(clockOf(going, 'conclude')['dueAt']).toBe(new Date('2026-09-21T10:00:00+08:00').toISOString());
    const over = await dispatcher.do(`${orderPath(order)}/cancel`, { reason: '客户撤单' });
    expect(over).toMatchObject({ state: 'cancelled', allowedActions: [], dueAt: null });
    expect((await engineer.post(`${orderPath(order)}/arrive`)).status).toBe(409);
  });

  test('DSP-6a help is called from the order: the second line joins the record', async () => {
    const order = await sentTo(engineer);
    await engineer.do(`${orderPath(order)}/accept`);
    await engineer.do(`${orderPath(order)}/call-help`, { text: '光功率异常，已换尾纤无效' });
    const manager = await suite.as('tech-manager');
    expect((await noticesOf(manager, order)).join()).toContain('请求二线支援');
    expect(await storyOf(order, 'help-called')).toMatchObject([{ data: { employeeId: manager.employeeId } }]);
  });
});

test('IDN-2 another station’s order does not exist for an engineer; a stale version is refused; the board shows what nobody has first', async () => {
  const order = await openOrder(agent, { priority: 'urgent' });
  const foreign = await suite.as('engineer6');
  expect((await foreign.get(orderPath(order))).status).toBe(404);
  expect((await foreign.post(`${orderPath(order)}/accept`)).status).toBe(404);
  expect((await engineer.post(`${orderPath(order)}/dispatch`, { unitId: units.get('operations') })).status).toBe(403);
  const sending = { assigneeId: engineer.employeeId, version: 99 };
  expect((await dispatcher.post(`${orderPath(order)}/dispatch`, sending)).status).toBe(412);

  const board = (await dispatcher.get('/dispatch/board')).body;
  const unassigned = board['unassigned'] as Json[];
  expect(unassigned[0]).toMatchObject({ number: order['number'], priority: 'urgent' });
  const busy = (board['engineers'] as Json[]).find(({ engineer: one }) => (one as Json)['name'] === '何建国');
  expect((busy?.['orders'] as Json[]).length).toBeGreaterThan(0);
  expect((await engineer.get('/dispatch/board')).status).toBe(403);

  const list = await dispatcher.list('/dispatch/work-orders?page[size]=5');
  expect(list[0]).toMatchObject({ number: order['number'] });
  const mine = await dispatcher.list(`/dispatch/work-orders?filter[engineer]=${engineer.employeeId}`);
  expect(mine.every(({ engineer: one }) => (one as Json)['name'] === '何建国')).toBe(true);
});
