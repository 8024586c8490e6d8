/** Complaint, sanctions and appeal of that customer, through every act that takes words (CUS-5). */
import { appealPath } from './appeals';
import { word } from './canary';
import type { Scene } from './canary-scene';
import { PHONE, upload } from './canary-scene';
import { act } from './complaints';
import { settle } from './revisit';
import type { Json } from './suite';

const complaintOf = (customerId: string): Json => ({
  channel: 'complaint-line',
  kind: 'parts-delay',
  customerId,
  customerName: word('用户'),
  phone: PHONE,
  contact: word('李工'),
  address: word('大道99号'),
  matter: word('三天无人上门'),
  demand: word('尽快修复'),
  recording: 'CANARY-recording-7',
});

/** Every act of 5S4E that takes words. */
export async function playComplaint(scene: Scene, customerId: string): Promise<Json> {
  const { agent, engineer, head, supervisor, unit } = scene;
  const one = await agent.do('/complaints/complaints', complaintOf(customerId));
  await act(supervisor, one, 'relay', { unitId: unit('technical-support'), text: word('请处理') });
  await act(head, one, 'acknowledge', { text: word('收到') });
  await act(supervisor, one, 'check', { text: word('属实') });
  await act(supervisor, one, 'mark-major', { reason: word('重大') });
  await act(supervisor, one, 'look', { text: word('看过') });
  await act(supervisor, one, 'supervise', {
    instruction: word('速办'),
    requiredReply: word('说明原因'),
    dueAt: '2026-09-18T12:00:00+08:00',
  });
  await act(supervisor, one, 'dispatch', { unitId: unit('technical-support'), text: word('请办') });
  const [order] = await head.list('/complaints/supervisions');
  await head.do(`/complaints/supervisions/${String(order?.['id'])}/reply`, { text: word('已安排') });
  await act(engineer, one, 'note-contact', { reason: word('需核实'), text: word('问了型号') });
  await act(engineer, one, 'investigate', {
    facts: word('备件未到'),
    cause: word('备件未到'),
    causeText: word('供方延误'),
    persons: [{ employeeId: engineer.employeeId }],
  });
  const proposed = await act(engineer, one, 'propose', {
    proposals: [{ text: word('调拨备件') }, { text: word('更换整机') }],
    customersChoice: word('要第一个'),
  });
  const [first] = proposed['proposals'] as Json[];
  await act(supervisor, one, 'decide', {
    proposalId: first?.['id'],
    instruction: word('同意'),
    customersChoice: word('一'),
  });
  await act(engineer, one, 'carry-out', { text: word('已更换'), consent: word('同意结案') });
  await act(supervisor, one, 'progress-reply', { text: word('进展') });
  await act(supervisor, one, 're-promise', { dueAt: '2026-09-25T12:00:00+08:00', reason: word('等件') });
  await act(engineer, one, 'report', {
    way: 'paper',
    text: word('汇报'),
    missingReason: word('返厂'),
    attachmentId: await upload(scene, engineer),
  });
  await act(supervisor, one, 'revisit', { satisfied: false, proposal: word('先发备件'), text: word('又坏了') });
  return one;
}

export async function playAppeal(scene: Scene, customerId: string, complaint: Json): Promise<Json> {
  const { suite, head, desk, unit } = scene;
  const one = await desk.do('/appeals/appeals', {
    regulator: 'ministry-centre',
    caseNumber: '部申[2026]9号',
    filed: true,
    appellant: word('用户'),
    phone: PHONE,
    matter: word('多次投诉未退'),
    business: 'internet',
    nature: 'charges',
    customerId,
    documents: [await upload(scene, desk)],
  });
  const at = (name: string) => appealPath(one, name);
  await desk.do('/appeals/appeals/candidates', { phone: PHONE, matter: word('投诉') });
  await settle(suite);
  await desk.do(at('link'), { complaintId: complaint['id'] });
  await desk.do(at('dispatch'), {
    unitId: unit('technical-support'),
    assigneeId: head.employeeId,
    text: word('请核实'),
  });
  await head.do(at('accept'), { text: word('受理') });
  for (const round of [1, 2]) {
    await head.do(at('verify'), { text: word('核实'), evidence: [await upload(scene, head)] });
    await head.do(at('plan'), { text: word('退费'), explanation: word('口径') });
    await head.do(at('answer'), {
      text: word('已致歉'),
      way: word('上门'),
      firmAtFault: true,
      improvement: word('整改'),
    });
    const words = { explanation: word('无附件'), basis: word('依据'), measures: word('措施') };
    await head.do(at('report'), { text: word('经查'), ...words });
    if (round === 1) await desk.do(at('send-back'), { reason: word('不清楚') });
  }
  await desk.do(at('approve'), { text: word('同意') });
  await desk.do(at('reply'), { text: word('答复部里') });
  await desk.do(at('revisit'), { satisfied: false, text: word('仍不满意') });
  await desk.do(at('report-for-record'), {
    to: '省管局',
    text: word('报备'),
    impact: word('影响'),
    measures: word('已采取'),
    opinion: word('拟处理'),
  });
  await desk.do(at('enter-receipt'), { text: word('回执') });
  await desk.do(at('note'), { text: word('备注'), documents: [await upload(scene, desk)] });
  await desk.do(at('conclude'), {
    conclusion: 'own-cause',
    ground: 'court',
    body: word('法院'),
    cause: 'other',
    liability: word('无责'),
    tags: ['重复扣费'],
  });
  await desk.do(at('archive'), { text: word('归档'), mediation: word('调解') });
  return one;
}

/** What a complaint brings upon people, in words that may name the customer (CMP-11). */
export async function playSanction(scene: Scene, complaint: Json): Promise<void> {
  const { engineer, supervisor, manager, unit } = scene;
  await supervisor.do('/complaints/sanctions', {
    complaintId: complaint['id'],
    employeeId: engineer.employeeId,
    breach: 'responsible',
    text: word('顶撞'),
  });
  const proposed = await manager.list('/complaints/sanctions?page[size]=200');
  if (proposed.length === 0) throw new Error('no sanction was proposed');
  for (const { id } of proposed) {
    await manager.do(`/complaints/sanctions/${String(id)}/decide`, { uphold: true, text: word('属实') });
  }
  const own = proposed.find(({ person }) => (person as Json | null)?.['id'] === engineer.employeeId);
  await engineer.do(`/complaints/sanctions/${String(own?.['id'])}/object`, { text: word('冤枉') });
  await manager.do(`/complaints/sanctions/${String(own?.['id'])}/review`, { uphold: false, text: word('撤销') });
  await supervisor.do('/complaints/circulations', {
    complaintId: complaint['id'],
    matter: word('无人上门'),
    ground: word('备件'),
    handling: word('批评'),
    requirement: word('改进'),
    toUnitIds: [unit('technical-support')],
  });
}
