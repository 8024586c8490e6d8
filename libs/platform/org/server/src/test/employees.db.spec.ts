/** People moved, heads named, imported, and certificates only on a test that was passed (ORG-3, ORG-3b, CUS-4). */
import { randomUUID } from 'node:crypto';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { exchangeRoom } from '@bihuan/exchange';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { multipart } from '@bihuan/testing-kit';
import type { Employee, Unit } from '../index';
import { Org, orgRoom, OrgSetup } from '../index';
import { sample, sampleRecipients } from './sample.organisation';

let edge: EdgeApp;
let org: Org;
let actor: UserActor;

const unitId = async (code: string) => ((await org.unitByCode(code)) as Unit).id;
const person = async (staffNumber: string) =>
  (await org.employees()).find((one) => one.staffNumber === staffNumber) as Employee;
const clerkOf = async (code: string, scope: Scope): Promise<UserActor> => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: (await person('1')).id,
  name: '总经理',
  unitId: await unitId(code),
  unitsBelow: await org.unitsBelow([await unitId(code)]),
  permissions: new Map([
    ['org.employee.manage', scope],
    ['org.certificate.issue', scope],
  ]),
});

beforeEach(async () => {
  edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, exchangeRoom, orgRoom], {
    edge: { createHttpAdapter, configureHttp },
    now: new Date('2026-09-17T00:00:00Z'),
    actor: () => actor,
  });
  org = edge.app.get(Org);
  const setup = edge.app.get(OrgSetup);
  await setup.applyStructure({ ...sample, certificatePassMark: 60 }, sampleRecipients);
  await setup.addFirstPeople(sample.employees);
  actor = await clerkOf('company', 'all');
}, 60_000);
afterEach(() => edge.close());

async function post(url: string, payload: object) {
  const reply = await edge.app.inject({ method: 'POST', url: `/api/${url}`, payload });
  const body = reply.json<
    { id: string; code: string; errors?: { pointer: string; code: string }[] } & Partial<Employee>
  >();
  return { status: reply.statusCode, body, fault: body.errors?.map(({ pointer, code }) => `${pointer} ${code}`) };
}

describe('changes', () => {
  it('ORG-3 an employee is moved, given a manager and a phone, and the suite knows it at once', async () => {
    const [mover, boss] = [await person('5'), await person('4')];
    const station = await unitId('station');
    const change = { unitId: station, position: 'manager', managerId: boss.id, phone: '139' };
    const { status, body } = await post(`employees/${mover.id}/change`, change);
    expect([status, body.unitId, body.position, body.managerId]).toEqual([200, station, 'manager', boss.id]);
    expect('phone' in body).toBe(false);
    expect(await org.employee(mover.id)).toMatchObject({ unitId: station, phone: '139', name: mover.name });
    await post(`employees/${mover.id}/change`, { managerId: null, phone: null });
    const bare = await org.employee(mover.id);
    expect([bare?.managerId, bare?.phone, bare?.position]).toEqual([undefined, undefined, 'manager']);
  });

  it('ORG-3 who goes to another unit is head no more', async () => {
    const head = await person('1');
    await post(`employees/${head.id}/change`, { name: '总经理（新）' });
    expect((await person('1')).head).toBe(true);
    await post(`employees/${head.id}/change`, { unitId: await unitId('hotline') });
    expect((await person('1')).head).toBe(false);
    expect(await org.headOf(await unitId('hotline'))).toBeUndefined();
  });

  it('ORG-3 what cannot be is refused at its field', async () => {
    const { id } = await person('3');
    const fault = async (change: object) => (await post(`employees/${id}/change`, change)).fault;
    expect(await fault({ officerNumber: '01' })).toEqual(['/officerNumber officer-number-taken']);
    expect(await fault({ officerNumber: '007' })).toEqual(['/officerNumber officer-number-width']);
    expect(await fault({ officerNumber: '02' })).toBeUndefined();
    expect(await fault({ position: 'juggler' })).toEqual(['/position unknown-position']);
    expect(await fault({ unitId: randomUUID() })).toEqual(['/unitId unknown-unit']);
    expect(await fault({ managerId: id })).toEqual(['/managerId manager-of-himself']);
    expect(await fault({ managerId: randomUUID() })).toEqual(['/managerId unknown-employee']);
    expect(await fault({})).toEqual([' nothing-changed']);
    expect((await post(`employees/${randomUUID()}/change`, { phone: '1' })).status).toBe(404);
  });

  it('ORG-3 API a change of what was changed since is 412, by header or in the body; the version is shown and raised', async () => {
    const { id, version } = await person('5');
    const changed = (payload: object, headers = {}) =>
      edge.app.inject({ method: 'POST', url: `/api/employees/${id}/change`, payload, headers });
    const first = await changed({ phone: '138' }, { 'if-match': `"${version}"` });
    expect([first.statusCode, first.json<{ version: number }>().version]).toEqual([200, version + 1]);
    const stale = await changed({ phone: '139' }, { 'if-match': String(version) });
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([412, 'stale-version']);
    expect((await changed({ phone: '139', version })).statusCode).toBe(412);
    expect((await changed({ version: version + 1 })).statusCode).toBe(422);
    expect((await org.employee(id))?.phone).toBe('138');
    expect((await changed({ phone: '139', version: version + 1 })).statusCode).toBe(200);
    const unit = await unitId('support');
    const former = await person('4');
    await post(`units/${unit}/head`, { employeeId: id });
    expect([(await person('5')).version, (await person('4')).version]).toEqual([version + 3, former.version + 1]);
    await post(`units/${unit}/head`, { employeeId: id });
    expect((await person('5')).version).toBe(version + 3);
  });

  it('IDN-2 nobody is moved out of or into a unit out of reach', async () => {
    const [agent, engineer] = [await person('2'), await person('5')];
    actor = await clerkOf('support', 'unit-and-below');
    expect((await post(`employees/${agent.id}/change`, { phone: '1' })).status).toBe(404);
    const into = await post(`employees/${engineer.id}/change`, { unitId: await unitId('hotline') });
    expect(into.fault).toEqual(['/unitId unknown-unit']);
    expect((await post(`units/${await unitId('hotline')}/head`, { employeeId: agent.id })).status).toBe(404);
  });

  it('ORG-3 the head of a unit is one of its people, and the one before him is head no more', async () => {
    const hotline = await unitId('hotline');
    const [first, second, outsider] = [await person('2'), await person('3'), await person('5')];
    expect((await post(`units/${hotline}/head`, { employeeId: first.id })).status).toBe(200);
    expect((await org.headOf(hotline))?.id).toBe(first.id);
    await post(`units/${hotline}/head`, { employeeId: second.id });
    expect([(await person('2')).head, (await person('3')).head]).toEqual([false, true]);
    expect((await post(`units/${hotline}/head`, { employeeId: outsider.id })).fault).toEqual([
      '/employeeId not-in-unit',
    ]);
    expect((await post(`units/${hotline}/head`, { employeeId: randomUUID() })).fault).toEqual([
      '/employeeId unknown-employee',
    ]);
    const noted = await edge.db.query<{ data: { former: string[] } }[]>(
      "select data from audit.entry where action = 'head-named' order by id",
    );
    expect(noted.at(-1)?.data.former).toEqual([first.id]);
  });
});

describe('certificates', () => {
  const certificate = (mark: number) => ({
    productLines: ['atm'],
    issuedOn: '2026-09-10',
    expiresOn: '2027-09-09',
    training: { date: '2026-09-01' },
    test: { date: '2026-09-02', examiner: '用户服务部', mark },
  });

  it('ORG-3b a certificate on a test that was not passed is 422; training and test are kept with it', async () => {
    const { id } = await person('2');
    const refused = await post(`employees/${id}/certificates`, certificate(59.5));
    expect([refused.status, refused.body.code, refused.fault]).toEqual([
      422,
      'test-not-passed',
      ['/test/mark test-not-passed'],
    ]);
    expect(await edge.db.query('select 1 from org.certificate where employee_id = $1', [id])).toEqual([]);
    const issued = await post(`employees/${id}/certificates`, certificate(60));
    expect(issued.status).toBe(201);
    const [row] = await edge.db.query<object[]>(
      `select training_on::text, test_on::text, examiner, mark::float8, product_lines from org.certificate where id = $1`,
      [issued.body.id],
    );
    expect(row).toEqual({
      training_on: '2026-09-01',
      test_on: '2026-09-02',
      examiner: '用户服务部',
      mark: 60,
      product_lines: ['atm'],
    });
  });

  it('ORG-3b neither training nor test may be left out, be later than the issue, or be without examiner', async () => {
    const { id } = await person('2');
    const { training, test, ...bare } = certificate(90);
    const fault = async (body: object) =>
      (await post(`employees/${id}/certificates`, body)).fault?.map((text) => text.split(' ')[0]);
    expect(await fault(bare)).toEqual(['/training', '/test']);
    expect(await fault({ ...bare, training })).toEqual(['/test']);
    expect(await fault({ ...bare, test })).toEqual(['/training']);
    expect(await fault({ ...bare, training: { date: '2026-09-11' }, test })).toEqual(['/training/date']);
    expect(await fault({ ...bare, training, test: { ...test, date: '2026-09-11' } })).toEqual(['/test/date']);
    expect(await fault({ ...bare, training, test: { ...test, examiner: ' ' } })).toEqual(['/test/examiner']);
  });

  it('ORG-3b a pack that names no least mark takes every mark', async () => {
    await edge.app.get(OrgSetup).applyStructure(sample, sampleRecipients);
    expect((await post(`employees/${(await person('2')).id}/certificates`, certificate(1))).status).toBe(201);
  });
});

describe('import', () => {
  async function tried(...lines: string[]) {
    const { headers, body } = multipart([
      { name: 'kind', value: 'employees' },
      { name: 'file', filename: 'a.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) },
    ]);
    const made = await edge.app.inject({ method: 'POST', url: '/api/imports', headers, payload: body });
    const { id } = made.json<{ id: string }>();
    const view = (await edge.app.inject({ method: 'POST', url: `/api/imports/${id}/dry-run` })).json<{
      state: string;
      errors: { row: number; column: string; code: string }[];
    }>();
    return { id, state: view.state, faults: view.errors.map(({ row, column, code }) => `${row} ${column} ${code}`) };
  }
  const HEADINGS = '工号,姓名,部门,岗位,热线编号,上级工号,电话';

  it('CUS-4 ORG-3 people are taken on from a table, a manager may stand below his people', async () => {
    const view = await tried(HEADINGS, '70,甲,800热线,责任人,07,71,', '71,乙,hotline,manager,,1,13800000000');
    expect(view).toMatchObject({ state: 'checked', faults: [] });
    expect((await edge.app.inject({ method: 'POST', url: `/api/imports/${view.id}/commit` })).statusCode).toBe(200);
    const [first, second] = [await person('70'), await person('71')];
    expect(first).toMatchObject({ officerNumber: '07', managerId: second.id, position: 'officer' });
    expect(second).toMatchObject({ managerId: (await person('1')).id, phone: '13800000000' });
  });

  it('CUS-4 ORG-3 each wrong row is named, units out of reach are as unknown as those that are not there', async () => {
    const view = await tried(
      HEADINGS,
      '2,甲,800热线,责任人,,,',
      '80,乙,月球部,责任人,,,',
      '81,丙,800热线,宇航员,,,',
      '82,丁,800热线,责任人,01,,',
      '83,戊,800热线,责任人,1,,',
      '84,己,800热线,责任人,,999,',
      '84,庚,800热线,责任人,,,',
    );
    expect(view.faults).toEqual([
      '2 staffNumber staff-number-taken',
      '3 unit unknown-unit',
      '4 position unknown-position',
      '5 officerNumber officer-number-taken',
      '6 officerNumber officer-number-width',
      '6 officerNumber invalid-format',
      '7 manager unknown-employee',
      '8 staffNumber comes-twice',
    ]);
    actor = await clerkOf('support', 'unit-and-below');
    expect((await tried(HEADINGS, '90,甲,800热线,责任人,,,')).faults).toEqual(['2 unit unknown-unit']);
  });
});
