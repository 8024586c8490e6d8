/** September of the ATM maker: figures as counted by hand, the month closes, and its reports are at their recipients' by themselves (000). */
import { act, handle, openComplaint, readComplaint, unitsByCode } from './support/complaints';
import { openOrder, orderPath, workThrough } from './support/dispatch';
import { behind, callsOf, figure, groups, parts } from './support/reporting';
import { finishForm, pageText as textOf, revisit, settle, taskOf } from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let supervisor: Person;
let engineer: Person;
let engineer2: Person;
let techManager: Person;
let dispatcher: Person;
let manager: Person;
let deputy: Person;
let unit: (code: string) => string;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', {
    SUITE_MODULES: 'hotline,dispatch,complaints,revisit,reporting',
  });
  [agent, supervisor, engineer, engineer2, techManager, dispatcher, manager, deputy] = (await Promise.all(
    ['agent', 'supervisor', 'engineer', 'engineer2', 'tech-manager', 'dispatcher', 'manager', 'deputy'].map((user) =>
      suite.as(user),
    ),
  )) as [Person, Person, Person, Person, Person, Person, Person, Person];
  unit = await unitsByCode(supervisor);
});

afterAll(() => suite.close());

/** A complaint brought to its unit. */
async function sentTo(code: string, more: Json = {}): Promise<Json> {
  const complaint = await openComplaint(agent, { channel: 'complaint-line', kind: 'parts-delay', ...more });
  await act(supervisor, complaint, 'check', { text: '属实' });
  return act(supervisor, complaint, 'dispatch', { unitId: unit(code) });
}

/** A repair, solved and graded. */
async function repaired(person: Person, grade: number): Promise<Json> {
  const order = await openOrder(agent, { productLine: 'atm', region: '' });
  await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: person.employeeId });
  await workThrough(person, order, '读卡器磨损');
  await techManager.do(`${orderPath(order)}/grade`, { grade });
  return order;
}

const september: Json[] = [];

test('RPT-1 the catalogue tells definition, purpose, formula, unit, dimensions and target of at least 20 indicators', async () => {
  const all = await manager.list('/reporting/indicators');
  expect(all.length).toBeGreaterThanOrEqual(20);
  for (const one of all) {
    expect(one).toMatchObject({
      title: { zh: expect.any(String) as string },
      definition: { zh: expect.any(String) as string },
      formula: { zh: expect.any(String) as string },
      periods: ['live', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'free'],
    });
  }
  // Appeals are not deployed here.
  expect(all.map(({ module }) => module)).not.toContain('appeals');
  expect(all.find(({ id }) => id === 'revisit-coverage')).toMatchObject({ target: 1, unit: 'percent' });
});

test('RPT-2 RPT-4 figures agree with the rows counted by hand, and open down to the very cases', async () => {
  september.push(await sentTo('technical-support'), await sentTo('technical-support', { kind: 'staff-attitude' }));
  september.push(await sentTo('user-service', { channel: 'phone' }));
  const withdrawn = await sentTo('technical-support', { customerName: '李四' });
  await act(supervisor, withdrawn, 'withdraw', { reason: '用户要求撤回' });
  for (const [person, grade] of [
    [engineer, 1],
    [engineer, 3],
    [engineer2, 2],
  ] as const)
    await repaired(person, grade);
  await settle(suite);
  const register = await manager.list('/complaints/complaints?filter[state]=all&page[size]=200');
  const counted = register.filter(({ state }) => state !== 'withdrawn');
  expect(counted).toHaveLength(3);
  expect(await figure(manager, 'complaints', '2026-09', 'by=unit')).toMatchObject({ value: 3, closed: false });
  expect(await groups(manager, 'complaints', '2026-09', 'unit')).toEqual({
    [unit('technical-support')]: [2, null],
    [unit('user-service')]: [1, null],
  });
  expect(await groups(manager, 'complaints', '2026-Q3', 'kind')).toEqual({
    'parts-delay': [2, null],
    'staff-attitude': [1, null],
  });
  // From the rows, where no roll-up has the mix: the same.
  expect(await parts(manager, 'complaints', '2026-09-17')).toEqual([3, null]);
  expect(await parts(manager, 'complaints', '2026-09-17T09')).toEqual([3, null]);
  expect(await parts(manager, 'complaints', '2026-09', 'filter[channel]=phone&filter[kind]=parts-delay')).toEqual([
    1,
    null,
  ]);
  expect(await behind(manager, 'complaints', 'period=2026-09')).toEqual(
    counted.map(({ number }) => String(number)).sort(),
  );
  const [, second] = september;
  expect(await behind(manager, 'complaints', 'period=2026-09&filter[kind]=staff-attitude')).toEqual([
    second?.['number'],
  ]);
  expect(await parts(manager, 'complaint-per-repair', '2026-09')).toEqual([3, 3]);
  expect(await groups(manager, 'complaint-per-repair', '2026-09', 'unit')).toEqual({
    [unit('technical-support')]: [2, 2],
    [unit('user-service')]: [1, 1],
  });
  expect(await parts(manager, 'work-orders', '2026-09')).toEqual([3, null]);
  expect(await parts(manager, 'dispatch-accuracy', '2026-09')).toEqual([3, 3]);
});

test('RPT-2 IDN-2 a head sees the figures of his units, and the cases behind them; others none', async () => {
  expect(await parts(techManager, 'complaints', '2026-09')).toEqual([3, null]);
  expect(await parts(agent, 'complaints', '2026-09')).toEqual([0, null]);
  expect(await behind(agent, 'complaints', 'period=2026-09')).toEqual([]);
  expect((await engineer.get('/reporting/indicators/complaints?period=2026-09')).status).toBe(403);
});

test('RPT-2 RPT-3 bad questions are refused with what can be asked', async () => {
  const unknown = await manager.get('/reporting/indicators/complaints?period=2026-09&by=weather');
  expect([unknown.status, unknown.body['code'], (unknown.body['errors'] as Json[])[0]]).toEqual([
    422,
    'unknown-dimension',
    expect.objectContaining({ pointer: '/by', detail: expect.stringContaining('channel') }),
  ]);
  expect((await manager.get('/reporting/indicators/complaints?period=2026-13')).body['code']).toBe('bad-period');
  expect((await manager.get('/reporting/indicators/weather?period=2026-09')).status).toBe(404);
});

test('RPT-5 a heat map counts by weekday and hour of intake', async () => {
  const cells = await manager.list('/reporting/indicators/complaints/heat-map?period=2026-09');
  expect(cells).toEqual([{ weekday: 4, hour: 9, cases: 3 }]);
});

test('RPT-1a satisfaction at answer and revisit, each against those asked and against all', async () => {
  const [first, , third] = september;
  if (!first || !third) throw new Error('no complaints');
  await suite.clock('2026-09-18T10:00:00+08:00');
  await handle(engineer, supervisor, first);
  await act(engineer, first, 'report', { way: 'paper', missingReason: '随设备返厂' });
  await act(supervisor, first, 'revisit', { satisfied: true, text: '满意' });
  await settle(suite);
  expect(await parts(manager, 'satisfaction-at-revisit', '2026-09')).toEqual([1, 1]);
  expect(await parts(manager, 'satisfaction-at-revisit-all', '2026-09')).toEqual([1, 4]);
  expect(await parts(manager, 'concluded-after-referral', '2026-09')).toEqual([1, 4]);
  expect(await parts(manager, 'revisit-coverage', '2026-09', 'filter[event]=complaint')).toEqual([0, 1]);
});

test('SYS-15 RPT-7 on Monday two inboxes hold form 10 with the figures of the tasks, and the proof of sending is kept', async () => {
  const form = await finishForm(agent, engineer, { callerName: '何平', callerPhone: '13511112222' });
  await suite.clock('2026-09-19T10:00:00+08:00');
  await revisit(agent, await taskOf(agent, form['number']), { satisfied: true, machineWorks: true, words: '运行正常' });
  expect(await manager.list('/reporting/reports')).toEqual([]);
  await suite.clock('2026-09-21T07:59:00+08:00');
  expect(await manager.list('/reporting/reports')).toEqual([]);
  await suite.clock('2026-09-21T08:00:00+08:00');
  const [report, ...more] = await manager.list('/reporting/reports');
  expect(more).toEqual([]);
  expect(report).toMatchObject({ schedule: 'revisit-weekly', from: '2026-09-14', to: '2026-09-20', state: 'sent' });
  const recipients = report?.['recipients'] as Json[];
  expect(recipients.map(({ name }) => name)).toEqual(['高远', '徐慧']);
  for (const person of [manager, deputy]) {
    const notices = (await person.list('/notices')).filter(({ text }) => JSON.stringify(text).includes('回访周报'));
    expect(notices).toHaveLength(1);
    expect(JSON.stringify(notices[0])).toContain('2026-09-14');
    const paper = await textOf(person, String(report?.['url']));
    expect(paper).toContain('2026年第38周（2026-09-14至2026-09-20）');
    const printed = await textOf(manager, '/revisit/registers/revisit-weekly.pdf?from=2026-09-14&to=2026-09-20');
    const figures = (text: string) => /回访数(\d+)到达数(\d+).*?满意数(\d+)满意率([\d.]+%)/.exec(text)?.slice(1);
    expect(figures(paper)).toEqual(figures(printed));
    expect(figures(paper)?.[0]).toBe(String(await callsOf(manager, '2026-09-14', '2026-09-20')));
  }
  expect(String(report?.['sha256'])).toMatch(/^[0-9a-f]{64}$/);
  expect(recipients[0]?.['deliveries']).toEqual(
    expect.arrayContaining([expect.objectContaining({ channel: 'inbox', state: 'sent' })]),
  );
  const [mine] = (await deputy.list('/notices')).filter(({ text }) => JSON.stringify(text).includes('回访周报'));
  await deputy.do(`/notices/${String(mine?.['id'])}/read`);
  const proof = await manager.get(`/reporting/reports/${String(report?.['id'])}`);
  expect((proof.body['recipients'] as Json[]).map(({ readAt }) => readAt !== null)).toEqual([false, true]);
  // Nobody else has it, and it is sent once.
  expect((await agent.get(`/reporting/reports/${String(report?.['id'])}`)).status).toBe(404);
  expect((await agent.pdf(String(report?.['url']))).status).toBe(404);
  expect((await manager.post(`/reporting/reports/${String(report?.['id'])}/send`)).status).toBe(409);
});

test('RPT-4 an open month is not closed by hand', async () => {
  const open = await manager.post('/reporting/periods/2026-09/close');
  expect([open.status, open.body['code'], open.body['state']]).toEqual([409, 'period-open', 'open']);
  expect((await manager.post('/reporting/periods/2026-Q3/close')).status).toBe(422);
  expect((await agent.post('/reporting/periods/2026-09/close')).status).toBe(403);
});

test('SYS-25 CMP-16 RPT-6 RPT-7 at month’s and quarter’s end form 9 is sent by itself, complaints ÷ repairs to the digit', async () => {
  await suite.clock('2026-10-01T00:45:00+08:00');
  const reports = (await manager.list('/reporting/reports')).filter(({ formCode }) => formCode === 'complaint-rate');
  expect(reports.map(({ schedule, from, to, state }) => [schedule, from, to, state]).sort()).toEqual([
    ['complaint-rate-month', '2026-09-01', '2026-09-30', 'sent'],
    ['complaint-rate-quarter', '2026-07-01', '2026-09-30', 'sent'],
  ]);
  for (const report of reports) {
    expect((report['recipients'] as Json[]).map(({ name }) => name)).toEqual(['罗静']);
    const text = await textOf(manager, String(report['url']));
    expect(text).toContain(report['from'] === '2026-09-01' ? '2026年9月' : '2026年第3季度');
    expect(text).toContain('技术支持22100.00%');
    expect(text).toContain('用户服务部11100.00%');
    expect(text).toContain('合计33100.00%');
    expect(text).toContain('第一联决议管理中心');
  }
  const [month] = reports.filter(({ schedule }) => schedule === 'complaint-rate-month');
  const [centre] = month?.['recipients'] as Json[];
  expect(centre?.['deliveries']).toEqual(
    expect.arrayContaining([expect.objectContaining({ channel: 'inbox', state: 'sent' })]),
  );
  const about = `reporting:report:${String(month?.['id'])}`;
  const sent = await (await suite.as('admin')).list(`/notices/sent?filter[subject]=${about}`);
  expect(sent.map(({ channel }) => channel)).toEqual(expect.arrayContaining(['inbox', 'e-mail']));
});

test('RPT-6 RPT-4 both modules print form 9 from their own rows with the same figures', async () => {
  const days = 'from=2026-09-01&to=2026-09-30';
  const [own, theirs] = await Promise.all([
    textOf(supervisor, `/reporting/registers/complaint-rate.pdf?${days}`),
    textOf(supervisor, `/complaints/registers/complaint-rate.pdf?${days}`),
  ]);
  const rows = (text: string) => /部门名称.*?合计[\d.]+%/.exec(text)?.[0];
  expect(rows(own)).toBeDefined();
  expect(rows(own)).toBe(rows(theirs));
  const odd = await supervisor.pdf('/reporting/registers/complaint-rate.pdf?from=2026-09-02&to=2026-09-30');
  expect(odd.status).toBe(422);
});

test('RPT-4 the month is closed at ten past midnight and stands: what changes later alters no figure of it', async () => {
  const [period] = await manager.list('/reporting/periods');
  expect(period).toMatchObject({
    period: '2026-09',
    state: 'closed',
    closedAt: '2026-09-30T16:10:00.000Z',
    closedBy: null,
  });
  const before = await figure(manager, 'complaints', '2026-09', 'by=kind');
  expect(before).toMatchObject({ value: 3, closed: true });
  const [, second] = september;
  if (!second) throw new Error('no complaint');
  await act(supervisor, second, 'withdraw', { reason: '用户要求撤回' });
  await settle(suite);
  expect((await readComplaint(supervisor, second))['state']).toBe('withdrawn');
  expect(await figure(manager, 'complaints', '2026-09', 'by=kind')).toEqual(before);
  expect(await parts(manager, 'complaints', '2026-09-17')).toEqual([3, null]);
  expect(await behind(manager, 'complaints', 'period=2026-09')).toContain(String(second['number']));
  const check = await manager.do('/reporting/periods/2026-09/check');
  expect(check).toMatchObject({ same: true, hash: period?.['hash'] });
  const again = await manager.post('/reporting/periods/2026-09/close');
  expect([again.status, again.body['code'], again.body['state']]).toEqual([409, 'period-closed', 'closed']);
  const { cells } = await (await suite.as('admin')).do('/reporting/rebuild');
  expect(Number(cells)).toBeGreaterThan(10);
  expect(await figure(manager, 'complaints', '2026-09', 'by=kind')).toEqual(before);
});

test('SYS-16 RPT-7 the month’s form 11 is at the general manager’s on the 1st', async () => {
  await suite.clock('2026-10-01T07:01:00+08:00');
  const [report] = (await manager.list('/reporting/reports')).filter(({ schedule }) => schedule === 'fault-grades');
  expect(report).toMatchObject({
    state: 'sent',
    from: '2026-09-01',
    to: '2026-09-30',
    sentAt: '2026-09-30T23:00:00.000Z',
  });
  expect((report?.['recipients'] as Json[]).map(({ name }) => name)).toEqual(['高远']);
  const text = await textOf(manager, String(report?.['url']));
  expect(text).toContain('故障等级月报');
  // Engineer × grades 1–4, weighted 4-3-2-1.
  expect(text).toContain('陈志强101026');
  expect(text).toContain('何建国010013');
  expect(
    (await manager.list('/notices')).some(({ text: words }) => JSON.stringify(words).includes('故障等级月报')),
  ).toBe(true);
});
