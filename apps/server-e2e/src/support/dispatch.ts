/** Work orders over HTTP: opened, read, and brought to a state. */
import type { Json, Person } from './suite';

export const orderPath = (order: Json): string => `/dispatch/work-orders/${String(order['id'])}`;

/** A fault of a customer in 黄花镇; `more` replaces fields. */
export const openOrder = (person: Person, more: Json = {}): Promise<Json> =>
  person.do('/dispatch/work-orders', {
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

/** The order as it stands now. */
export async function readOrder(person: Person, order: Json): Promise<Json> {
  const answer = await person.get(orderPath(order));
  if (answer.status !== 200) throw new Error(`reading the order answered ${answer.status}`);
  return answer.body;
}

/** Stage → minutes between start and due time of the clocks shown on an order. */
export const limitsOf = (order: Json): Record<string, number> =>
  Object.fromEntries(
    (order['deadlines'] as Json[]).map(({ stage, startedAt, dueAt }) => [
      String(stage),
      (new Date(String(dueAt)).getTime() - new Date(String(startedAt)).getTime()) / 60_000,
    ]),
  );

/** One clock of an order. */
export function clockOf(order: Json, stage: string): Json {
  const clock = (order['deadlines'] as Json[]).find((each) => each['stage'] === stage);
  if (!clock) throw new Error(`no clock "${stage}"`);
  return clock;
}

/** The code of the last SMS to the customer about this order. */
export async function codeSent(admin: Person, order: Json): Promise<string> {
  const sent = await admin.list(`/notices/sent?filter[subject]=dispatch:work-order:${String(order['id'])}`);
  const texts = sent.filter(({ channel }) => channel === 'sms').map(({ text }) => String(text));
  const codes = texts.flatMap((text) => /验证码为 (\d{6})/.exec(text)?.[1] ?? []);
  const last = codes.at(-1);
  if (!last) throw new Error(`no code among ${JSON.stringify(sent)}`);
  return last;
}

/** From an accepted order to its feedback. */
export async function workThrough(engineer: Person, order: Json, cause: string): Promise<void> {
  await engineer.do(`${orderPath(order)}/accept`);
  await engineer.do(`${orderPath(order)}/contact`, { text: '已联系' });
  await engineer.do(`${orderPath(order)}/arrive`);
  await engineer.do(`${orderPath(order)}/solve`, { cause, text: '已处理' });
  await engineer.do(`${orderPath(order)}/feed-back`, { text: '已回单' });
}
