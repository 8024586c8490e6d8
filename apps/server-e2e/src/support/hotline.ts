/** What the stories of the hotline do again and again. */
import type { Json, Person } from './suite';

export const call = (more: Json = {}): Json => ({
  channel: 'phone',
  callerName: '王建国',
  callerPhone: '13812345678',
  summary: '自助缴费机吞卡，屏幕无显示',
  category: 'technical',
  ...more,
});

export async function takeContact(agent: Person, more: Json = {}): Promise<string> {
  return String((await agent.do('/hotline/contacts', call(more)))['id']);
}

export async function makeForm(agent: Person, more: Json = {}, contact: Json = {}): Promise<Json> {
  const contactId = await takeContact(agent, contact);
  return agent.do('/hotline/problem-forms', {
    contactId,
    category: 'technical',
    kind: 'hardware',
    description: '自助缴费机吞卡，屏幕无显示',
    site: '城东供电营业厅',
    address: '建设路12号',
    mobile: '13812345678',
    ...more,
  });
}

export const path = (form: Json): string => `/hotline/problem-forms/${String(form['id'])}`;

/** The form as it stands now. */
export async function read(person: Person, form: Json): Promise<Json> {
  const answer = await person.get(path(form));
  if (answer.status !== 200) throw new Error(`reading the form answered ${answer.status}`);
  return answer.body;
}

export async function deadline(person: Person, form: Json, stage: string): Promise<Json> {
  const all = await person.list(`/deadlines?filter[subject]=hotline:problem-form:${String(form['id'])}`);
  const found = all.find((each) => each['stage'] === stage);
  if (!found) throw new Error(`no clock "${stage}" among ${all.map((each) => String(each['stage'])).join(', ')}`);
  return found;
}

/** Instant of an answer as local text in Shanghai: `2026-09-21 10:30`. */
export const local = (iso: unknown): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(String(iso)),
  );

/** From a referred form to its result. */
export async function handle(engineer: Person, form: Json): Promise<void> {
  await engineer.do(`${path(form)}/accept`, { appointmentAt: '2026-09-18T10:00:00+08:00', place: '城东供电营业厅' });
  await engineer.do(`${path(form)}/plan`, { text: '更换读卡器' });
  await engineer.do(`${path(form)}/handle`, { text: '已更换读卡器，测试正常' });
}
