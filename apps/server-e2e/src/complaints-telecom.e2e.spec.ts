/** Telecom: a VIP's cross-province complaint with every clock, supervision, a new promise, an answer not accepted (002 part 1 §2). */
import {
  act,
  clockOf,
  hoursOf,
  inbox,
  openComplaint,
  readComplaint,
  stages,
  tryAct,
  unitsByCode,
  uploadSignature,
} from './support/complaints';
import { local } from './support/hotline';
import { readPdf } from '@bihuan/testing-kit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let centre: Person;
let network: Person;
let hq: Person;
let unit: (code: string) => string;
let vip: string;

const gsm: Json = { business: 'gsm', kind: 'network-quality', level: 'ordinary' };

beforeAll(async () => {
  suite = await playSuite('2026-09-14T09:00:00+08:00', { SUITE_MODULES: 'complaints', SUITE_PACK: 'telecom' });
  [agent, centre, network, hq] = await Promise.all([
    suite.as('agent'),
    suite.as('supervisor'),
    suite.as('network-head'),
    suite.as('hq-head'),
  ]);
  unit = await unitsByCode(centre);
  const customer = await agent.do('/customers', { name: '郑州机械集团', kind: 'company', level: 'vip' });
  vip = String(customer['id']);
});

afterAll(() => suite.close());

test('SYS-51 CMP-2 a foreign pair is refused with the list, a level that is missing too; cross-province becomes nation', async () => {
  const refused = await agent.post('/complaints/complaints', {
    channel: 'phone',
    customerName: '王',
    phone: '',
    matter: '宽带慢',
    business: 'broadband',
    kind: 'roaming',
    level: 'ordinary',
  });
  expect(refused.status).toBe(422);
  expect((refused.body['errors'] as Json[])[0]).toMatchObject({
    pointer: '/kind',
    detail: expect.stringContaining('own-network-quality（网内通信质量）'),
  });
  const noLevel = await agent.post('/complaints/complaints', {
    channel: 'phone',
    customerName: '王',
    phone: '',
    matter: '宽带慢',
    business: 'broadband',
    kind: 'own-network-quality',
  });
  expect((noLevel.body['errors'] as Json[])[0]).toMatchObject({ pointer: '/level' });
  const across = await openComplaint(agent, { ...gsm, crossProvince: true, symptom: 'no-signal' });
  expect(across['level']).toBe('nation');
});

test('SYS-49 CMP-1b a counter complaint does not leave registered without a signature; a hotline one with its recording does', async () => {
  const counter = await openComplaint(agent, { ...gsm, channel: 'counter' });
  expect(clockOf(counter, 'fill')['state']).toBe('armed');
  for (const name of ['check', 'answer']) {
    const held = await tryAct(centre, counter, name, name === 'answer' ? { outcome: 'solved', way: 'visit' } : {});
    expect([held.status, held.body['state']]).toEqual([409, 'registered']);
  }
  const photo = await uploadSignature(suite, agent);
  const signed = await act(agent, counter, 'sign', { attachmentId: photo });
  expect(signed).toMatchObject({ signature: { needed: true, attachmentId: photo } });
  expect(stages(signed)).toEqual(expect.arrayContaining(['fill met', 'check armed']));
  expect((await act(centre, counter, 'check'))['state']).toBe('checked');
  const recorded = await openComplaint(agent, { ...gsm, recording: 'call-20260914-0001' });
  expect((await act(centre, recorded, 'check'))['state']).toBe('checked');
});

test('SYS-50 CMP-8b answered on the spot it is still an order, closed in one step and counted as first contact', async () => {
  const complaint = await openComplaint(agent, gsm);
  const answered = await act(agent, complaint, 'answer', {
    outcome: 'solved',
    way: 'phone',
    text: '已远程重置',
    satisfied: true,
  });
  expect(answered).toMatchObject({ state: 'answered', answer: { firstContact: true, satisfied: true } });
  expect(stages(answered)).toEqual(['check met', 'fill met', 'promise met', 'revisit armed']);
  const byCentre = await openComplaint(agent, gsm);
  await act(centre, byCentre, 'check');
  expect(await act(centre, byCentre, 'answer', { outcome: 'explained', way: 'phone' })).toMatchObject({
    state: 'answered',
    answer: { firstContact: true },
  });
  const incomplete = await openComplaint(agent, gsm);
  await act(centre, incomplete, 'check');
  const back = await act(centre, incomplete, 'return-to-channel', { reason: '缺少受理号码' });
  expect(back).toMatchObject({ state: 'registered', returns: 1 });
  expect(stages(back)).toEqual(expect.arrayContaining(['fill armed', 'check cancelled']));
  const completed = await act(agent, incomplete, 'complete', { phone: '13700001111' });
  expect(stages(completed)).toEqual(expect.arrayContaining(['fill met', 'check armed']));
});

let complaint: Json;

test('SYS-52 SYS-53 CMP-4a CMP-4b every stage shows its limit and its warning at 90 %; VIP and 3G get the lower bound', async () => {
  await suite.clock('2026-09-14T10:00:00+08:00');
  complaint = await openComplaint(agent, {
    ...gsm,
    customerId: vip,
    crossProvince: true,
    gravity: ['media'],
    demand: '恢复漫游通话',
    promisedAt: '2026-09-15T18:00:00+08:00',
  });
  expect(complaint).toMatchObject({ level: 'nation', customerClass: 'vip', reserved: true });
  expect(hoursOf(clockOf(complaint, 'fill'))).toBe(1);
  expect(hoursOf(clockOf(complaint, 'check'))).toBe(4);
  expect(hoursOf(clockOf(complaint, 'promise'))).toBe(72);
  expect(local(clockOf(complaint, 'promised')['dueAt'])).toBe('2026-09-15 18:00');
  expect(local(clockOf(complaint, 'check')['warnAt'])).toBe('2026-09-14 13:36');
  await act(centre, complaint, 'check');
  const sent = await act(centre, complaint, 'dispatch', { unitId: unit('henan-network') });
  expect(hoursOf(clockOf(sent, 'handling'))).toBe(24);
  const limits = async (more: Json): Promise<number> => {
    const one = await openComplaint(agent, { ...gsm, ...more });
    await act(centre, one, 'check');
    return hoursOf(clockOf(await act(centre, one, 'dispatch', { unitId: unit('henan-network') }), 'handling'));
  };
  expect(await limits({})).toBe(16);
  expect(await limits({ business: 'wcdma' })).toBe(4);
  expect(await limits({ customerId: vip })).toBe(4);
  expect(await limits({ level: 'province' })).toBe(36);
  expect(await limits({ level: 'nation' })).toBe(60);
});

test('CMP-4f a promise that is longer than the pack’s is refused; only a re-promise may be longer', async () => {
  const body = { channel: 'phone', customerName: '王', phone: '', matter: '掉话', ...gsm };
  const longer = await agent.post('/complaints/complaints', { ...body, promisedAt: '2026-09-15T10:01:00+08:00' });
  expect([longer.status, (longer.body['errors'] as Json[])[0]]).toEqual([
    422,
    expect.objectContaining({ pointer: '/promisedAt', code: 'longer-than-policy' }),
  ]);
  const past = await agent.post('/complaints/complaints', { ...body, promisedAt: '2026-09-14T09:00:00+08:00' });
  expect((past.body['errors'] as Json[])[0]).toMatchObject({ code: 'in-the-past' });
});

test('SYS-55 CMP-3 VIP and media stand on top of an older ordinary one', async () => {
  const queue = await centre.list('/complaints/complaints?page[size]=200');
  expect(queue[0]?.['number']).toBe(complaint['number']);
  const priorities = queue.map(({ priority }) => Number(priority));
  expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
});

test('SYS-55 CMP-3a a reserved queue is seen by its seats, and by others only while none of them is on duty', async () => {
  const fresh = await openComplaint(agent, { ...gsm, customerId: vip });
  const seat = await suite.as('vip-clerk');
  const other = await suite.as('henan-appeals');
  const sees = async (person: Person): Promise<boolean> =>
    (await person.list('/complaints/complaints?page[size]=200')).some(({ number }) => number === fresh['number']);
  expect([await sees(seat), await sees(other)]).toEqual([true, true]);
  const admin = await suite.as('admin');
  await admin.do('/duty/shifts', {
    unitId: unit('henan-complaint-centre'),
    employeeId: seat.employeeId,
    from: '2026-09-14T08:00:00+08:00',
    to: '2026-09-14T20:00:00+08:00',
    kind: 'shift',
  });
  expect([await sees(seat), await sees(other)]).toEqual([true, false]);
});

test('SYS-58 CMP-4c NTF-1 at 90 % unit and person are told with an SMS; ignored, a supervision order follows, once', async () => {
  await act(network, complaint, 'investigate', { facts: '归属省漫游数据未同步', cause: 'resource-fault' });
  // 24 hours from 10:00: warned at 90 %, 21:36 later.
  await suite.clock('2026-09-15T07:37:00+08:00');
  const warned = clockOf(await readComplaint(centre, complaint), 'handling');
  expect([warned['state'], local(warned['warnAt'])]).toEqual(['warned', '2026-09-15 07:36']);
  const number = String(complaint['number']);
  expect((await inbox(network)).filter((text) => text.includes(number) && text.includes('处理'))).not.toEqual([]);
  const sent = await centre.list(`/notices/sent?filter[subject]=complaints:complaint:${String(complaint['id'])}`);
  expect(sent.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['sms']));
  await suite.clock('2026-09-15T10:00:00+08:00');
  const orders = (await readComplaint(centre, complaint))['supervisions'] as Json[];
  expect(orders.filter(({ automatic }) => automatic)).toHaveLength(1);
  expect(orders[0]).toMatchObject({ ground: 'automatic', unit: { name: '河南省网络运行部' } });
});

test('SYS-59 CMP-20 headquarters puts it under supervision by decision; the province must reply', async () => {
  const past = await tryAct(hq, complaint, 'supervise', { instruction: '限时', dueAt: '2026-09-15T09:00:00+08:00' });
  expect(past.status).toBe(422);
  const supervised = await act(hq, complaint, 'supervise', {
    instruction: '今日内恢复并书面说明',
    dueAt: '2026-09-15T17:00:00+08:00',
    ground: 'key',
    requiredReply: '原因与措施',
  });
  const [order, automatic] = supervised['supervisions'] as Json[];
  expect([order?.['automatic'], automatic?.['automatic']]).toEqual([false, true]);
  const path = `/complaints/supervisions/${String(order?.['id'])}`;
  const both = await Promise.all([network.get(path), hq.get(path)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect((await network.list('/work')).map(({ number }) => number)).toContain(order?.['number']);
  const replied = await network.do(`${path}/reply`, { text: '已定位，下午恢复' });
  expect(replied).toMatchObject({ state: 'replied', reply: { by: { name: '江涛' } } });
  const counted = await hq.list('/complaints/supervisions?filter[state]=all&filter[automatic]=false');
  expect(counted.map(({ number }) => number)).toEqual([order?.['number']]);
});

test('SYS-57 CMP-8a DLN-3 a new promise keeps both times, tells the next stage and the centre, and wants a progress reply before', async () => {
  const refused = await tryAct(agent, complaint, 're-promise', { dueAt: '2026-09-15T17:00:00+08:00', reason: '早些' });
  expect(refused.status).toBe(422);
  const promised = await act(agent, complaint, 're-promise', {
    dueAt: '2026-09-18T18:00:00+08:00',
    reason: '需省际联调',
  });
  expect(local(clockOf(promised, 'promised')['dueAt'])).toBe('2026-09-18 18:00');
  expect(local(clockOf(promised, 'promised')['firstDueAt'])).toBe('2026-09-15 18:00');
  expect(local(clockOf(promised, 'promise')['dueAt'])).toBe('2026-09-18 18:00');
  expect(local(clockOf(promised, 'progress-reply')['dueAt'])).toBe('2026-09-15 18:00');
  const number = String(complaint['number']);
  for (const person of [network, centre, await suite.as('hq-clerk')]) {
    expect((await inbox(person)).filter((text) => text.includes(number) && text.includes('重新承诺'))).toHaveLength(1);
  }
  const told = await act(agent, complaint, 'progress-reply', { text: '正在省际联调，致歉' });
  expect(clockOf(told, 'progress-reply')).toMatchObject({ state: 'met', late: false });
});

test('SYS-56 CMP-8 CMP-8c CMP-8d the handler cannot answer; the result is back, answered within 2 hours, not accepted', async () => {
  const notHis = await tryAct(network, complaint, 'answer', { outcome: 'solved', way: 'phone' });
  expect(notHis.status).toBe(403);
  const seen = await readComplaint(network, complaint);
  expect(seen['allowedActions']).not.toEqual(expect.arrayContaining(['answer']));
  expect(seen['allowedActions']).not.toEqual(expect.arrayContaining(['progress-reply']));
  await act(network, complaint, 'note-contact', { reason: '现场测试需用户配合', text: '已测试' });
  await suite.clock('2026-09-15T15:00:00+08:00');
  const back = await act(network, complaint, 'feed-back', { text: '漫游数据已同步，测试正常' });
  expect(local(back['returnedAt'])).toBe('2026-09-15 15:00');
  expect(clockOf(back, 'handling')).toMatchObject({ state: 'met', late: true });
  expect([hoursOf(clockOf(back, 'answer')), local(clockOf(back, 'answer')['warnAt'])]).toEqual([2, '2026-09-15 16:48']);
  const way = await tryAct(agent, complaint, 'answer', { outcome: 'solved', way: 'telepathy' });
  expect([way.status, (way.body['errors'] as Json[])[0]]).toEqual([422, expect.objectContaining({ pointer: '/way' })]);
  const answered = await act(agent, complaint, 'answer', {
    outcome: 'not-accepted',
    way: 'letter',
    text: '已说明原因',
  });
  expect(answered).toMatchObject({
    state: 'answered',
    mayBecomeAppeal: true,
    concludedAt: null,
    answer: { outcome: 'not-accepted', way: 'letter', firstContact: false },
  });
  expect(answered['allowedActions']).toEqual(['revisit']);
  expect((await readComplaint(centre, complaint))['allowedActions']).toEqual(
    expect.arrayContaining(['file', 'revisit']),
  );
});

test('SYS-52 SYS-59 forms 27a and 27b print the stages and the orders; 27c exists only after a re-handling', async () => {
  const textOf = async (path: string): Promise<string> => {
    const answer = await centre.pdf(path);
    expect(answer.status).toBe(200);
    return (await readPdf(answer.bytes)).map(({ text }) => text).join('|');
  };
  const paths = `/complaints/complaints/${String(complaint['id'])}/forms`;
  const order = await textOf(`${paths}/complaint-order.pdf`);
  expect(order).toContain('处理2026-09-1510:002026-09-1515:00河南省网络运行部江涛');
  expect(order).toContain('VIP客户');
  const supervision = await textOf(`${paths}/supervision-order.pdf`);
  expect(supervision).toContain('今日内恢复并书面说明');
  expect(supervision).toContain('该环节已预警而未按时完成');
  expect((await centre.pdf(`${paths}/rehandling-order.pdf`)).status).toBe(409);
});
