/** What the stories of complaints do again and again. */
import request from 'supertest';
import type { Answer, Json, Person, PlayedSuite } from './suite';

export const complaintPath = (complaint: Json): string => `/complaints/complaints/${String(complaint['id'])}`;

export const openComplaint = (person: Person, more: Json = {}): Promise<Json> =>
  person.do('/complaints/complaints', {
    channel: 'phone',
    customerName: '王建国',
    phone: '13812345678',
    matter: '设备报修后三天无人上门',
    ...more,
  });

/** An act that must succeed. */
export const act = (person: Person, complaint: Json, name: string, body?: Json): Promise<Json> =>
  person.do(`${complaintPath(complaint)}/${name}`, body);

/** An act whose answer is looked at. */
export const tryAct = (person: Person, complaint: Json, name: string, body?: Json): Promise<Answer> =>
  person.post(`${complaintPath(complaint)}/${name}`, body);

export async function readComplaint(person: Person, complaint: Json): Promise<Json> {
  const answer = await person.get(complaintPath(complaint));
  if (answer.status !== 200) throw new Error(`reading the complaint answered ${answer.status}`);
  return answer.body;
}

/** Code of a unit → its id. */
export async function unitsByCode(person: Person): Promise<(code: string) => string> {
  const units = new Map((await person.list('/units')).map((unit) => [unit['code'], String(unit['id'])]));
  return (code) => {
    const id = units.get(code);
    if (id === undefined) throw new Error(`there is no unit "${code}"`);
    return id;
  };
}

/** The latest clock of a stage. */
export function clockOf(complaint: Json, stage: string): Json {
  const clocks = complaint['deadlines'] as Json[];
  const found = clocks.find((one) => one['stage'] === stage);
  if (!found) throw new Error(`no clock "${stage}" among ${clocks.map((one) => String(one['stage'])).join(', ')}`);
  return found;
}

export const stages = (complaint: Json): string[] =>
  (complaint['deadlines'] as Json[]).map((one) => `${String(one['stage'])} ${String(one['state'])}`).sort();

/** Hours from the start of a clock to its due time. */
export const hoursOf = (clock: Json): number =>
  (Date.parse(String(clock['dueAt'])) - Date.parse(String(clock['startedAt']))) / 3_600_000;

/** Texts in somebody's inbox about something. */
export async function inbox(person: Person): Promise<string[]> {
  return (await person.list('/notices')).map((notice) => JSON.stringify(notice['text']));
}

/** Words of a subject's timeline, in order. */
export async function timeline(person: Person, complaint: Json): Promise<string[]> {
  const entries = await person.list(
    `/timeline?filter[subject]=complaints:complaint:${String(complaint['id'])}&page[size]=200`,
  );
  return entries.map((entry) => String(entry['action']));
}

/** The handling up to the carrying out, with one proposal. */
export async function handle(handler: Person, decider: Person, complaint: Json, persons: string[] = []): Promise<Json> {
  await act(handler, complaint, 'investigate', { facts: '备件未到，未及时告知用户', cause: '备件未到', persons });
  const proposed = await act(handler, complaint, 'propose', {
    proposals: [{ text: '调拨备件，次日上门' }, { text: '更换整机' }],
  });
  const [first] = proposed['proposals'] as Json[];
  await act(decider, complaint, 'decide', { proposalId: first?.['id'], instruction: '同意第一方案，致歉' });
  return act(handler, complaint, 'carry-out', { text: '已上门更换并致歉' });
}

/** A PNG of one pixel, as a signature. Answers its id. */
export async function uploadSignature(suite: PlayedSuite, person: Person): Promise<string> {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const answer = await request(suite.url)
    .post('/api/attachments')
    .set('authorization', person.authorization)
    .attach('file', Buffer.from(pixel, 'base64'), 'signature.png');
  if (answer.status !== 201) throw new Error(`uploading answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return String((answer.body as Json)['id']);
}
