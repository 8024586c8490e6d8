/** Cable: a VIP fault with a suggestion by rule, late and dispatched again, restored, solved, signed by code (DSP-2 … DSP-8). */
import type { Office, Row } from '../office/office';
import { idOf, iso } from '../office/office';
import { refuse } from '../problems';

export interface Fault {
  readonly order: Row;
  /** The order made of what was left over (DSP-8b). */
  readonly followUp: Row;
}

export async function vipFault(office: Office): Promise<Fault> {
  await office.at('2026-09-17 08:50');
  const engineer = await office.person('engineer2');
  await office.act('hr', '/duty/shifts', {
    unitId: office.unit('station-huanghua'),
    employeeId: engineer.employeeId,
    from: iso('2026-09-17 08:00'),
    to: iso('2026-09-17 20:00'),
    kind: 'shift',
  });
  await office.at('2026-09-17 09:00');
  const order = await openFault(office, { customerClass: 'vip' });
  const act = (name: string, body: Row = {}) => office.act('engineer2', `${path(order)}/${name}`, body);
  const dispatcher = await office.person('dispatcher');
  const { data } = await dispatcher.get<{ data: readonly Row[] }>(`${path(order)}/candidates`);
  const assigneeId = data[0]?.['employeeId'] ?? engineer.employeeId;
  await office.act('dispatcher', `${path(order)}/dispatch`, { assigneeId, text: 'VIP，请尽快' });
  await office.at('2026-09-17 09:10');
  await act('accept');
  await act('contact', { appointmentAt: iso('2026-09-17 10:00') });
  await act('en-route');
  await act('arrive');
  // Six hours are over: the order goes out again by itself, to unit and head (DSP-4).
  await office.at('2026-09-17 15:00');
  await office.at('2026-09-17 15:05');
  await act('restore', { text: '临时跳线恢复' });
  await act('solve', { cause: 'line', text: '更换入户线' });
  await act('fill-sheet', {
    parts: [{ name: '入户线', quantity: 20 }],
    minutes: 75,
    leftOver: [{ text: '楼道分配器老化', measure: '下周一更换' }],
  });
  await act('send-code');
  await act('sign', {
    name: '王建国',
    code: await codeSent(office, order),
    place: '黄花镇政府',
    device: 'HUAWEI',
    remark: '服务周到',
    rating: 5,
  });
  const { children } = await act('feed-back', { text: '已更换入户线' });
  await office.act('dispatcher', `${path(order)}/close`);
  const [followUp] = children as Row[];
  if (!followUp) throw refuse('遗留项没有成单。', 'What was left over made no order.');
  await ordinary(office, followUp);
  return { order, followUp };
}

/** An ordinary fault, or what was left over: sent, done and closed. */
export async function ordinary(office: Office, order: Row): Promise<void> {
  const engineer = await office.person('engineer2');
  await office.act('dispatcher', `${path(order)}/dispatch`, { assigneeId: engineer.employeeId });
  for (const act of ['accept', 'contact', 'arrive']) await office.act('engineer2', `${path(order)}/${act}`);
  await office.act('engineer2', `${path(order)}/solve`, { cause: 'line', text: '已更换' });
  await office.act('engineer2', `${path(order)}/feed-back`, { text: '信号正常' });
  await office.act('dispatcher', `${path(order)}/close`);
}

export const openFault = (office: Office, more: Row): Promise<Row> =>
  office.act('agent', '/dispatch/work-orders', {
    type: 'fault-repair',
    customerClass: 'ordinary',
    description: '机顶盒无信号',
    customerName: '王建国',
    phone: '13812345678',
    site: '黄花镇政府',
    region: '黄花镇',
    productLine: 'digital-tv',
    ...more,
  });

const path = (order: Row): string => `/dispatch/work-orders/${idOf(order)}`;

/** The six digits that went to the customer: the demonstration's gateway keeps what it sent. */
async function codeSent(office: Office, order: Row): Promise<string> {
  const sent = await office.list(`/notices/sent?filter[subject]=dispatch:work-order:${idOf(order)}`);
  const texts = sent.filter(({ channel }) => channel === 'sms').map(({ text }) => String(text));
  const code = texts.flatMap((text) => /验证码为 (\d{6})/.exec(text)?.[1] ?? []).at(-1);
  if (!code) throw refuse('没有发出验证码。', 'No code was sent to the customer.');
  return code;
}
