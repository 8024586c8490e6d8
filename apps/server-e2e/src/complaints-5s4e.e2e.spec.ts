/** 5S4E: a complaint before a holiday, its report in two copies, and a revisit that opens it again (000 chapter 4). */
import { readPdf } from '@bihuan/testing-kit';
import {
  act,
  clockOf,
  complaintPath,
  handle,
  hoursOf,
  inbox,
  openComplaint,
  readComplaint,
  stages,
  timeline,
  tryAct,
  unitsByCode,
} from './support/complaints';
import { openedByPaper } from './support/archive';
import { local } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let supervisor: Person;
let head: Person;
let engineer: Person;
let manager: Person;
let unit: (code: string) => string;

beforeAll(async () => {
  // Tuesday before the National Day holidays, 1–7 October 2026.
  suite = await playSuite('2026-09-29T10:00:00+08:00', { SUITE_MODULES: 'complaints' });
  [agent, supervisor, head, engineer, manager] = await Promise.all([
    suite.as('agent'),
    suite.as('supervisor'),
    suite.as('tech-manager'),
    suite.as('engineer'),
    suite.as('manager'),
  ]);
  unit = await unitsByCode(supervisor);
});

afterAll(() => suite.close());

let complaint: Json;

test('SYS-19 CMP-1 CMP-1a complaints by line, by the president’s office and by other staff stand in one register', async () => {
  complaint = await openComplaint(agent, {
    channel: 'complaint-line',
    kind: 'parts-delay',
    contact: '李工',
    demand: '尽快修复',
  });
  expect(complaint).toMatchObject({ state: 'registered', channel: 'complaint-line', kind: 'parts-delay', level: null });
  const office = await openComplaint(manager, {
    channel: 'president-office',
    kind: 'staff-attitude',
    customerName: '工商银行',
  });
  const heard = await engineer.do('/complaints/passed-on', {
    customerName: '建设银行',
    phone: '075583561122',
    matter: '备件迟迟未到',
    heardAt: '2026-09-29T09:10:00+08:00',
  });
  expect(heard).toMatchObject({ channel: 'other-staff', missing: ['kind'], passedOnBy: { name: '陈志强' } });
  expect(local(heard['heardAt'])).toBe('2026-09-29 09:10');
  expect((heard['officer'] as Json)['name']).toBe('赵敏');
  const register = await supervisor.list('/complaints/complaints');
  expect(register.map(({ number }) => number)).toEqual(
    expect.arrayContaining([complaint, office, heard].map(({ number }) => number)),
  );
  const refused = await tryAct(supervisor, heard, 'check');
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('product-quality')]);
  const checked = await act(supervisor, heard, 'check', { kind: 'parts-delay' });
  expect(checked).toMatchObject({ state: 'checked', kind: 'parts-delay', missing: [] });
});

test('CMP-2 a kind, a line of business and a level that 5S4E does not have are refused', async () => {
  const body = { channel: 'phone', customerName: '王', phone: '', matter: '投诉' };
  const pointer = async (more: Json): Promise<unknown> => {
    const answer = await agent.post('/complaints/complaints', { ...body, ...more });
    expect(answer.status).toBe(422);
    return (answer.body['errors'] as Json[])[0];
  };
  expect(await pointer({})).toMatchObject({ pointer: '/kind', detail: expect.stringContaining('staff-attitude') });
  expect(await pointer({ kind: 'weather' })).toMatchObject({ pointer: '/kind', code: 'not-on-the-list' });
  expect(await pointer({ kind: 'sales', level: 'nation' })).toMatchObject({
    pointer: '/level',
    code: 'not-in-this-pack',
  });
  expect(await pointer({ kind: 'sales', business: 'gsm' })).toMatchObject({ pointer: '/business' });
  expect(await pointer({ kind: 'sales', channel: 'pigeon' })).toMatchObject({ pointer: '/channel' });
});

test('SYS-20 CMP-4d relayed within 30 minutes, acknowledged by the head; else his deputy and the general office are called', async () => {
  expect(local(clockOf(complaint, 'relay')['dueAt'])).toBe('2026-09-29 10:30');
  const relayed = await act(supervisor, complaint, 'relay', { unitId: unit('technical-support'), text: '请立即处理' });
  expect(relayed).toMatchObject({ state: 'registered', relay: { by: { name: '赵敏' }, unit: { name: '技术支持' } } });
  expect(local(clockOf(relayed, 'acknowledge')['dueAt'])).toBe('2026-09-29 10:30');
  await suite.clock('2026-09-29T10:31:00+08:00');
  expect(clockOf(await readComplaint(supervisor, complaint), 'acknowledge')['state']).toBe('breached');
  const number = String(complaint['number']);
  for (const called of [engineer, manager]) {
    expect((await inbox(called)).filter((text) => text.includes(number)).length).toBeGreaterThan(0);
  }
  const acknowledged = await act(head, complaint, 'acknowledge', { text: '收到，马上安排' });
  expect(clockOf(acknowledged, 'acknowledge')).toMatchObject({ state: 'met', late: true });
});

test('SYS-24 CMP-4d the plan is due at the end of the second working day; missing it tells head and general office', async () => {
  const late = await openComplaint(agent, { kind: 'sales', customerName: '赵六' });
  // Two working days from Tuesday: Wednesday, and Thursday the 8th after the holiday.
  expect(local(clockOf(late, 'plan')['dueAt'])).toBe('2026-10-08 18:00');
  expect(hoursOf(clockOf(late, 'plan'))).toBeGreaterThan(48);
});

test('SYS-22 SYS-38 CMP-6 CMP-10 handled the day before the holiday: a decision first, a phone note, then the paper in two copies', async () => {
  await suite.clock('2026-09-30T15:00:00+08:00');
  await act(supervisor, complaint, 'check', { text: '属实' });
  const sent = await act(supervisor, complaint, 'dispatch', { unitId: unit('technical-support') });
  expect(sent).toMatchObject({ state: 'dispatched', acknowledged: { by: { name: '吴海峰' } } });
  const early = await tryAct(engineer, complaint, 'carry-out', { text: '已换件' });
  expect(early.status).toBe(409);
  expect(early.body['allowedActions']).toEqual(expect.arrayContaining(['investigate']));
  const handled = await handle(engineer, supervisor, complaint);
  expect(handled['state']).toBe('carried-out');
  expect((handled['report'] as Json)['copies']).toMatchObject([{ holder: '人力公关部' }, { holder: '技术支持' }]);
  expect(local(clockOf(handled, 'report')['dueAt'])).toBe('2026-10-08 18:00');
  expect(local(clockOf(handled, 'report-by-phone')['dueAt'])).toBe('2026-10-01 15:00');
  const noted = await act(supervisor, complaint, 'report', {
    way: 'phone-note',
    text: '已更换读卡器',
    opinion: '满意',
  });
  expect(stages(noted)).toEqual(expect.arrayContaining(['report armed', 'report-by-phone met', 'revisit armed']));
  await suite.clock('2026-10-08T10:00:00+08:00');
  const paper = await act(engineer, complaint, 'report', { way: 'paper', missingReason: '原维修汇报单随设备返厂' });
  expect(clockOf(paper, 'report')).toMatchObject({ state: 'met', late: false });
  await act(supervisor, complaint, 'report', { way: 'paper', copy: 1 });
  const arrived = await act(head, complaint, 'report', { way: 'paper', copy: 2 });
  const copies = (arrived['report'] as Json)['copies'] as Json[];
  expect(copies.map(({ arrivedAt }) => local(arrivedAt))).toEqual(['2026-10-08 10:00', '2026-10-08 10:00']);
});

/** CMP-10: the paper came alone: the engineer is asked for the repair report, or for the reason why there is none. */
async function oweRepairReport(line: Json): Promise<void> {
  const asked = async () =>
    (await engineer.list('/work')).filter(({ subject, kind }) => {
      return (subject as Json)['id'] === line['id'] && kind === 'complaints.repair-report';
    }).length;
  expect(await asked()).toBe(1);
  const refused = await tryAct(engineer, line, 'report', { way: 'paper', text: '已换件' });
  expect(refused.status).toBe(422);
  expect((refused.body['errors'] as Json[])[0]).toMatchObject({ pointer: '/attachmentId', code: 'repair-report-owed' });
  const given = await act(engineer, line, 'report', { way: 'paper', missingReason: '现场更换，无维修汇报单' });
  expect(given['report']).toMatchObject({ repairReport: 'missing', missingReason: '现场更换，无维修汇报单' });
  expect(await asked()).toBe(0);
}

test('SYS-23 CMP-9a CMP-10 not satisfied: a new line of the register, the head is told; satisfied files both', async () => {
  const dissatisfied = await act(supervisor, complaint, 'revisit', {
    satisfied: false,
    proposal: '希望先发备件',
    text: '机器又坏了',
  });
  expect(dissatisfied).toMatchObject({ state: 'revisited', revisit: { satisfied: false } });
  expect(dissatisfied['allowedActions']).not.toContain('file');
  const second = await readComplaint(supervisor, { id: dissatisfied['followedById'] });
  expect(second).toMatchObject({ state: 'registered', followsId: complaint['id'], customerName: '王建国' });
  expect(second['matter']).toBe('机器又坏了；希望先发备件');
  expect((await inbox(head)).filter((text) => text.includes(String(second['number'])))).toHaveLength(1);
  const refused = await tryAct(supervisor, complaint, 'file');
  expect(refused.status).toBe(409);

  await act(supervisor, second, 'relay', { unitId: unit('technical-support') });
  await act(head, second, 'acknowledge');
  await act(supervisor, second, 'check');
  await act(supervisor, second, 'dispatch', { unitId: unit('technical-support') });
  await handle(engineer, supervisor, second);
  await act(engineer, second, 'report', { way: 'paper' });
  await oweRepairReport(second);
  await act(supervisor, second, 'revisit', { satisfied: true, text: '很满意' });
  const filed = await act(supervisor, second, 'file');
  expect(filed['state']).toBe('filed');
  expect((await readComplaint(supervisor, complaint))['state']).toBe('filed');
  expect(await timeline(supervisor, complaint)).toEqual(
    expect.arrayContaining(['relayed', 'reported', 'revisited', 'filed']),
  );
});

test('NUM-2 the number of the report opens its complaint', async () => {
  const opened = await openedByPaper(supervisor, complaintPath(complaint), 'complaint-report', /HB\d{11}/);
  expect(opened).toEqual([{ module: 'complaints', kind: 'complaint', id: complaint['id'] }]);
});

test('SYS-24 CMP-4d a plan that is missing is told to the head and to the general manager’s office', async () => {
  const [late] = (await supervisor.list('/complaints/complaints')).filter(
    ({ customerName }) => customerName === '赵六',
  );
  if (!late) throw new Error('the complaint without a plan is gone');
  await act(supervisor, late, 'relay', { unitId: unit('technical-support') });
  await suite.clock('2026-10-08T18:01:00+08:00');
  expect(clockOf(await readComplaint(supervisor, late), 'plan')).toMatchObject({ state: 'breached' });
  const told = (texts: string[]) =>
    texts.filter((text) => text.includes(String(late['number'])) && text.includes('处理方案'));
  expect(told(await inbox(head)).length).toBeGreaterThan(0);
  expect(told(await inbox(manager)).length).toBeGreaterThan(0);
});

const textOf = async (path: string): Promise<string> => {
  const answer = await supervisor.pdf(path);
  expect(answer.status).toBe(200);
  return (await readPdf(answer.bytes)).map(({ text }) => text).join('|');
};

test('SYS-22 CMP-10 form 8 prints two copies with holders, the phone note and the revisit; before the handling there is none', async () => {
  const paper = await textOf(`${complaintPath(complaint)}/forms/complaint-report.pdf`);
  for (const value of [
    '第一联人力公关部',
    '第二联技术支持',
    '备件未到',
    '节假日电话转述：已更换读卡器满意',
    '不满意。机器又坏了',
  ]) {
    expect(paper).toContain(value);
  }
  expect(paper).toContain('原维修汇报单随设备返厂');
  const early = await openComplaint(agent, { kind: 'sales', customerName: '陈七' });
  expect((await supervisor.pdf(`${complaintPath(early)}/forms/complaint-report.pdf`)).status).toBe(409);
  expect((await supervisor.pdf(`${complaintPath(early)}/forms/complaint-report.pdf?blank=true`)).status).toBe(200);
});

test('SYS-19 CMP-9a form 7 holds every complaint of the days with all nine columns, the second line linked to the first', async () => {
  const register = await textOf('/complaints/registers/complaint-register.pdf?from=2026-09-29&to=2026-10-08');
  const { number, report } = await readComplaint(supervisor, complaint);
  for (const value of [
    number,
    '李工',
    '13812345678',
    '2026-09-2910:00',
    '赵敏',
    (report as Json)['number'],
    `续${String(number)}`,
  ]) {
    expect(register).toContain(String(value));
  }
  expect((await engineer.pdf('/complaints/registers/complaint-register.pdf?date=2026-09-29')).status).toBe(403);
});

test('SYS-24 RD-43 form 26a prints the figure with which the plan’s clock is armed', async () => {
  for (const room of ['complaints', 'hotline']) {
    expect(await textOf(`/${room}/registers/service-pledge.pdf?date=2026-10-08`)).toContain(
      '2个工作日内为用户提供处理方案',
    );
  }
});

test('SYS-25 CMP-16 form 9 from our own rows: entered repairs are marked, without a repair there is a dash', async () => {
  const wrong = await supervisor.post('/complaints/repairs', {
    month: '2026-09',
    rows: [
      { unitId: unit('technical-support'), repairs: 40 },
      { unitId: '00000000-0000-4000-8000-000000000000', repairs: 2 },
    ],
  });
  expect([wrong.status, (wrong.body['errors'] as Json[])[0]]).toEqual([
    422,
    expect.objectContaining({ pointer: '/rows/1/unitId' }),
  ]);
  const rate = (): Promise<string> => textOf('/complaints/registers/complaint-rate.pdf?from=2026-09-01&to=2026-09-30');
  expect(await rate()).toMatch(/技术支持\d+—/);
  await supervisor.do('/complaints/repairs', {
    month: '2026-09',
    rows: [{ unitId: unit('technical-support'), repairs: 40 }],
  });
  const answer = await supervisor.get('/complaints/rate?from=2026-09-01&to=2026-09-30');
  const row = (answer.body['rows'] as Json[]).find((one) => (one['unit'] as Json)['name'] === '技术支持');
  expect(row).toMatchObject({ repairs: 40, source: 'entered', rate: Number(row?.['complaints']) / 40 });
  const printed = await rate();
  expect(printed).toContain('2026年9月');
  expect(printed).toMatch(/技术支持240（录入）5.00%/);
  expect(printed).toContain('第一联决议管理中心');
});
