/** Telecom: the road of an order through the units and back, and the way back after a revisit (002 part 1 §2.1, §2.4.6). */
import {
  act,
  readComplaint,
  clockOf,
  handle,
  hoursOf,
  openComplaint,
  stages,
  timeline,
  tryAct,
  unitsByCode,
} from './support/complaints';
import { openedByPaper } from './support/archive';
import { local } from './support/hotline';
import { readPdf } from '@bihuan/testing-kit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let centre: Person;
let network: Person;
let remote: Person;
let hubei: Person;
let unit: (code: string) => string;

const gsm: Json = { business: 'gsm', kind: 'network-quality', level: 'ordinary' };

beforeAll(async () => {
  suite = await playSuite('2026-09-14T09:00:00+08:00', { SUITE_MODULES: 'complaints', SUITE_PACK: 'telecom' });
  [agent, centre, network, remote, hubei] = await Promise.all([
    suite.as('agent'),
    suite.as('supervisor'),
    suite.as('network-head'),
    suite.as('remote-clerk'),
    suite.as('hubei-supervisor'),
  ]);
  unit = await unitsByCode(centre);
});

afterAll(() => suite.close());

test('SYS-54 CMP-7 CMP-7a CMP-7b CMP-7c an unclear kind goes to the business department, once onward, and back the same road', async () => {
  const unclear = await openComplaint(agent, { ...gsm, kind: 'other' });
  await act(centre, unclear, 'check');
  const wrong = await tryAct(centre, unclear, 'dispatch', { unitId: unit('henan-network') });
  expect([wrong.status, JSON.stringify(wrong.body)]).toEqual([422, expect.stringContaining('henan-mobile')]);
  await act(centre, unclear, 'dispatch', { unitId: unit('zhengzhou-remote') });
  const skip = await tryAct(remote, unclear, 'forward', { unitId: unit('henan-billing'), reason: '账务问题' });
  expect(skip.status).toBe(422);
  await act(remote, unclear, 'forward', { unitId: unit('henan-mobile'), reason: '性质不明' });
  const business = await suite.as('mobile-head');
  await act(business, unclear, 'name-co-operators', { unitIds: [unit('henan-legal')] });
  const sent = await act(business, unclear, 'forward', { unitId: unit('henan-billing'), reason: '计费处理' });
  expect((sent['road'] as Json[]).map((hop) => (hop['unit'] as Json)['name'])).toEqual([
    '郑州远端处理单元',
    '河南省移动业务部',
    '河南省计费账务部',
  ]);
  const billing = await suite.as('billing-head');
  const back = await tryAct(billing, unclear, 'forward', { unitId: unit('henan-mobile'), reason: '不是我部门' });
  expect(back.status).toBe(422);
  const path: unknown[] = [];
  for (const person of [billing, business, remote]) {
    const fed = await act(person, unclear, 'feed-back', { text: '已核实退费' });
    path.push([(fed['unit'] as Json)['name'], fed['returnedAt'] === null ? null : 'centre']);
  }
  expect(path).toEqual([
    ['河南省移动业务部', null],
    ['郑州远端处理单元', null],
    ['郑州远端处理单元', 'centre'],
  ]);
  const raised = await openComplaint(agent, gsm);
  await act(centre, raised, 'check');
  await act(centre, raised, 'dispatch', { unitId: unit('zhengzhou-remote') });
  const province = await act(remote, raised, 'raise', { reason: '超出市级权限' });
  expect((province['unit'] as Json)['name']).toBe('河南省投诉处理中心');
  const headquarters = await act(centre, raised, 'raise', { reason: '需总部协调' });
  expect((headquarters['unit'] as Json)['name']).toBe('总部投诉中心');
});

test('CMP-7d interconnection has its own limits, and feeds straight back to the intake unit', async () => {
  const one = await openComplaint(agent, { ...gsm, kind: 'interconnection' });
  await act(centre, one, 'check');
  await act(centre, one, 'dispatch', { unitId: unit('zhengzhou-remote') });
  const sent = await act(remote, one, 'forward', { unitId: unit('henan-interconnection'), reason: '互联互通' });
  expect(hoursOf(clockOf(sent, 'handling'))).toBe(12);
  const fed = await act(await suite.as('interconnection-head'), one, 'feed-back', { text: '已协调对方运营商' });
  expect(fed['returnedAt']).not.toBeNull();
  expect(stages(fed)).toEqual(expect.arrayContaining(['answer armed', 'handling met']));
});

test('CMP-8c a roaming customer’s complaint is answered by the centre of his home province', async () => {
  const roaming = await openComplaint(agent, {
    ...gsm,
    crossProvince: true,
    homeUnitId: unit('hubei-complaint-centre'),
  });
  const answered = await act(hubei, roaming, 'answer', { outcome: 'solved', way: 'phone', text: '归属省已处理' });
  expect(answered).toMatchObject({ state: 'answered', answerUnit: { name: '湖北省投诉处理中心' } });
});

test('SYS-60 CMP-9b NUM-2 revisit within 7 days; not satisfied is screened by the back office: wrong handling makes a re-handling order', async () => {
  await suite.clock('2026-09-16T09:00:00+08:00');
  const one = await openComplaint(agent, gsm);
  await act(centre, one, 'check');
  await act(centre, one, 'dispatch', { unitId: unit('henan-network') });
  await handle(network, network, one);
  const answered = await act(agent, one, 'answer', { outcome: 'solved', way: 'phone', text: '基站已修复' });
  // 168 hours end on Wednesday the 23rd at 09:00: due at the close of that day.
  expect(local(clockOf(answered, 'revisit')['dueAt'])).toBe('2026-09-23 18:00');
  const dissatisfied = await act(centre, one, 'revisit', { satisfied: false, text: '仍然掉话' });
  expect(stages(dissatisfied)).toEqual(expect.arrayContaining(['screening armed', 'revisit met']));
  const office = await suite.as('back-office');
  const again = await act(office, one, 'screen', { handlingWrong: true, reason: '未测试即归档' });
  expect(again).toMatchObject({ state: 'dispatched', round: 2, answer: null });
  expect(again['rehandlings']).toMatchObject([{ round: 2, unit: { name: '河南省网络运行部' }, result: null }]);
  expect(hoursOf(clockOf(again, 'handling'))).toBe(16);
  const fed = await act(network, one, 'feed-back', { text: '已重新优化并测试' });
  expect(fed['rehandlings']).toMatchObject([{ result: '已重新优化并测试' }]);
  await act(agent, one, 'answer', { outcome: 'solved', way: 'phone' });
  await act(centre, one, 'revisit', { satisfied: false, text: '还是不满意' });
  const closed = await act(office, one, 'screen', { handlingWrong: false, reason: '测试正常' });
  expect(closed).toMatchObject({ state: 'filed', mayBecomeAppeal: true });
  expect(await timeline(centre, one)).toEqual(expect.arrayContaining(['screened', 'fed-back', 'answered']));
  const paper = await centre.pdf(`/complaints/complaints/${String(one['id'])}/forms/rehandling-order.pdf`);
  expect((await readPdf(paper.bytes)).map(({ text }) => text).join('')).toContain('已重新优化并测试');
  // NUM-2: the order has a number of its own, of no list.
  const opened = await openedByPaper(
    centre,
    `/complaints/complaints/${String(one['id'])}`,
    'rehandling-order',
    /ZCL\d{11}/,
  );
  expect(opened).toEqual([{ module: 'complaints', kind: 'complaint', id: one['id'] }]);
});

test('CMP-3 complaints of one cause follow one, which rises in the queue; all get its answer', async () => {
  const leader = await openComplaint(agent, gsm);
  const followers = [await openComplaint(agent, gsm), await openComplaint(agent, gsm)];
  for (const one of followers) {
    const joined = await act(centre, one, 'join', { complaintId: leader['id'] });
    expect(joined).toMatchObject({ state: 'registered', leaderId: leader['id'] });
    expect(stages(joined).filter((stage) => !stage.endsWith('cancelled') && !stage.endsWith('met'))).toEqual([]);
    const merged = (joined['deadlines'] as Json[]).filter(({ merged }) => merged === true);
    expect(merged.length).toBeGreaterThan(0);
    expect((await timeline(centre, one)).filter((action) => action === 'deadline-merged')).toHaveLength(merged.length);
  }
  const raised = await readComplaint(centre, leader);
  expect(raised['followers']).toBe(2);
  expect(Number(raised['priority'])).toBeLessThan(Number(leader['priority']));
  const chain = await tryAct(centre, leader, 'join', { complaintId: followers[0]?.['id'] });
  expect(chain.status).toBe(422);
  const itself = await tryAct(centre, await openComplaint(agent, gsm), 'join', { complaintId: followers[0]?.['id'] });
  expect([itself.status, (itself.body['errors'] as Json[])[0]]).toEqual([
    422,
    expect.objectContaining({ code: 'follows-another' }),
  ]);
  await act(centre, leader, 'check');
  await act(agent, leader, 'answer', { outcome: 'explained', way: 'phone', text: '基站检修，18时恢复' });
  for (const one of followers) {
    expect(await readComplaint(centre, one)).toMatchObject({
      state: 'answered',
      answer: { outcome: 'explained', text: '基站检修，18时恢复' },
    });
  }
});

test('DLN-3 while it follows nothing runs but the leader’s clocks; a leader that is withdrawn gives each its own back', async () => {
  const [leader, follower] = [await openComplaint(agent, gsm), await openComplaint(agent, gsm)];
  const due = (one: Json): string[] =>
    (one['deadlines'] as Json[])
      .filter(({ state }) => state !== 'cancelled' && state !== 'met')
      .map(({ stage, dueAt }) => `${String(stage)} ${String(dueAt)}`)
      .sort();
  const own = due(await readComplaint(centre, follower));
  const leading = due(await readComplaint(centre, leader));
  await act(centre, follower, 'join', { complaintId: leader['id'] });
  const checked = await act(centre, follower, 'check');
  expect(checked).toMatchObject({ dueAt: null });
  expect(due(checked)).toEqual([]);
  expect(due(await readComplaint(centre, leader))).toEqual(leading);
  await act(agent, leader, 'withdraw', { reason: '客户撤诉' });
  const alone = await readComplaint(centre, follower);
  expect(alone).toMatchObject({ leaderId: null, state: 'checked' });
  expect(own.map((line) => line.split(' ')[0])).toEqual(['check', 'promise']);
  expect(due(alone)).toEqual(own);
  expect(await timeline(centre, follower)).toEqual(expect.arrayContaining(['joined', 'separated']));
  expect(await readComplaint(centre, leader)).toMatchObject({ followers: 0, state: 'withdrawn' });
});

test('CMP-19 CMP-20 a look leaves its mark, a major case is marked, a withdrawn one has no clocks', async () => {
  const one = await openComplaint(agent, gsm);
  await act(centre, one, 'look', { text: '关注', dueAt: '2026-09-20T18:00:00+08:00' });
  expect(await act(centre, one, 'mark-major', { reason: '媒体关注' })).toMatchObject({ major: true });
  const gone = await act(agent, one, 'withdraw', { reason: '客户撤诉' });
  expect(gone).toMatchObject({ state: 'withdrawn', dueAt: null });
  expect(stages(gone).filter((stage) => stage.endsWith('armed'))).toEqual([]);
  expect(await timeline(centre, one)).toEqual(expect.arrayContaining(['looked-at', 'marked-major', 'withdrawn']));
});
