/** What is refused, and how: the list "Bad input" of the first issue, over HTTP. */
import { randomUUID } from 'node:crypto';
import { PACKS } from '@bihuan/packs';
import { call, handle, makeForm, path, takeContact } from './support/hotline';
import type { Answer, Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(60_000);

let suite: PlayedSuite;
let agent: Person;
let engineer: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  [agent, engineer] = await Promise.all([suite.as('agent'), suite.as('engineer')]);
});
afterAll(() => suite.close());

const refusals = ({ status, body }: Answer) => [
  status,
  ((body['errors'] ?? []) as Json[]).map(({ pointer }) => pointer).sort(),
];

describe('input', () => {
  it('HOT-1 missing and unknown fields are 422, each with its pointer, and nothing is stored', async () => {
    const before = await agent.list('/hotline/contacts');
    expect(refusals(await agent.post('/hotline/contacts', {}))).toEqual([
      422,
      ['/callerName', '/callerPhone', '/category', '/channel', '/summary'],
    ]);
    expect(refusals(await agent.post('/hotline/contacts', call({ deptId: 'x', role: 'admin' })))).toEqual([
      422,
      ['/deptId', '/role'],
    ]);
    expect(refusals(await agent.post('/hotline/contacts', call({ summary: 7, customerId: '1' })))).toEqual([
      422,
      ['/customerId', '/summary'],
    ]);
    const polluted = '{"__proto__":{"admin":true},"channel":"phone"}';
    const answer = await fetch(`${suite.url}/api/hotline/contacts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: agent.authorization },
      body: polluted,
    });
    expect([400, 422]).toContain(answer.status);
    expect(await agent.list('/hotline/contacts')).toEqual(before);
  });

  it('HOT-6 a category the pack has not is refused with the list; so are channel and sub-kind', async () => {
    const contactId = await takeContact(agent);
    const form = { contactId, description: '吞卡', category: 'weather' };
    const refused = await agent.post('/hotline/problem-forms', form);
    expect(refusals(refused)).toEqual([422, ['/category']]);
    expect(JSON.stringify(refused.body)).toContain('technical, service, sales, other');
    expect(
      refusals(await agent.post('/hotline/problem-forms', { ...form, category: 'technical', kind: 'gas' })),
    ).toEqual([422, ['/kind']]);
    expect(refusals(await agent.post('/hotline/contacts', call({ channel: 'pigeon' })))).toEqual([422, ['/channel']]);
    expect(
      refusals(await agent.post('/hotline/problem-forms', { ...form, contactId: randomUUID(), category: 'other' }))[0],
    ).toBe(404);
  });

  it('HOT-9 a wrong state is 409 with the state and the actions allowed now', async () => {
    const form = await makeForm(agent);
    const early = await agent.post(`${path(form)}/answer`, { text: '好了' });
    expect(early.status).toBe(409);
    expect(early.body).toMatchObject({ state: 'drafted', allowedActions: ['refer', 'withdraw'], code: 'wrong-state' });
    const contact = await takeContact(agent);
    await agent.do(`/hotline/contacts/${contact}/nuisance`);
    const late = await agent.post(`/hotline/contacts/${contact}/answer`, {
      text: 'x',
      understood: true,
      satisfied: true,
    });
    expect([late.status, late.body]).toEqual([
      409,
      expect.objectContaining({ state: 'nuisance', allowedActions: ['reopen'] }),
    ]);
  });

  it('HOT-9 two saves of one version: the second is 412 and changes nothing, told by header or body', async () => {
    const form = await makeForm(agent);
    await agent.do(`${path(form)}/refer`, { customerAgreed: true });
    const { version } = await engineer.do(`${path(form)}/accept`);
    const first = await engineer.post(`${path(form)}/plan`, { text: '甲案' }, { 'if-match': `"${String(version)}"` });
    expect(first.status).toBe(200);
    const stale = [
      await engineer.post(`${path(form)}/plan`, { text: '乙案' }, { 'if-match': `"${String(version)}"` }),
      await engineer.post(`${path(form)}/plan`, { text: '乙案', version }),
    ];
    expect(stale.map(({ status, body }) => [status, body['code']])).toEqual([
      [412, 'stale-version'],
      [412, 'stale-version'],
    ]);
    const now = (await engineer.get(path(form))).body;
    expect(JSON.stringify(now['rounds'])).toContain('甲案');
    expect(JSON.stringify(now['rounds'])).not.toContain('乙案');
    expect((await engineer.post(`${path(form)}/plan`, { text: '丙案', version: now['version'] })).status).toBe(200);
  });

  it('HOT-1 the same Idempotency-Key twice makes one record and the same answer; with another body it is 422', async () => {
    const key = randomUUID();
    const send = (body: Json, person = agent) => person.post('/hotline/contacts', body, { 'idempotency-key': key });
    const body = call({ summary: `一次 ${key}` });
    const answers = await Promise.all([send(body), send(body), send(body)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.body['id'])).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(2);
    expect((await send(call({ summary: '另一件事' }))).status).toBe(422);
    const again = await send(body, await suite.as('agent2'));
    expect([again.status, again.body['id'] === answers[0]?.body['id']]).toEqual([201, false]);
    const mine = (await agent.list('/hotline/contacts?page[size]=200')).filter(({ summary }) =>
      String(summary).includes(key),
    );
    expect(mine).toHaveLength(2);
  });

  it('HOT-1 a refused request frees its Idempotency-Key: put right, it goes through', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const contact = await takeContact(agent);
    const form = { contactId: contact, category: 'other', description: '吞卡' };
    await agent.do(`/hotline/contacts/${contact}/nuisance`);
    expect((await agent.post('/hotline/problem-forms', form, headers)).status).toBe(409);
    await agent.do(`/hotline/contacts/${contact}/reopen`);
    expect((await agent.post('/hotline/problem-forms', form, headers)).status).toBe(201);
  });
});

describe('the edge', () => {
  const raw = (init: RequestInit, address = '/hotline/contacts') =>
    fetch(`${suite.url}/api${address}`, { method: 'POST', ...init });
  const json = { 'content-type': 'application/json' };

  it('IDN-1 without a session, with a made-up one or after logging out: 401', async () => {
    expect((await raw({ headers: json, body: JSON.stringify(call()) })).status).toBe(401);
    const made = { ...json, authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
    expect((await raw({ headers: made, body: JSON.stringify(call()) })).status).toBe(401);
    const problem = (await (await raw({ headers: json, body: '{}' })).json()) as Json;
    expect(problem).toMatchObject({ status: 401, code: 'not-logged-in' });
  });

  it('HOT-1 malformed JSON is 400, another content type is refused, as problem+json without a stack', async () => {
    const authorization = agent.authorization;
    for (const body of ['{', '{"channel":', 'phone', '[1,2']) {
      const answer = await raw({ headers: { ...json, authorization }, body });
      const text = await answer.text();
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(text).not.toMatch(/node_modules|\.ts:|at \w/);
    }
    const form = await raw({ headers: { 'content-type': 'text/plain', authorization }, body: JSON.stringify(call()) });
    expect(form.status).toBe(415);
    expect((await raw({ headers: { ...json, authorization }, body: '[]' })).status).toBe(422);
  });

  it('IDN-2 another department’s record, an unknown id and no id at all are the same 404', async () => {
    const form = await makeForm(agent);
    const stranger = await suite.as('engineer2');
    const answers = await Promise.all([
      stranger.get(path(form)),
      stranger.get(`/hotline/problem-forms/${randomUUID()}`),
      stranger.get(`/timeline?filter[subject]=hotline:problem-form:${String(form['id'])}`),
      stranger.get(`/deadlines?filter[subject]=hotline:problem-form:${String(form['id'])}`),
      stranger.get('/hotline/problem-forms/1'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(answers[0]?.body['code']).toBe(answers[1]?.body['code']);
    // Referred to his department it is his to see.
    const units = new Map((await agent.list('/units')).map((unit) => [unit['code'], unit['id']]));
    await agent.do(`${path(form)}/refer`, {
      customerAgreed: true,
      unitId: units.get('user-service'),
      reason: '用户要求',
    });
    expect((await stranger.get(path(form))).status).toBe(200);
  });

  it('IDN-2 an act without the right is 403', async () => {
    const form = await makeForm(agent);
    await agent.do(`${path(form)}/refer`, { customerAgreed: true });
    await handle(engineer, form);
    expect((await (await suite.as('hr')).post('/hotline/contacts', call())).status).toBe(403);
    expect((await engineer.put('/clock', { now: '2026-09-17T10:00:00+08:00' })).status).toBe(403);
  });

  it('DLN-2 the manual clock does not go back: 422', async () => {
    const admin = await suite.as('admin');
    const back = await admin.put('/clock', { now: '2026-09-17T08:59:59+08:00' });
    expect([back.status, back.body['code']]).toEqual([422, 'clock-backwards']);
    expect((await admin.put('/clock', { now: 'tomorrow' })).status).toBe(422);
  });
});

describe('a pack with a mistake', () => {
  it('PCK-1 stops the start and says where, what was expected and what stands there', async () => {
    const packs = PACKS as Map<string, unknown>;
    const pack = structuredClone(packs.get('atm-5s4e')) as { calendars: Json[]; deadlinePolicies: Json[] };
    Object.assign(pack, { id: 'broken' });
    Object.assign(pack.deadlinePolicies[0] ?? {}, { limit: 'two hours' });
    Object.assign(pack.calendars[0] ?? {}, { weekly: { mon: [['9', '12:00']] } });
    packs.set('broken', pack);
    try {
      const refused = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'broken' }).catch(
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(Error);
      const { name, message } = refused as Error;
      expect(name).toBe('PackError');
      expect(message).toMatch(/deadlinePolicies\[0\]\.limit: expected an object, got "two hours"/);
      expect(message).toMatch(/calendars\[0\]\.weekly\.mon\[0\]/);
    } finally {
      packs.delete('broken');
    }
  });

  it('PCK-1 a pack that does not exist is refused with those that do', async () => {
    const refused = playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'nowhere' });
    await expect(refused).rejects.toThrow(
      'SUITE_PACK: expected atm-5s4e or franchise or telecom or cable-tv, got "nowhere"',
    );
  });

  it('PLG-1 a module that does not exist is refused by name', async () => {
    const refused = playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'hotline,weather' });
    await expect(refused).rejects.toThrow('there is no module "weather"');
  });
});
