/** The first closed loop over HTTP on the manual clock: call, form, handler, answer, revisit, paper. */
import { readPdf } from '@bihuan/testing-kit';
import { handle, deadline, local, makeForm, path, read, takeContact } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let agent2: Person;
let engineer: Person;
let manager: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T08:00:00+08:00');
  [agent, agent2, engineer, manager] = await Promise.all([
    suite.as('agent'),
    suite.as('agent2'),
    suite.as('engineer'),
    suite.as('tech-manager'),
  ]);
});

afterAll(() => suite.close());

const codes = (answer: { body: Json }): string[] =>
  ((answer.body['errors'] ?? []) as { pointer: string }[]).map(({ pointer }) => pointer);

test('SYS-01 HOT-1b HOT-2 a contact stays on its taker’s list until it is concluded or handed over by name', async () => {
  const id = await takeContact(agent);
  const mine = async (person: Person) =>
    (await person.list('/work')).filter((item) => (item['subject'] as Json)['id'] === id).length;
  expect(await mine(agent)).toBe(1);
  expect((await agent.post(`/hotline/contacts/${id}/hand-over`, { reason: '下班' })).status).toBe(422);
  await agent.do(`/hotline/contacts/${id}/hand-over`, { assigneeId: agent2.employeeId, reason: '下班' });
  expect([await mine(agent), await mine(agent2)]).toEqual([0, 1]);
  await agent2.do(`/hotline/contacts/${id}/conclude`, { text: '已答复' });
  expect(await mine(agent2)).toBe(0);
});

test('SYS-04 HOT-5b a customer who tests and does not answer in 24 hours is concluded once, as no-answer', async () => {
  const id = await takeContact(agent);
  await agent.do(`/hotline/contacts/${id}/await-customer`, { text: '请重启后回复' });
  await suite.clock('2026-09-18T07:59:59+08:00');
  expect((await agent.get(`/hotline/contacts/${id}`)).body['state']).toBe('awaiting-customer');
  await suite.clock('2026-09-18T08:00:00+08:00');
  expect((await agent.get(`/hotline/contacts/${id}`)).body).toMatchObject({ state: 'concluded', reason: 'no-answer' });
  const timeline = await agent.list(`/timeline?filter[subject]=hotline:contact:${id}`);
  expect(timeline.filter(({ action }) => action === 'concluded')).toHaveLength(1);
});

test('HOT-5a an answer is concluded at once only when it was understood and satisfied', async () => {
  const id = await takeContact(agent);
  const no = await agent.do(`/hotline/contacts/${id}/answer`, {
    text: '请换一张卡',
    understood: true,
    satisfied: false,
  });
  expect(no).toMatchObject({ state: 'open', needsForm: true });
  const yes = await agent.do(`/hotline/contacts/${id}/answer`, {
    text: '请换一张卡',
    understood: true,
    satisfied: true,
  });
  expect(yes).toMatchObject({ state: 'concluded', conclusion: 'first-contact', firstContactResolution: true });
});

test('SYS-07 HOT-7 each category goes to the unit of the pack; overruling needs a reason; wrong department is counted', async () => {
  const units = new Map((await agent.list('/units')).map((unit) => [unit['code'], unit['id']]));
  const cases = [
    [{ category: 'technical', kind: 'software' }, 'software-development'],
    [{ category: 'technical', kind: 'hardware' }, 'technical-support'],
    [{ category: 'sales' }, 'product-division'],
    [{ category: 'service' }, 'user-service'],
    [{ category: 'other' }, 'technical-support'],
  ] as const;
  for (const [what, unit] of cases) {
    const form = await makeForm(agent, { kind: undefined, ...what });
    const referred = await agent.do(`${path(form)}/refer`, { customerAgreed: true });
    expect((referred['unit'] as Json)['id']).toBe(units.get(unit));
  }
  const form = await makeForm(agent);
  const elsewhere = { customerAgreed: true, unitId: units.get('user-service') };
  expect(codes(await agent.post(`${path(form)}/refer`, elsewhere))).toContain('/reason');
  await agent.do(`${path(form)}/refer`, { ...elsewhere, reason: '用户要求' });
  const back = await (
    await suite.as('engineer2')
  ).do(`${path(form)}/return`, {
    reason: '硬件问题',
    unitId: units.get('technical-support'),
  });
  expect(back).toMatchObject({ state: 'referred', returns: 1 });
});

test('HOT-6 without the customer’s agreement a form is not referred, but with a reason', async () => {
  const form = await makeForm(agent);
  const refused = await agent.post(`${path(form)}/refer`, {});
  expect([refused.status, codes(refused)]).toEqual([422, ['/customerAgreed']]);
  expect((await agent.post(`${path(form)}/refer`, { overrideReason: '用户已挂机' })).status).toBe(200);
});

test('SYS-05 NUM-1 fifty forms at the same time by two officers have gap-free numbers', async () => {
  const contacts = await Promise.all(
    [agent, agent2].flatMap((one) => Array.from({ length: 25 }, () => takeContact(one))),
  );
  const made = await Promise.all(
    contacts.map((contactId, index) =>
      (index < 25 ? agent : agent2).do('/hotline/problem-forms', { contactId, category: 'other', description: '并发' }),
    ),
  );
  const serials = (officer: string) =>
    made
      .map((form) => String(form['number']))
      .filter((number) => number.startsWith(`20260918${officer}`))
      .map((number) => Number(number.slice(10)))
      .sort((a, b) => a - b);
  for (const officer of ['01', '02']) {
    const all = serials(officer);
    expect(all).toHaveLength(25);
    expect((all.at(-1) ?? 0) - (all[0] ?? 0)).toBe(24);
  }
});

test('SYS-08 SYS-09 SYS-13 the loop: refer, accept, plan, handle, audit, answer, not satisfied, round 2, revisit', async () => {
  const form = await makeForm(agent);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  const early = await engineer.post(`${path(form)}/handle`, { text: '完成' });
  expect(early.status).toBe(409);
  expect(early.body['allowedActions']).toContain('accept');
  await handle(engineer, form);
  expect((await engineer.post(`${path(form)}/audit`, { text: '同意' })).status).toBe(403);
  await manager.do(`${path(form)}/audit`, { text: '同意' });
  const again = await agent.do(`${path(form)}/answer`, { text: '已换读卡器', satisfied: false });
  expect(again).toMatchObject({ state: 'accepted', round: 2, number: form['number'] });
  await engineer.do(`${path(form)}/plan`, { text: '更换主板' });
  await engineer.do(`${path(form)}/handle`, { text: '已更换主板' });
  await manager.do(`${path(form)}/audit`);
  const done = await agent.do(`${path(form)}/answer`, { text: '已换主板', satisfied: true });
  expect(done).toMatchObject({ state: 'concluded', round: 2 });
  const second = (done['rounds'] as Json[])[1] as { plan: Json; result: Json; audit: Json };
  expect([second.plan['by'], second.result['by'], second.audit['by']]).toEqual([
    expect.objectContaining({ id: engineer.employeeId }),
    expect.objectContaining({ id: engineer.employeeId }),
    expect.objectContaining({ id: manager.employeeId }),
  ]);

  await suite.clock('2026-09-19T09:00:00+08:00');
  const tasks = (await agent.list('/revisit/tasks')).filter(({ number }) => number === form['number']);
  expect(tasks).toHaveLength(1);
  const task = `/revisit/tasks/${String(tasks[0]?.['id'])}`;
  expect((await agent.post(`${task}/start`)).status).toBe(409);
  await agent.do(`${task}/prepare`);
  await agent.do(`${task}/start`);
  const result = await agent.do(`${task}/result`, {
    outcome: 'reached',
    satisfied: true,
    machineWorks: true,
    words: '很好',
  });
  expect(result['state']).toBe('done');
  await suite.clock('2026-09-19T09:00:00+08:00');
  expect((await read(agent, form))['revisitedAt']).not.toBeNull();
});

test('RVT-4 not satisfied in the revisit goes back into the form and to complaints; with both back the same task calls again', async () => {
  const form = await makeForm(agent);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  await handle(engineer, form);
  await agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
  await suite.clock('2026-09-20T09:00:00+08:00');
  const find = async () => (await agent.list('/revisit/tasks')).find(({ number }) => number === form['number']);
  const task = `/revisit/tasks/${String((await find())?.['id'])}`;
  await agent.do(`${task}/prepare`);
  await agent.do(`${task}/start`);
  const sent = await agent.do(`${task}/result`, {
    outcome: 'reached',
    satisfied: false,
    machineWorks: true,
    words: '没有说清原因',
  });
  expect(sent['state']).toBe('waiting');
  await suite.clock('2026-09-20T09:00:00+08:00');
  expect(await read(agent, form)).toMatchObject({ state: 'accepted', round: 2 });
  await engineer.do(`${path(form)}/plan`, { text: '再查' });
  await engineer.do(`${path(form)}/handle`, { text: '已修复' });
  await agent.do(`${path(form)}/answer`, { text: '已修复', satisfied: true });
  await suite.clock('2026-09-21T09:00:00+08:00');
  expect(await find()).toMatchObject({ state: 'waiting', round: 2 });
  const supervisor = await suite.as('supervisor');
  const complaints = await supervisor.list('/complaints/complaints?page[size]=200');
  const [complaint] = complaints.sort((one, other) => String(other['number']).localeCompare(String(one['number'])));
  await supervisor.do(`/complaints/complaints/${String(complaint?.['id'])}/withdraw`, { reason: '已随问题处理表办结' });
  await suite.clock('2026-09-21T09:00:00+08:00');
  expect(await find()).toMatchObject({ state: 'planned', round: 2, id: task.slice('/revisit/tasks/'.length) });
});

test('SYS-11 HOT-11 strokes and nuisance calls make the phone contacts of the day', async () => {
  const day = await playSuite('2026-09-18T09:00:00+08:00');
  try {
    const officer = await day.as('agent');
    for (let n = 0; n < 7; n++) await takeContact(officer);
    const wrong = await takeContact(officer);
    await officer.do(`/hotline/contacts/${wrong}/nuisance`);
    const sheet = await officer.pdf('/hotline/registers/call-tally.pdf?date=2026-09-18');
    const text = (await readPdf(sheet.bytes)).map((page) => page.text).join('');
    expect(text).toMatch(/登记次数7骚扰及误拨1当日电话总数8/);
  } finally {
    await day.close();
  }
});

test('SYS-06 HOT-8a a form of Friday 17:30 is due on a make-up Sunday at 10:30, else on Monday at 10:30', async () => {
  for (const [start, due] of [
    ['2026-09-18T17:30:00+08:00', '2026-09-20 10:30'],
    ['2026-09-11T17:30:00+08:00', '2026-09-14 10:30'],
  ] as const) {
    const other = await playSuite(start);
    try {
      const officer = await other.as('agent');
      const form = await makeForm(officer);
      expect(local((await deadline(officer, form, 'referral'))['dueAt'])).toBe(due);
    } finally {
      await other.close();
    }
  }
});

test('SYS-06 HOT-8c an overdue result brings one chase task a working day until the result', async () => {
  const week = await playSuite('2026-09-17T09:00:00+08:00');
  try {
    const officer = await week.as('agent');
    const form = await makeForm(officer);
    await officer.do(`${path(form)}/refer`, { customerAgreed: true });
    // Thursday 17th; Friday is the first working day after it, the make-up Sunday the second.
    expect(local((await deadline(officer, form, 'result'))['dueAt'])).toBe('2026-09-20 18:00');
    const chases = async () =>
      (await officer.list(`/timeline?filter[subject]=hotline:problem-form:${String(form['id'])}`)).filter(
        (item) => item['action'] === 'task-created' && (item['data'] as Json)['kind'] === 'hotline.chase',
      );
    await week.clock('2026-09-20T17:59:59+08:00');
    expect(await chases()).toHaveLength(0);
    await week.clock('2026-09-22T12:00:00+08:00');
    expect((await chases()).map(({ at }) => local(at))).toEqual([
      '2026-09-20 18:00',
      '2026-09-21 09:00',
      '2026-09-22 09:00',
    ]);
    const open = (await officer.list('/work')).filter(({ kind }) => kind === 'hotline.chase');
    expect(open).toHaveLength(1);
    await officer.do(`/tasks/${String(open[0]?.['id'])}/done`, { text: '已催办并致歉' });
    const other = await week.as('engineer');
    await handle(other, form);
    await week.clock('2026-09-24T12:00:00+08:00');
    expect(await chases()).toHaveLength(3);
  } finally {
    await week.close();
  }
});
