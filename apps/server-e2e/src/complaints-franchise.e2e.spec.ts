/** Franchise: validity with two reasons, several proposals, sanction of person and head, summary (001 chapters 4, 5). */
import { act, handle, inbox, openComplaint, readComplaint, timeline, tryAct, unitsByCode } from './support/complaints';
import { openedByPaper } from './support/archive';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let supervisor: Person;
let head: Person;
let handler: Person;
let manager: Person;
let unit: (code: string) => string;

beforeAll(async () => {
  suite = await playSuite('2026-09-14T10:00:00+08:00', { SUITE_MODULES: 'complaints', SUITE_PACK: 'franchise' });
  [agent, supervisor, head, handler, manager] = await Promise.all([
    suite.as('agent'),
    suite.as('supervisor'),
    suite.as('tech-manager'),
    suite.as('engineer2'),
    suite.as('manager'),
  ]);
  unit = await unitsByCode(supervisor);
});

afterAll(() => suite.close());

const grounds = { sufficient: true, reason: '订单与签收单不符' };
const demand = { reasonable: true, reason: '要求补发合理' };

test('SYS-37 CMP-5 not valid needs both reasons and the customer’s consent noted; then it is closed', async () => {
  const complaint = await openComplaint(agent, { matter: '要求无条件退货' });
  await act(supervisor, complaint, 'check');
  const early = await tryAct(supervisor, complaint, 'dispatch', { unitId: unit('shop-service') });
  expect([early.status, early.body['allowedActions']]).toEqual([409, expect.arrayContaining(['judge'])]);
  const noReason = await tryAct(supervisor, complaint, 'judge', { grounds: { sufficient: false }, demand });
  expect([noReason.status, (noReason.body['errors'] as Json[])[0]]).toEqual([
    422,
    expect.objectContaining({ pointer: '/grounds/reason' }),
  ]);
  const unreasonable = { reasonable: false, reason: '已过退货期' };
  const noConsent = await tryAct(supervisor, complaint, 'judge', { grounds, demand: unreasonable });
  expect([noConsent.status, (noConsent.body['errors'] as Json[])[0]]).toEqual([
    422,
    expect.objectContaining({ pointer: '/consent' }),
  ]);
  const closed = await act(supervisor, complaint, 'judge', {
    grounds,
    demand: unreasonable,
    consent: { given: false, words: '不同意，保留意见' },
  });
  expect(closed).toMatchObject({ state: 'not-valid', validity: { valid: false, consent: { given: false } } });
  expect(closed['allowedActions']).toEqual([]);
});

let complaint: Json;

test('SYS-38 CMP-6 CMP-6a one of several proposals is chosen and instructed; nothing is carried out before', async () => {
  complaint = await openComplaint(agent, { matter: '到店工程师态度恶劣，设备未修好', demand: '道歉并重修' });
  await act(supervisor, complaint, 'check');
  const valid = await act(supervisor, complaint, 'judge', { grounds, demand, promisedAt: '2026-09-16T18:00:00+08:00' });
  expect(valid).toMatchObject({ state: 'checked', validity: { valid: true } });
  await act(supervisor, complaint, 'dispatch', { unitId: unit('shop-service') });
  await act(handler, complaint, 'investigate', {
    facts: '工程师与店主争执',
    cause: '服务人员态度',
    persons: [{ employeeId: handler.employeeId, breach: 'attitude' }],
  });
  const one = await tryAct(handler, complaint, 'propose', { proposals: [{ text: '致歉' }] });
  expect([one.status, (one.body['errors'] as Json[])[0]]).toEqual([422, expect.objectContaining({ code: 'too-few' })]);
  const proposed = await act(handler, complaint, 'propose', {
    proposals: [
      { text: '致歉并免费重修', compensation: { kind: 'repair', value: 20000, account: '到店服务部' } },
      { text: '更换设备', compensation: { kind: 'exchange', value: 150000, account: '公司' } },
    ],
    customersChoice: '选择第一方案',
  });
  const early = await tryAct(handler, complaint, 'carry-out');
  expect(early.status).toBe(409);
  const proposals = proposed['proposals'] as Json[];
  const unknown = await tryAct(supervisor, complaint, 'decide', {
    proposalId: '00000000-0000-4000-8000-000000000000',
    instruction: '同意',
  });
  expect(unknown.status).toBe(422);
  const decided = await act(supervisor, complaint, 'decide', {
    proposalId: proposals[0]?.['id'],
    instruction: '同意第一方案',
  });
  expect(decided).toMatchObject({ state: 'decided', customersChoice: '选择第一方案' });
  const done = await act(handler, complaint, 'carry-out', { text: '已重修', consent: '客户满意' });
  expect(done['state']).toBe('carried-out');
});

test('SYS-40 CMP-6b feedback, revisit and summary come before the archive', async () => {
  const early = await tryAct(supervisor, complaint, 'revisit', { satisfied: true });
  expect([early.status, early.body['allowedActions']]).toEqual([409, expect.arrayContaining(['take-feedback'])]);
  await act(agent, complaint, 'take-feedback', { text: '店主表示可以' });
  await act(supervisor, complaint, 'revisit', { satisfied: true, text: '满意' });
  const unsummed = await tryAct(supervisor, complaint, 'file');
  expect([unsummed.status, unsummed.body['allowedActions']]).toEqual([409, expect.arrayContaining(['summarise'])]);
  const summed = await act(supervisor, complaint, 'summarise', {
    evaluation: '处理及时',
    class: '服务态度',
    countermeasure: '上门礼仪培训',
  });
  expect(summed).toMatchObject({ state: 'summarised', summary: { countermeasure: '上门礼仪培训' } });
  expect((await act(supervisor, complaint, 'file'))['state']).toBe('filed');
});

test('SYS-39 CMP-11 person and head are proposed by rule, decided by name, told, objected to, looked at again', async () => {
  const proposed = (await readComplaint(supervisor, complaint))['sanctions'] as Json[];
  expect(proposed).toHaveLength(2);
  const all = await manager.list('/complaints/sanctions');
  const direct = all.find(({ liability }) => liability === 'direct');
  const ofHead = all.find(({ liability }) => liability === 'head');
  expect([direct?.['points'], ofHead?.['points']]).toEqual([-6, -3]);
  expect((ofHead?.['person'] as Json)['id']).toBe(head.employeeId);
  const path = `/complaints/sanctions/${String(direct?.['id'])}`;
  const own = await head.post(`/complaints/sanctions/${String(ofHead?.['id'])}/decide`, { uphold: true, text: '同意' });
  expect(own.status).toBe(403);
  const decided = await head.do(`${path}/decide`, { uphold: true, text: '情况属实', points: -5 });
  expect(decided).toMatchObject({ state: 'decided', points: -5, decision: { by: { name: '吴海峰' } } });
  expect((await inbox(handler)).filter((text) => text.includes(String(decided['number'])))).toHaveLength(1);
  const stranger = await agent.post(`${path}/object`, { text: '不服' });
  expect(stranger.status).toBe(404);
  const objected = await handler.do(`${path}/object`, { text: '店主先动手' });
  expect(objected['state']).toBe('objected');
  const lifted = await manager.do(`${path}/review`, { uphold: false, text: '采纳申辩' });
  expect(lifted).toMatchObject({ state: 'lifted', review: { by: { name: '高远' } } });
});

test('CMP-11 the time to object ends', async () => {
  const [ofHead] = (await manager.list('/complaints/sanctions')).filter(({ liability }) => liability === 'head');
  const path = `/complaints/sanctions/${String(ofHead?.['id'])}`;
  await manager.do(`${path}/decide`, { uphold: true, text: '负领导责任' });
  await suite.clock('2026-09-20T10:00:00+08:00');
  const late = await head.post(`${path}/object`, { text: '不服' });
  expect([late.status, late.body['code']]).toEqual([409, 'objection-too-late']);
});

test('CMP-11 NUM-2 a circulation goes to its list, and keeps who has read it', async () => {
  const issued = await supervisor.do('/complaints/circulations', {
    complaintId: complaint['id'],
    employeeId: handler.employeeId,
    matter: '上门服务态度恶劣',
    ground: '服务规范第三条',
    handling: '扣5分，通报批评',
    requirement: '各部门引以为戒',
    toUnitIds: [unit('shop-service'), unit('logistics')],
  });
  expect(issued).toMatchObject({ state: 'issued', complaintNumber: complaint['number'] });
  const path = `/complaints/circulations/${String(issued['id'])}`;
  const read = await head.do(`${path}/read`);
  const list = read['list'] as Json[];
  expect(list.map(({ readAt }) => readAt !== null)).toEqual([true, false]);
  const notOnIt = await agent.post(`${path}/read`);
  expect(notOnIt.status).toBe(404);
  const opened = await openedByPaper(supervisor, path, 'circulation', /TB\d{10}/);
  expect(opened).toEqual([{ module: 'complaints', kind: 'circulation', id: issued['id'] }]);
});

test('CMP-9 CMP-5 a revisit that is not satisfied is screened; wrong handling starts the next round', async () => {
  const again = await openComplaint(agent, { matter: '发错货' });
  await act(supervisor, again, 'check');
  await act(supervisor, again, 'judge', { grounds, demand });
  await act(supervisor, again, 'dispatch', { unitId: unit('shop-service') });
  await handle(handler, supervisor, again);
  await act(agent, again, 'take-feedback', { text: '仍未收到' });
  const dissatisfied = await act(supervisor, again, 'revisit', { satisfied: false, text: '仍不满意' });
  expect(dissatisfied['allowedActions']).toEqual(expect.arrayContaining(['screen']));
  expect(dissatisfied['allowedActions']).not.toContain('summarise');
  const screened = await act(supervisor, again, 'screen', { handlingWrong: true, reason: '未核实物流' });
  expect(screened).toMatchObject({ state: 'dispatched', round: 2, proposals: [], rehandlings: [{ round: 2 }] });
  expect(await timeline(supervisor, again)).toEqual(expect.arrayContaining(['screened']));
});
