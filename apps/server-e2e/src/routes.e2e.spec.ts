/** Every route of every module: garbage is refused, and what is not one's own is not there (IDN-2, api.md Conventions). */
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { appeal } from './support/appeals';
import { act, openComplaint } from './support/complaints';
import { openOrder } from './support/dispatch';
import { finishForm, taskOf } from './support/revisit';
import type { Route } from './support/openapi';
import { placed, routesOf, sampleOf } from './support/openapi';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(180_000);

let suite: PlayedSuite;
let admin: Person;
let agent: Person;
let routes: Route[];

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', {
    SUITE_PACK: 'telecom',
  });
  [admin, agent] = await Promise.all([suite.as('admin'), suite.as('agent')]);
  routes = await routesOf(admin);
});
afterAll(() => suite.close());

/** A call by hand: any body, as it stands. */
async function send(person: Person, { method }: Route, path: string, body?: unknown): Promise<Answer> {
  const call = request(suite.url)[method](`/api${path}`).set('authorization', person.authorization);
  if (body === undefined) return (await call) as unknown as Answer;
  return (await call
    .set('content-type', 'application/json')
    .send(typeof body === 'string' ? body : JSON.stringify(body))) as unknown as Answer;
}

const said = ({ method, path }: Route, about: string, { status, body }: Answer) =>
  `${method} ${path} ${about} → ${status} ${String(body['code'] ?? '')}`;

const clientError = ({ status }: Answer): boolean => status >= 400 && status < 500;

it('IDN-2 there are routes of every module, and none answers garbage with anything but a refusal', async () => {
  for (const module of ['hotline', 'dispatch', 'complaints', 'appeals', 'revisit', 'appraisal', 'reporting']) {
    expect(routes.some(({ path }) => path.startsWith(`/${module}/`))).toBe(true);
  }
  const wrong: string[] = [];
  for (const route of routes.filter(({ method }) => method !== 'get')) {
    const good = sampleOf(route.body);
    const bodies: readonly (readonly [string, unknown])[] = [
      ['unknown field', { ...good, __x: 1 }],
      ['prototype', '{"__proto__":{"admin":true},"constructor":{"x":1}}'],
      ['list', []],
      ['text', '"text"'],
      ['broken', '{'],
    ];
    for (const [about, body] of bodies) {
      const answer = await send(admin, route, placed(route.path, randomUUID()), body);
      if (!clientError(answer)) wrong.push(said(route, about, answer));
    }
    // The schema is asked before anything else: an unknown field is always told.
    if (route.body) {
      const answer = await send(admin, route, placed(route.path, randomUUID()), { ...good, __x: 1 });
      if (answer.status !== 422) wrong.push(said(route, 'unknown field', answer));
    }
    const malformed = await send(admin, route, placed(route.path, 'no-id'), { ...good, __x: 1 });
    if (!clientError(malformed)) wrong.push(said(route, 'malformed id', malformed));
  }
  expect(wrong).toEqual([]);
});

/** What lists are asked with: pages, cursors, filters that are none. */
const QUESTIONS = [
  'page[size]=abc',
  'page[size]=-1',
  'page[size]=100000000',
  'page[after]=AAAA',
  `page[after]=${Buffer.from('["x","y","z"]').toString('base64url')}`,
  'filter[state]=%27;drop',
  'filter[state]=%00',
  'filter[number]=%00',
  'filter[unit]=x&filter[level]=%00',
  'filter[employee]=x&filter[customer]=x&filter[month]=2026-99',
  'filter[subject]=x',
  'filter[subject]=a:b:c',
  'filter[a][b]=1',
  'from=x&to=y&year=x&head=%00',
];

it('IDN-2 no list and no record is a 5xx for a malformed id, page, cursor or filter', async () => {
  const wrong: string[] = [];
  for (const route of routes.filter(({ method }) => method === 'get')) {
    const ids = route.path.includes('{') ? ['no-id', '%00', randomUUID()] : [''];
    for (const id of ids) {
      const answer = await send(admin, route, placed(route.path, id));
      if (answer.status >= 500) wrong.push(said(route, id, answer));
      if (id !== '' && route.path.includes('{id}') && !clientError(answer)) wrong.push(said(route, id, answer));
    }
    for (const question of QUESTIONS) {
      const answer = await send(admin, route, `${placed(route.path, randomUUID())}?${question}`);
      if (answer.status >= 500) wrong.push(said(route, question, answer));
    }
  }
  expect(wrong).toEqual([]);
});

/** A record, where it is read, and who must not come near it: strangers hold the permission, but for others. */
interface Owned {
  readonly at: string;
  readonly subject: string;
  readonly record: Json;
  readonly strangers: readonly string[];
  /** Somebody without the permission at all. */
  readonly unfit?: string;
}

const owned = (
  at: string,
  kind: string,
  record: Json | undefined,
  strangers: readonly string[],
  unfit?: string,
): Owned => {
  if (!record) throw new Error(`there is no record of ${at}`);
  const module = at.split('/')[1] ?? '';
  return { at, subject: `${module}:${kind}:${String(record['id'])}`, record, strangers, ...(unfit ? { unfit } : {}) };
};

/** One record of every kind, all of Henan or of headquarters; the strangers are of Hubei, Luoyang, other desks. */
async function recordsOfHenan(): Promise<Owned[]> {
  const [supervisor, desk, engineer] = await Promise.all(['supervisor', 'regulator-desk', 'engineer'].map(suite.as));
  if (!supervisor || !desk || !engineer) throw new Error('somebody is missing');
  const complaint = await openComplaint(agent, { business: 'broadband', kind: 'tariff-dispute', level: 'ordinary' });
  await act(supervisor, complaint, 'supervise', { instruction: '速办', dueAt: '2026-09-18T12:00:00+08:00' });
  const [supervision] = await admin.list('/complaints/supervisions');
  const form = await finishForm(agent, engineer);
  const order = await openOrder(agent, { productLine: 'broadband' });
  const received = await desk.do('/appeals/appeals', appeal());
  await suite.clock('2026-10-01T09:00:00+08:00');
  const sheets = await agent.list('/appraisal/periods/2026-10/sheets');
  const [contact] = await agent.list('/hotline/contacts?filter[state]=all');
  return [
    owned('/hotline/contacts', 'contact', contact, ['hubei-agent'], 'hr'),
    owned('/hotline/problem-forms', 'problem-form', form, ['hubei-agent', 'luoyang-clerk'], 'hr'),
    owned('/dispatch/work-orders', 'work-order', order, ['hubei-agent', 'luoyang-clerk'], 'hr'),
    owned('/complaints/complaints', 'complaint', complaint, ['hubei-agent', 'luoyang-clerk', 'hubei-clerk'], 'hr'),
    owned('/complaints/supervisions', 'supervision', supervision, ['hubei-clerk'], 'hr'),
    owned('/appeals/appeals', 'appeal', received, ['hubei-clerk', 'luoyang-clerk'], 'hr'),
    owned('/revisit/tasks', 'task', await taskOf(agent, form['number']), ['hubei-agent'], 'engineer2'),
    owned('/appraisal/sheets', 'sheet', sheets[0], ['agent2', 'hubei-agent']),
  ];
}

/** Tried with the least the schema asks for, and with everything where that is not enough for it. */
async function tried(person: Person, route: Route, path: string): Promise<Answer> {
  if (route.method === 'get') return send(person, route, path);
  const least = await send(person, route, path, sampleOf(route.body));
  return least.status === 422 ? send(person, route, path, sampleOf(route.body, true)) : least;
}

it('IDN-2 nobody sees or touches a record of another unit: 404 on every route, in no list; without the right 403', async () => {
  const wrong: string[] = [];
  for (const { at, subject, record, strangers, unfit } of await recordsOfHenan()) {
    const id = String(record['id']);
    const before = (await admin.get(`${at}/${id}`)).body;
    const of = routes.filter(({ path }) => path.startsWith(`${at}/{id}`));
    expect([at, of.length > 1]).toEqual([at, true]);
    for (const name of strangers) {
      const stranger = await suite.as(name);
      const list = await stranger.get(
        at === '/appraisal/sheets' ? '/appraisal/periods/2026-10/sheets' : `${at}?filter[state]=all&page[size]=200`,
      );
      expect([name, at, list.status]).toEqual([name, at, 200]);
      if (JSON.stringify(list.body).includes(id)) wrong.push(`${name} finds ${at} in the list`);
      for (const route of of) {
        const answer = await tried(stranger, route, placed(route.path, id));
        const reading = route.method === 'get' && route.path === `${at}/{id}`;
        if (reading ? answer.status !== 404 : ![403, 404].includes(answer.status))
          wrong.push(said(route, name, answer));
      }
      for (const beside of ['timeline', 'deadlines', 'attachments']) {
        const answer = await stranger.get(`/${beside}?filter[subject]=${subject}`);
        if (answer.status !== 404) wrong.push(`${name} asks for ${beside} of ${at} → ${answer.status}`);
      }
      const search = await stranger.get('/work');
      if (JSON.stringify(search.body).includes(id)) wrong.push(`${name} has ${at} on his work list`);
    }
    if (unfit) {
      const outsider = await suite.as(unfit);
      for (const route of of) {
        const answer = await tried(outsider, route, placed(route.path, id));
        if (answer.status !== 403 && !(route.method === 'get' && answer.status === 404))
          wrong.push(said(route, unfit, answer));
      }
    }
    const after = (await admin.get(`${at}/${id}`)).body;
    expect([at, after['version'], after['state']]).toEqual([at, before['version'], before['state']]);
  }
  expect(wrong).toEqual([]);
});

it('HOT-9 two saves of one version of complaint, order and appeal: the second is 412 and changes nothing', async () => {
  const [supervisor, desk] = [await suite.as('supervisor'), await suite.as('regulator-desk')];
  const complaint = await openComplaint(agent, { business: 'broadband', kind: 'tariff-dispute', level: 'ordinary' });
  const order = await openOrder(agent, { productLine: 'broadband' });
  const received = await desk.do('/appeals/appeals', appeal({ caseNumber: '部申[2026]412号' }));
  const saves: readonly (readonly [Person, string, Json])[] = [
    [supervisor, `/complaints/complaints/${String(complaint['id'])}/mark-major`, { reason: '重大' }],
    [supervisor, `/complaints/complaints/${String(complaint['id'])}/look`, { text: '看过' }],
    [admin, `/dispatch/work-orders/${String(order['id'])}/cancel`, { reason: '不修了' }],
    [desk, `/appeals/appeals/${String(received['id'])}/note`, { text: '备注' }],
  ];
  for (const [person, path, body] of saves) {
    const at = path.split('/').slice(0, 4).join('/');
    const { version } = (await person.get(at)).body;
    const stale = Number(version) - 1;
    const answers = [
      await person.post(path, { ...body, version: stale }),
      await person.post(path, body, { 'if-match': `"${stale}"` }),
    ];
    expect([path, ...answers.map(({ status, body: { code } }) => [status, code])]).toEqual([
      path,
      [412, 'stale-version'],
      [412, 'stale-version'],
    ]);
    expect((await person.get(at)).body['version']).toBe(version);
    const first = await person.post(path, { ...body, version });
    expect([path, first.status]).toEqual([path, 200]);
  }
});

it('CMP-1 DSP-1 APL-1 the same Idempotency-Key twice makes one complaint, one order, one appeal', async () => {
  const desk = await suite.as('regulator-desk');
  const opened: readonly (readonly [Person, string, Json])[] = [
    [
      agent,
      '/complaints/complaints',
      {
        channel: 'phone',
        customerName: '王建国',
        phone: '13812345678',
        matter: '断网',
        business: 'broadband',
        kind: 'tariff-dispute',
        level: 'ordinary',
      },
    ],
    [
      agent,
      '/dispatch/work-orders',
      { type: 'fault-repair', customerClass: 'ordinary', description: '断网', productLine: 'broadband' },
    ],
    [desk, '/appeals/appeals', appeal({ caseNumber: '部申[2026]777号' })],
  ];
  for (const [person, path, body] of opened) {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all([person.post(path, body, key), person.post(path, body, key)]);
    expect([path, answers.map(({ status }) => status)]).toEqual([path, [201, 201]]);
    expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
  }
});
