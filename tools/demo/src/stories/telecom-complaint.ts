/** Telecom: a VIP's cross-province complaint with every stage clock, supervision, a new promise, an answer not accepted (CMP-4, CMP-8, CMP-20). */
import { Buffer } from 'node:buffer';
import type { Office, Row } from '../office/office';
import { iso } from '../office/office';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Registered on Monday the 14th, answered on the 15th and not accepted: it may become an appeal. */
export async function vipComplaint(office: Office): Promise<Row> {
  await office.at('2026-09-14 10:00');
  const { id: customerId } = await office.act('agent', '/customers', {
    name: '郑州机械集团',
    kind: 'company',
    level: 'vip',
  });
  const complaint = await office.act('agent', '/complaints/complaints', {
    channel: 'phone',
    customerId,
    customerName: '郑州机械集团',
    contact: '王建国',
    phone: '13812345678',
    matter: '出省漫游无法通话，已向媒体反映',
    demand: '恢复漫游通话',
    business: 'gsm',
    kind: 'network-quality',
    level: 'ordinary',
    crossProvince: true,
    gravity: ['media'],
    promisedAt: iso('2026-09-15 18:00'),
  });
  const act = (by: string, name: string, body: Row = {}) =>
    office.act(by, `/complaints/complaints/${String(complaint['id'])}/${name}`, body);
  await act('supervisor', 'check');
  await act('supervisor', 'dispatch', { unitId: office.unit('henan-network') });
  await act('network-head', 'investigate', { facts: '归属省漫游数据未同步', cause: 'resource-fault' });
  // Past the warning at 90 %, and past the limit: a supervision order comes by itself (CMP-4c).
  await office.at('2026-09-15 07:37');
  await office.at('2026-09-15 10:00');
  const supervised = await act('hq-head', 'supervise', {
    instruction: '今日内恢复并书面说明',
    dueAt: iso('2026-09-15 17:00'),
    ground: 'key',
    requiredReply: '原因与措施',
  });
  const order = (supervised['supervisions'] as Row[]).find(({ automatic }) => automatic === false);
  await office.act('network-head', `/complaints/supervisions/${String(order?.['id'])}/reply`, {
    text: '已定位，下午恢复',
  });
  await act('agent', 're-promise', { dueAt: iso('2026-09-18 18:00'), reason: '需省际联调' });
  await act('agent', 'progress-reply', { text: '正在省际联调，致歉' });
  await office.at('2026-09-15 15:00');
  await act('network-head', 'feed-back', { text: '漫游数据已同步，测试正常' });
  await act('agent', 'answer', { outcome: 'not-accepted', way: 'letter', text: '已说明原因' });
  return complaint;
}

/** Others of the same days: one signed at a counter, one solved on the spot, one over the road of the units. */
export async function ordinaryComplaints(office: Office): Promise<Row[]> {
  await office.at('2026-09-14 11:00');
  const open = (more: Row): Promise<Row> =>
    office.act('agent', '/complaints/complaints', {
      channel: 'phone',
      customerName: '刘敏',
      phone: '13700001111',
      matter: '室内信号弱，经常掉话',
      business: 'gsm',
      kind: 'network-quality',
      level: 'ordinary',
      ...more,
    });
  const act = (by: string, { id }: Row, name: string, body: Row = {}) =>
    office.act(by, `/complaints/complaints/${String(id)}/${name}`, body);
  const counter = await open({ channel: 'counter', customerName: '周大海' });
  const agent = await office.person('agent');
  const attachmentId = await agent.upload('signature.png', 'image/png', Buffer.from(PIXEL, 'base64'));
  await act('agent', counter, 'sign', { attachmentId });
  const onTheSpot = await open({ customerName: '孙丽娟', phone: '13700002222' });
  for (const complaint of [counter, onTheSpot]) {
    await act('agent', complaint, 'answer', { outcome: 'solved', way: 'phone', text: '已远程重置', satisfied: true });
  }
  const handled = await open({ customerName: '冯建军', phone: '13700003333' });
  await act('supervisor', handled, 'check');
  await act('supervisor', handled, 'dispatch', { unitId: office.unit('henan-network') });
  await act('network-head', handled, 'investigate', { facts: '基站退服', cause: 'resource-fault' });
  await act('network-head', handled, 'feed-back', { text: '基站已修复' });
  await act('agent', handled, 'answer', { outcome: 'solved', way: 'phone', text: '基站已修复', satisfied: true });
  return [counter, onTheSpot, handled];
}
