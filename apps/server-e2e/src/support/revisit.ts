/** What the stories of revisits do again and again; events of modules that are not played are told in their stead. */
import { randomUUID } from 'node:crypto';
import type { EventDefinition } from '@bihuan/events';
import { complaintConcluded, complaintRegistered, workOrderConcluded } from '@bihuan/events';
import { UnitOfWork } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import { DataKeys } from '@bihuan/privacy';
import { readPdf } from '@bihuan/testing-kit';
import { handle, makeForm, path } from './hotline';
import type { Json, Person, PlayedSuite } from './suite';

export const taskPath = (task: Json | string): string =>
  `/revisit/tasks/${typeof task === 'string' ? task : String(task['id'])}`;

/** From a call to a concluded form. */
export async function finishForm(agent: Person, engineer: Person, contact: Json = {}, form: Json = {}): Promise<Json> {
  const made = await makeForm(agent, { mobile: undefined, ...form }, contact);
  await agent.do(`${path(made)}/refer`, { customerAgreed: true });
  await handle(engineer, made);
  return agent.do(`${path(made)}/answer`, { text: '已处理', satisfied: true });
}

/** Reads, calls, and notes what the customer said. */
export async function revisit(person: Person, task: Json, result: Json): Promise<Json> {
  if (task['state'] === 'planned') await person.do(`${taskPath(task)}/prepare`);
  await person.do(`${taskPath(task)}/start`);
  return person.do(`${taskPath(task)}/result`, { outcome: 'reached', ...result });
}

export async function taskOf(person: Person, number: unknown, state = 'all'): Promise<Json> {
  const found = (await person.list(`/revisit/tasks?filter[state]=${state}&page[size]=200`)).filter(
    (task) => task['number'] === number,
  );
  if (!found[0] || found.length > 1) throw new Error(`${found.length} tasks of ${String(number)}`);
  return found[0];
}

/** Publishes an event as its module would, and waits until everything that follows has happened. */
export async function tell<Payload extends object, Personal>(
  suite: PlayedSuite,
  event: EventDefinition<Payload, Personal>,
  subject: { module: string; kind: string; id: string },
  payload: (keyId: string) => Payload,
  values: Personal,
): Promise<void> {
  const { app } = suite.running;
  const [work, publisher, keys] = [app.get(UnitOfWork), app.get(Publisher), app.get(DataKeys)];
  await work.run(systemActor('test'), async (tx) => {
    const keyId = keys.create(tx, null);
    await publisher.publish(tx, event, subject, payload(keyId), { keyId, values });
  });
  await settle(suite);
}

/** The clock set to where it stands: answers when nothing is pending (api.md, Manual clock). */
export async function settle(suite: PlayedSuite): Promise<void> {
  const { body } = await (await suite.as('admin')).get('/clock');
  await suite.clock(String(body['now']));
}

const customer = { customerName: '张华', phone: '13855556666', description: '收银系统不稳定' };

/** Dispatch says that an order is concluded. */
export async function orderConcluded(suite: PlayedSuite, more: Json, who: Json = {}): Promise<Json> {
  const subject = { module: 'dispatch', kind: 'work-order', id: randomUUID() };
  const clock = await (await suite.as('admin')).get('/clock');
  const base = {
    number: 'W1',
    round: 1,
    type: 'shop-visit',
    repair: false,
    customerClass: 'ordinary',
    source: null,
    concludedAt: clock.body['now'],
    customerId: null,
    siteId: null,
    engineerId: null,
    engineerName: null,
    faultGrade: null,
    ...more,
  };
  const personal = { ...customer, site: '城东门店', handling: '已调试', ...who };
  await tell(suite, workOrderConcluded, subject, (keyId) => ({ ...base, keyId }) as never, personal as never);
  return { ...base, id: subject.id };
}

/** Complaints says that the handling of a complaint is over. */
export async function complaintHandled(suite: PlayedSuite, more: Json, id: string = randomUUID()): Promise<string> {
  const clock = await (await suite.as('admin')).get('/clock');
  const base = {
    number: 'C1',
    round: 1,
    concludedAt: clock.body['now'],
    channel: 'phone',
    business: null,
    kind: null,
    level: null,
    marks: [],
    customerId: null,
    handlerId: null,
    handlerName: null,
    ...more,
  };
  const subject = { module: 'complaints', kind: 'complaint', id };
  await tell(suite, complaintConcluded, subject, (keyId) => ({ ...base, keyId }) as never, {
    ...customer,
    handling: '已答复',
  });
  return id;
}

/** Complaints says that a complaint is registered, out of a talk, an evaluation or another complaint. */
export async function complaintTaken(
  suite: PlayedSuite,
  number: string,
  source: Json,
  unitId: string,
): Promise<string> {
  const id = randomUUID();
  const clock = await (await suite.as('admin')).get('/clock');
  await tell(
    suite,
    complaintRegistered,
    { module: 'complaints', kind: 'complaint', id },
    (keyId) =>
      ({
        number,
        registeredAt: clock.body['now'],
        channel: 'phone',
        business: null,
        kind: null,
        level: null,
        unitId,
        customerId: null,
        source,
        keyId,
      }) as never,
    customer,
  );
  return id;
}

/** Events of a name that wait for, or went to, other modules: payloads only. */
export async function eventsOf(suite: PlayedSuite, name: string): Promise<Json[]> {
  const rows = await suite.running.app
    .get(UnitOfWork)
    .query<{ payload: Json }>('select payload from outbox.event where name = $1 order by id', [name]);
  return rows.map(({ payload }) => payload);
}

export async function unitIds(person: Person): Promise<Map<string, string>> {
  return new Map((await person.list('/units')).map((unit) => [String(unit['code']), String(unit['id'])]));
}

/** The text of a printed paper, all pages. */
export async function pageText(person: Person, address: string): Promise<string> {
  const { status, bytes } = await person.pdf(address);
  if (status !== 200) throw new Error(`${address} answered ${status}`);
  return (await readPdf(bytes)).map((page) => page.text).join('');
}
