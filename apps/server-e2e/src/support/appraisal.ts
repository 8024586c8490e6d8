/** What the stories of the appraisal do again and again. */
import type { Json, Person, PlayedSuite } from './suite';

export const HEAD_ITEMS: Readonly<Record<string, number>> = {
  initiative: 15,
  responsibility: 10,
  'service-awareness': 10,
  communication: 15,
  learning: 10,
  'team-spirit': 10,
};

export const SELF_ITEMS: Readonly<Record<string, number>> = {
  ...HEAD_ITEMS,
  knowledge: 5,
  'knowledge-use': 5,
  'franchisee-satisfaction': 10,
  rules: 10,
};

export const items = (points: Readonly<Record<string, number>>): Json[] =>
  Object.entries(points).map(([item, each]) => ({ item, points: each }));

/** The person's sheet of a month, as the reader sees it in the list. */
export async function sheetOf(reader: Person, period: string, of: Person): Promise<Json> {
  const sheets = await reader.list(`/appraisal/periods/${period}/sheets?page[size]=200`);
  const found = sheets.find(({ employeeId }) => employeeId === of.employeeId);
  if (!found) throw new Error(`no sheet of ${period} among ${sheets.length}`);
  return found;
}

export async function read(reader: Person, sheet: Json): Promise<Json> {
  const answer = await reader.get(`/appraisal/sheets/${String(sheet['id'])}`);
  if (answer.status !== 200) throw new Error(`reading the sheet answered ${answer.status}`);
  return answer.body;
}

export const path = (sheet: Json, act: string): string => `/appraisal/sheets/${String(sheet['id'])}/${act}`;

/** Points of an item of a sheet that was read in full. */
export function pointsOf(sheet: Json, code: string): unknown {
  const parts = sheet['parts'] as { items: Json[] }[];
  return parts.flatMap((part) => part.items).find((item) => item['code'] === code)?.['points'];
}

/** Franchisees on file, and a contact of each with the agent. */
export async function contactsOf(agent: Person, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const phone = `1390000${String(1000 + index)}`;
    const { id } = await agent.do('/customers', {
      name: `加盟店${index + 1}`,
      kind: 'franchisee',
      contacts: [{ name: `店主${index + 1}`, phone }],
    });
    await agent.do('/hotline/contacts', {
      channel: 'phone',
      callerName: `店主${index + 1}`,
      callerPhone: phone,
      customerId: String(id),
      summary: '咨询促销活动',
      category: 'consultation',
    });
  }
}

/** The caller makes so many of the calls that wait for him; the first `good` of them are satisfied. */
export async function makeCalls(caller: Person, count: number, good: number): Promise<number> {
  const tasks = await caller.list('/revisit/tasks?page[size]=200');
  const mine = tasks.filter(({ subject }) => (subject as Json)['module'] === 'appraisal').slice(0, count);
  for (const [index, task] of mine.entries()) {
    const address = `/revisit/tasks/${String(task['id'])}`;
    await caller.do(`${address}/prepare`);
    await caller.do(`${address}/start`);
    await caller.do(`${address}/result`, { outcome: 'reached', satisfied: index < good, words: '服务热情' });
  }
  return mine.length;
}

/** Moves the clock; the stories go month by month. */
export const at = (suite: PlayedSuite, local: string): Promise<void> => suite.clock(`${local}:00+08:00`);
