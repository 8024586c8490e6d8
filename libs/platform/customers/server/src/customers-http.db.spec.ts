/** Customers over HTTP (api.md; CUS-1, CUS-2, CUS-5). */
import { randomUUID } from 'node:crypto';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { CUSTOMERS_PERMISSIONS as MAY } from '@bihuan/customers-contract';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { customersRoom } from './customers.manifest';
import type { HistoryItem } from './registries';
import { HistoryParts } from './registries';
import { NOW, officer } from './test/customers-scene';

const actorWith = (...permissions: string[]): UserActor => ({
  ...officer,
  permissions: new Map(permissions.map((id): [string, Scope] => [id, 'all'])),
});

let edge: EdgeApp;
let actor = actorWith(MAY.read, MAY.edit, MAY.erase);

beforeAll(async () => {
  const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, policiesRoom, customersRoom];
  edge = await edgeApp(rooms, { edge: { configureHttp, createHttpAdapter }, now: NOW, actor: () => actor });
});
afterAll(() => edge.close());
beforeEach(() => {
  actor = actorWith(MAY.read, MAY.edit, MAY.erase);
});

async function send(method: 'GET' | 'POST', url: string, payload?: object, headers = {}) {
  const reply = await edge.app.inject({ method, url: `/api/${url}`, headers, ...(payload ? { payload } : {}) });
  return { status: reply.statusCode, body: reply.json() };
}

const create = async (more: object = {}) =>
  (await send('POST', 'customers', { name: '网银客户', kind: 'company', ...more })).body.id as string;

describe('customers over HTTP', () => {
  it('CUS-1 makes a customer, adds site, equipment and contact, and finds him again', async () => {
    const made = await send('POST', 'customers', {
      name: '长城汽车财务部',
      kind: 'company',
      businessLines: ['3g'],
      contacts: [{ name: '孙悟空', phone: '13512345670' }],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: '长城汽车财务部', version: 1, businessLines: [{ code: '3g' }] });
    const { id } = made.body;
    const site = await send('POST', `customers/${id}/sites`, { name: '保定总部', houseRules: '须登记' });
    expect(site.status).toBe(201);
    const thing = { serial: 'SN-77', model: 'H22', productLine: 'atm', siteId: site.body.id };
    expect((await send('POST', `customers/${id}/equipment`, thing)).status).toBe(201);
    expect((await send('POST', `customers/${id}/contacts`, { name: '沙僧', phone: '13512345671' })).status).toBe(201);
    const found = await send('POST', 'customers/search', { phone: '13512345671' });
    expect(found.status).toBe(200);
    expect(found.body.data).toMatchObject([
      { id, name: '长城汽车财务部', sites: [{ id: site.body.id, name: '保定总部' }] },
    ]);
    expect((await send('GET', `customers/${id}`)).body).toMatchObject({
      version: 4,
      allowedActions: ['add-contact', 'add-site', 'add-equipment', 'erase'],
      sites: [{ houseRules: '须登记' }],
      equipment: [{ serial: 'SN-77' }],
    });
  });

  it.each([
    ['customers', { kind: 'company' }, '/name'],
    ['customers', { name: '甲', kind: 'shop' }, '/kind'],
    ['customers', { name: '甲', kind: 'person', colour: 'red' }, '/colour'],
    ['customers', { name: '甲', kind: 'person', contacts: [{ name: '乙' }] }, '/contacts/0/phone'],
    ['customers/search', {}, '/text'],
    ['customers/search', { colour: 'red' }, '/colour'],
  ])('CUS-1 POST %s refuses %j at %s', async (route, body, pointer) => {
    const answer = await send('POST', route, body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('IDN-2 asks for the right, and answers 404 for ids nobody has', async () => {
    const id = await create();
    actor = actorWith(MAY.read);
    expect((await send('GET', `customers/${id}`)).body.allowedActions).toEqual([]);
    for (const [route, body] of [
      ['customers', { name: '甲', kind: 'person' }],
      [`customers/${id}/sites`, { name: '网点' }],
      [`customers/${id}/erase`, { reason: '要求' }],
    ] as const) {
      expect((await send('POST', route, body)).status).toBe(403);
    }
    for (const unknown of [randomUUID(), 'nonsense']) {
      expect((await send('GET', `customers/${unknown}`)).status).toBe(404);
      expect((await send('GET', `customers/${unknown}/history`)).status).toBe(404);
    }
    actor = actorWith();
    expect((await send('POST', 'customers/search', { text: '网银' })).status).toBe(403);
  });

  it('CUS-1 answers 412 for a version that is not the present one, in header and body', async () => {
    const id = await create();
    const add = (body: object, headers = {}) =>
      send('POST', `customers/${id}/sites`, { name: '网点', ...body }, headers);
    expect((await add({}, { 'if-match': '"1"' })).status).toBe(201);
    expect((await add({}, { 'if-match': '"1"' })).status).toBe(412);
    expect((await add({ version: 1 })).status).toBe(412);
    expect((await add({ version: 2 })).status).toBe(201);
  });

  it('CUS-2 shows the history of all modules, the newest first, page by page, of one site too', async () => {
    const id = await create();
    const item = (module: string, hour: number): HistoryItem => ({
      subject: { module, kind: 'matter', id: randomUUID() },
      kind: 'matter',
      number: `${module}-${hour}`,
      at: new Date(NOW.getTime() + hour * 3_600_000),
      state: 'open',
      title: { zh: '事项', en: 'Matter' },
    });
    const parts = edge.app.get(HistoryParts);
    const site = randomUUID();
    // Made once: a page begins behind a subject of the page before.
    const [call, revisit, later, ofSite] = [
      item('hotline', 1),
      item('revisit', 2),
      item('hotline', 3),
      item('hotline', 4),
    ];
    parts.add('hotline', {
      history: (_actor, question) =>
        Promise.resolve(question.customerId !== id ? [] : question.siteId === site ? [ofSite] : [call, later]),
    });
    parts.add('revisit', {
      history: (_actor, question) => Promise.resolve(question.siteId ? [] : [revisit]),
    });
    const numbers = async (query: string) => {
      const { body } = await send('GET', `customers/${id}/history?${query}`);
      return { numbers: body.data.map(({ number }: HistoryItem) => number), next: body.page.next };
    };
    const first = await numbers('page[size]=2');
    expect(first.numbers).toEqual(['hotline-3', 'revisit-2']);
    expect(await numbers(`page[size]=2&page[after]=${first.next}`)).toEqual({
      numbers: ['hotline-1'],
      next: undefined,
    });
    expect((await numbers('sort=at')).numbers).toEqual(['hotline-1', 'revisit-2', 'hotline-3']);
    expect((await numbers(`filter[site]=${site}`)).numbers).toEqual(['hotline-4']);
    expect((await send('GET', `customers/${id}/history?filter[site]=x`)).status).toBe(422);
  });

  it('CUS-5 erases once; then every change is 409 with the state, and the timeline has no words of his', async () => {
    const id = await create({ name: '请删除我', contacts: [{ name: '删除人', phone: '13600001111' }] });
    const timeline = async () =>
      JSON.stringify((await send('GET', `timeline?filter[subject]=customers:customer:${id}`)).body);
    expect(await timeline()).toContain('删除人');
    expect((await send('POST', `customers/${id}/erase`, {})).status).toBe(422);
    const named = await send('POST', `customers/${id}/erase`, { reason: '请删除我的要求' });
    expect(named).toMatchObject({ status: 422, body: { code: 'reason-names-customer' } });
    const done = await send('POST', `customers/${id}/erase`, { reason: '本人要求' });
    expect(done).toMatchObject({
      status: 200,
      body: { id, state: 'erased', allowedActions: [], rows: { customers: 2 } },
    });
    const again = await send('POST', `customers/${id}/erase`, { reason: '本人要求' });
    expect(again).toMatchObject({ status: 409, body: { state: 'erased', allowedActions: [] } });
    expect((await send('POST', `customers/${id}/sites`, { name: '网点' })).status).toBe(409);
    expect((await send('GET', `customers/${id}`)).body).toMatchObject({
      name: '已删除',
      state: 'erased',
      allowedActions: [],
    });
    expect(await timeline()).not.toContain('删除人');
  });
});
