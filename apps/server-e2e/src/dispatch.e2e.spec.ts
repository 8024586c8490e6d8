/** A day of the cable operator's dispatch centre: clocks, choice, overrun, signature (DSP-1 … DSP-8; cable-tv). */
import { readPdf, readPictures } from '@bihuan/testing-kit';
import { upload } from './support/appeals';
import { uploadSignature } from './support/complaints';
import { clockOf, codeSent, limitsOf, openOrder, orderPath, readOrder } from './support/dispatch';
import { local } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let dispatcher: Person;
let engineer: Person;
let head: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'cable-tv', SUITE_MODULES: 'dispatch' });
  [agent, dispatcher, engineer, head] = await Promise.all([
    suite.as('agent'),
    suite.as('dispatcher'),
    suite.as('engineer2'),
    suite.as('station-head'),
  ]);
});

afterAll(() => suite.close());

test('SYS-91 DSP-3a DSP-3b one order of each kind shows its limits', async () => {
  expect(limitsOf(await openOrder(agent))).toEqual({ respond: 30, conclude: 24 * 60 });
  expect(limitsOf(await openOrder(agent, { customerClass: 'vip' }))).toEqual({ respond: 20, conclude: 6 * 60 });
  const opening = { type: 'service-opening', customerClass: 'vip' };
  expect(limitsOf(await openOrder(agent, opening))).toEqual({ respond: 60, conclude: 12 * 60 });
  const layer = async (faultLayer: string) => limitsOf(await openOrder(agent, { faultLayer }));
  expect(await layer('backbone')).toEqual({ arrive: 40, conclude: 120 });
  expect(await layer('aggregation')).toEqual({ arrive: 60, conclude: 120 });
  expect(await layer('access')).toEqual({ respond: 30, conclude: 24 * 60 });
});

test('SYS-91 DSP-3b the limit of the backbone covers the repair; those of aggregation and access end with the feedback', async () => {
  const operations = await suite.as('engineer');
  for (const [faultLayer, solved] of [
    ['backbone', 'met'],
    ['aggregation', 'armed'],
    ['access', 'armed'],
  ] as const) {
    const order = await openOrder(agent, { faultLayer });
    await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: operations.employeeId });
    await operations.do(`${orderPath(order)}/accept`);
    const done = await operations.do(`${orderPath(order)}/solve`, { cause: 'fibre-cut' });
    expect([faultLayer, clockOf(done, 'conclude')['state']]).toEqual([faultLayer, solved]);
    const fedBack = await operations.do(`${orderPath(order)}/feed-back`);
    expect(clockOf(fedBack, 'conclude')).toMatchObject({ state: 'met', late: false });
  }
});

test('DSP-1d HOT-9d an urgent order by telephone counts from the call; the customer’s own time is a clock beside the others', async () => {
  const order = await openOrder(agent, {
    calledAt: '2026-09-17T08:52:00+08:00',
    priority: 'urgent',
    requestedAt: '2026-09-17T15:30:00+08:00',
  });
  expect(order).toMatchObject({ state: 'drafted', priority: 'urgent' });
  expect(local(clockOf(order, 'respond')['dueAt'])).toBe('2026-09-17 09:22');
  expect(local(clockOf(order, 'requested-time')['dueAt'])).toBe('2026-09-17 15:30');
  const future = await agent.post('/dispatch/work-orders', {
    type: 'fault-repair',
    customerClass: 'ordinary',
    description: 'x',
    calledAt: '2026-09-17T09:30:00+08:00',
  });
  expect([future.status, (future.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, '/calledAt']);
});

test('DSP-1b an order accepted at a hall keeps hall and clerk; what the pack has not is refused with the list', async () => {
  const clerk = await suite.as('hall-clerk');
  const units = new Map((await clerk.list('/units')).map((unit) => [unit['code'], String(unit['id'])]));
  const hall = { source: 'hall', hallId: units.get('hall-east'), clerkId: clerk.employeeId };
  const order = await openOrder(clerk, { type: 'service-opening', ...hall });
  expect(order).toMatchObject({ source: 'hall', hall: { name: '城东营业厅' }, clerk: { name: '薛萍' } });
  const bad = await clerk.post('/dispatch/work-orders', {
    type: 'rocket',
    customerClass: 'ordinary',
    description: 'x',
  });
  expect(bad.status).toBe(422);
  expect(JSON.stringify(bad.body)).toContain('fault-repair, installation, service-opening');
});

describe('SYS-91 SYS-26 a VIP fault in 黄花镇', () => {
  let order: Json;

  test('SYS-26 DSP-2 the suggestion goes by region, certificate, duty and load; the expired licence is not in it', async () => {
    const hr = await suite.as('hr');
    const units = new Map((await agent.list('/units')).map((unit) => [unit['code'], String(unit['id'])]));
    const shift = { from: '2026-09-17T08:00:00+08:00', to: '2026-09-17T20:00:00+08:00', kind: 'shift' };
    const station = units.get('station-huanghua');
    await hr.do('/duty/shifts', { unitId: station, employeeId: engineer.employeeId, ...shift });
    order = await openOrder(agent, { customerClass: 'vip' });
    const { body } = await dispatcher.get(`${orderPath(order)}/candidates`);
    const names = (body.data ?? []).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['何建国', '程功']);
    expect(names).not.toContain('曹阳');
    const reasons = (body.data?.[0]?.['reasons'] as Json[]).map(({ code }) => code);
    expect(reasons).toEqual(['region', 'function', 'certificate', 'on-duty', 'load']);
    expect(body['head']).toMatchObject({ name: '严明' });
  });

  test('SYS-26 ORG-3a by hand, too, an expired licence is refused with the reason, and one for another product line', async () => {
    const refusal = async (user: string, more: Json = {}) => {
      const other = await openOrder(agent, more);
      const { employeeId } = await suite.as(user);
      const answer = await dispatcher.post(`${orderPath(other)}/dispatch`, { assigneeId: employeeId });
      return [answer.status, (answer.body['errors'] as Json[] | undefined)?.[0]?.['code']];
    };
    expect(await refusal('engineer-expired')).toEqual([422, 'no-valid-certificate']);
    expect(await refusal('engineer-tv', { productLine: 'two-way' })).toEqual([422, 'no-valid-certificate']);
    expect((await refusal('engineer-tv'))[0]).toBe(200);
    const neither = await dispatcher.post(`${orderPath(order)}/dispatch`, {});
    expect([neither.status, neither.body['code']]).toEqual([422, 'invalid-input']);
  });

  test('SYS-91 two dispatchers assign the same order: one wins, the other is told', async () => {
    const second = await suite.as('dispatcher2');
    const answers = await Promise.all(
      [dispatcher, second].map((person) =>
        person.post(`${orderPath(order)}/dispatch`, { assigneeId: engineer.employeeId, text: 'VIP，请尽快' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409)?.body;
    expect(loser).toMatchObject({ state: 'dispatched' });
    expect(loser?.['allowedActions']).not.toContain('dispatch');
    expect((await engineer.list('/work')).map(({ number }) => number)).toContain(order['number']);
    expect((await engineer.list('/notices')).map(({ text }) => String(text)).join()).toContain(String(order['number']));
  });

  test('DSP-3a RD-46 the response is warned at half of its 20 minutes, and met by reaching the customer', async () => {
    await suite.clock('2026-09-17T09:09:00+08:00');
    expect(clockOf(await readOrder(engineer, order), 'respond')['state']).toBe('armed');
    await suite.clock('2026-09-17T09:10:00+08:00');
    expect(clockOf(await readOrder(engineer, order), 'respond')['state']).toBe('warned');
    await engineer.do(`${orderPath(order)}/accept`);
    const reached = await engineer.do(`${orderPath(order)}/contact`, { appointmentAt: '2026-09-17T10:00:00+08:00' });
    expect(reached).toMatchObject({ state: 'contacted', deadlines: expect.anything() as unknown });
    expect(clockOf(reached, 'respond')).toMatchObject({ state: 'met', late: false });
    await engineer.do(`${orderPath(order)}/en-route`);
    expect(await engineer.do(`${orderPath(order)}/arrive`)).toMatchObject({ state: 'on-site' });
  });

  test('SYS-90 DSP-4 late after six hours it is dispatched again once, to the same unit and its head; the unit is warned', async () => {
    await suite.clock('2026-09-17T15:00:00+08:00');
    await suite.clock('2026-09-17T15:05:00+08:00');
    const again = await readOrder(engineer, order);
    expect(again).toMatchObject({
      state: 're-dispatched',
      resumeTo: 'on-site',
      redispatches: 1,
      overruns: 1,
      unit: { name: '黄花片站' },
      engineer: { name: '何建国' },
    });
    expect(clockOf(again, 'conclude')['state']).toBe('breached');
    const told = (await head.list('/notices')).filter(({ text }) => String(text).includes(String(order['number'])));
    expect(told.map(({ text }) => String(text)).join()).toMatch(/再次派发|第 1 次再派/);
    const story = await head.list(`/timeline?filter[subject]=dispatch:work-order:${String(order['id'])}`);
    expect(story.filter(({ action }) => action === 're-dispatched')).toHaveLength(1);
  });

  test('DSP-6 restored is not solved: it stays open, cannot be fed back or closed, and is solved with a cause only', async () => {
    const restored = await engineer.do(`${orderPath(order)}/restore`, { text: '临时跳线恢复' });
    expect(restored).toMatchObject({ state: 'restored', solvedAt: null });
    const closing = await dispatcher.post(`${orderPath(order)}/close`);
    expect([closing.status, closing.body['state']]).toEqual([409, 'restored']);
    expect((await engineer.post(`${orderPath(order)}/feed-back`)).status).toBe(409);
    const missing = await engineer.post(`${orderPath(order)}/solve`, { text: '好了' });
    expect([missing.status, (missing.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, '/cause']);
    const unknown = await engineer.post(`${orderPath(order)}/solve`, { cause: 'ghost' });
    expect([unknown.status, JSON.stringify(unknown.body)]).toEqual([422, expect.stringContaining('fibre-cut')]);
    const solved = await engineer.do(`${orderPath(order)}/solve`, { cause: 'line', text: '更换入户线' });
    expect(solved).toMatchObject({ state: 'solved', cause: 'line' });
    expect(clockOf(solved, 'conclude')).toMatchObject({ state: 'met', late: true });
  });

  test('DSP-8a the customer signs with his six-digit code; nobody signs for him, three wrong tries spend the code', async () => {
    const admin = await suite.as('admin');
    await engineer.do(`${orderPath(order)}/fill-sheet`, {
      parts: [{ name: '入户线', quantity: 20 }],
      minutes: 75,
      leftOver: [{ text: '楼道分配器老化', measure: '下周一更换' }],
    });
    const forged = await engineer.post(`${orderPath(order)}/sign`, { name: '何建国' });
    expect([forged.status, (forged.body['errors'] as Json[])[0]?.['code']]).toEqual([422, 'signing-for-the-customer']);
    const words = await engineer.post(`${orderPath(order)}/sign`, {
      name: '王建国',
      attachmentId: await upload(suite, engineer, '王建国'),
    });
    expect([words.status, words.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/attachmentId', code: 'not-a-picture' })],
    ]);
    const bare = await engineer.do(`${orderPath(order)}/sign`, { name: '王建国' });
    expect(bare['signature']).toMatchObject({ marked: true, withCode: false, by: { name: '何建国' } });

    await engineer.do(`${orderPath(order)}/send-code`);
    const first = await codeSent(admin, order);
    const wrong = first === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 3; tries++) {
      const refused = await engineer.post(`${orderPath(order)}/sign`, { name: '王建国', code: wrong });
      expect([refused.status, (refused.body['errors'] as Json[])[0]?.['code']]).toEqual([422, 'wrong-code']);
    }
    const spent = await engineer.post(`${orderPath(order)}/sign`, { name: '王建国', code: first });
    expect([spent.status, spent.body['code']]).toEqual([409, 'code-spent']);

    await engineer.do(`${orderPath(order)}/send-code`);
    const code = await codeSent(admin, order);
    const attachmentId = await uploadSignature(suite, engineer);
    const signing = {
      name: '王建国',
      code,
      attachmentId,
      place: '黄花镇政府',
      device: 'HUAWEI',
      remark: '服务周到',
      rating: 5,
    };
    const signed = await engineer.do(`${orderPath(order)}/sign`, signing);
    expect(signed).toMatchObject({
      signature: { marked: false, withCode: true, place: '黄花镇政府', device: 'HUAWEI', attachmentId },
      remark: '服务周到',
      rating: 5,
    });
    expect(local((signed['signature'] as Json)['at'])).toBe('2026-09-17 15:05');
  });

  test('DSP-8b fed back, the left-over item is an order of its own with the measure agreed; the order closes', async () => {
    const fedBack = await engineer.do(`${orderPath(order)}/feed-back`, { text: '已更换入户线' });
    expect(clockOf(fedBack, 'feed-back')).toMatchObject({ state: 'met', late: false });
    const [child] = fedBack['children'] as Json[];
    expect(child).toMatchObject({ source: 'follow-up', state: 'drafted' });
    const followUp = await readOrder(dispatcher, child as Json);
    expect(followUp).toMatchObject({
      parent: { number: order['number'] },
      customerName: '王建国',
      customerClass: 'vip',
      description: '楼道分配器老化\n下周一更换',
    });
    expect(limitsOf(followUp)).toEqual({ respond: 20, conclude: 360 });
    const closed = await dispatcher.do(`${orderPath(order)}/close`);
    expect(closed).toMatchObject({ state: 'closed', allowedActions: [] });
  });

  test('DSP-8 form 16 prints in two copies with work, left-over and the confirmed signature', async () => {
    const { status, bytes } = await engineer.pdf(`${orderPath(order)}/forms/service-sheet.pdf`);
    expect(status).toBe(200);
    const pages = await readPdf(bytes);
    const text = pages.map((page) => page.text).join('');
    expect(pages).toHaveLength(2);
    for (const value of [
      '第一联顾客',
      '第二联公司',
      '入户线',
      '楼道分配器老化',
      '下周一更换',
      '已凭短信验证码确认',
      '何建国',
    ]) {
      expect(text).toContain(value);
    }
    expect(text).toContain(String(order['number']));
  });

  test('DSP-8a the drawn signature is on both copies of form 16, for whoever may see the order; others see neither', async () => {
    const form = `${orderPath(order)}/forms/service-sheet.pdf`;
    const { bytes } = await head.pdf(form);
    expect(await readPictures(bytes)).toEqual([['1x1'], ['1x1']]);
    expect((await readPdf(bytes))[0]?.text).toContain('签字时间：2026-09-1715:05');
    const { signature } = (await readOrder(engineer, order)) as { signature: { attachmentId: string } };
    const stranger = await suite.as('engineer-tv');
    for (const path of [form, `/attachments/${signature.attachmentId}`]) {
      expect([path, (await stranger.pdf(path)).status]).toEqual([path, 404]);
    }
  });
});
