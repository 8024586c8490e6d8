/** The organisation over HTTP and as other rooms see it, on a real database. */
import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { DutyAnswer, Employee, Unit } from '@bihuan/org-contract';
import type { EdgeApp } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { Certificates, Org, orgRoom, OrgSetup } from '../index';
import { sample, sampleRecipients } from './sample.organisation';

let edge: EdgeApp;
let app: NestFastifyApplication;
let org: Org;
let actor: UserActor;

const unitId = async (code: string) => ((await org.unitByCode(code)) as Unit).id;
const person = async (staffNumber: string) =>
  (await org.employees()).find((one) => one.staffNumber === staffNumber) as Employee;

/** The same person with these rights in that unit. */
const withRights = async (code: string, rights: Record<string, Scope>): Promise<UserActor> => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: (await person('1')).id,
  name: '总经理',
  unitId: await unitId(code),
  unitsBelow: await org.unitsBelow([await unitId(code)]),
  permissions: new Map(Object.entries(rights)),
});

const every: Record<string, Scope> = {
  'org.employee.manage': 'all',
  'org.certificate.issue': 'all',
  'org.duty.plan': 'all',
  'org.duty.record-missed': 'all',
};

beforeAll(async () => {
  edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, orgRoom], {
    edge: { createHttpAdapter, configureHttp },
    now: new Date('2026-09-17T00:00:00Z'),
    actor: () => actor,
  });
  app = edge.app;
  org = app.get(Org);
  const setup = app.get(OrgSetup);
  await setup.applyStructure(sample, sampleRecipients);
  await setup.addFirstPeople(sample.employees);
}, 60_000);

afterAll(() => edge.close());

beforeEach(async () => {
  actor = await withRights('company', every);
});

const post = (url: string, payload: unknown) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });

describe('the tree', () => {
  test('ORG-1 units form a tree; what is below a unit is everything below it', async () => {
    const answer = await app.inject({ url: '/api/units' });
    const units = answer.json<{ data: Unit[] }>().data;
    expect(units).toHaveLength(5);
    expect(units.find(({ code }) => code === 'station')?.parentId).toBe(await unitId('user-service'));
    expect(Object.keys(units[0] as Unit).sort()).toEqual(['calendar', 'code', 'function', 'id', 'name', 'parentId']);
    expect(await org.unitsBelow([await unitId('user-service')])).toEqual([
      await unitId('user-service'),
      await unitId('station'),
    ]);
    expect(await org.calendarOf(await unitId('hotline'))).toBe('hotline-365');
  });

  test('ORG-1 the head of a unit is its own, else the nearest above; one person may head two', async () => {
    expect((await org.headOf(await unitId('station')))?.staffNumber).toBe('4');
    expect((await org.headOf(await unitId('support')))?.staffNumber).toBe('4');
    expect((await org.headOf(await unitId('hotline')))?.staffNumber).toBe('1');
  });

  test("NTF-1 recipients are the people of the matter, the head, or the holders of the pack's position", async () => {
    const context = { unitId: await unitId('station'), people: { officer: 'x' } };
    expect(await org.recipients('officer', context)).toEqual(['x']);
    expect(await org.recipients('unit-head', context)).toEqual([(await person('4')).id]);
    expect(await org.recipients('supervisor', context)).toEqual([(await person('6')).id]);
    expect(await org.recipients('nobody', context)).toEqual([]);
  });

  test('ORG-1 applying the same pack again changes nothing, another name is taken over', async () => {
    const version = async () => (await org.snapshot()).version;
    const before = await version();
    const setup = app.get(OrgSetup);
    await setup.applyStructure(sample, sampleRecipients);
    expect((await edge.db.query<{ version: number }[]>('select version from org.state'))[0]?.version).toBe(before);
    const renamed = sample.units.map((unit) => (unit.code === 'station' ? { ...unit, name: '北京站' } : unit));
    await setup.applyStructure({ ...sample, units: renamed }, sampleRecipients);
    expect((await org.unitByCode('station'))?.name).toBe('北京站');
    await setup.addFirstPeople(sample.employees);
    expect(await org.employees()).toHaveLength(sample.employees.length);
  });
});

describe('people', () => {
  test('ORG-3 the list is filtered by unit, paged, and shows no phone', async () => {
    const filter = encodeURIComponent('filter[unit]');
    const size = encodeURIComponent('page[size]');
    const first = await app.inject({ url: `/api/employees?${filter}=${await unitId('hotline')}&${size}=1` });
    const { data, page } = first.json<{ data: Employee[]; page: { next: string } }>();
    expect(data.map(({ name }) => name)).toEqual(['林晓燕']);
    const after = encodeURIComponent('page[after]');
    const second = await app.inject({ url: `/api/employees?${filter}=hotline&${size}=1&${after}=${page.next}` });
    expect(second.json<{ data: Employee[] }>().data.map(({ name }) => name)).toEqual(['周明']);
    expect((await app.inject({ url: '/api/employees' })).body).not.toContain('010-1');
    expect((await app.inject({ url: `/api/employees?${after}=rubbish` })).statusCode).toBe(422);
  });

  test('ORG-3 NUM-1 an employee is added once; officer numbers are unique and of one width', async () => {
    const body = {
      staffNumber: '77',
      name: '新人',
      unitId: await unitId('hotline'),
      position: 'officer',
      officerNumber: '07',
    };
    const made = await post('/api/employees', body);
    expect(made.statusCode).toBe(201);
    expect((await org.employee(made.json<{ id: string }>().id))?.officerNumber).toBe('07');
    const pointers = async (change: object) => {
      const answer = await post('/api/employees', { ...body, staffNumber: '78', officerNumber: '08', ...change });
      return [
        answer.statusCode,
        answer.json<{ errors: { pointer: string; detail: string }[] }>().errors.map(({ pointer }) => pointer),
      ];
    };
    expect(await pointers({ staffNumber: '77' })).toEqual([422, ['/staffNumber']]);
    expect(await pointers({ officerNumber: '07' })).toEqual([422, ['/officerNumber']]);
    expect(await pointers({ officerNumber: '008' })).toEqual([422, ['/officerNumber']]);
    expect(await pointers({ position: 'juggler' })).toEqual([422, ['/position']]);
    expect(await pointers({ unitId: randomUUID() })).toEqual([422, ['/unitId']]);
    expect(await pointers({ managerId: randomUUID() })).toEqual([422, ['/managerId']]);
  });

  test('IDN-2 nobody is added to a unit out of reach, which is as unknown as one that is not there', async () => {
    actor = await withRights('support', { 'org.employee.manage': 'unit-and-below' });
    const body = { staffNumber: '90', name: '新人', position: 'officer' };
    const foreign = await post('/api/employees', { ...body, unitId: await unitId('hotline') });
    const missing = await post('/api/employees', { ...body, unitId: randomUUID() });
    expect([foreign.statusCode, foreign.body]).toEqual([422, missing.body]);
  });

  test('ORG-3a a certificate counts from the day of issue to the day of expiry, for its product lines', async () => {
    const certificates = app.get(Certificates);
    const { id } = await person('5');
    const valid = (line: string | undefined, at: string) => certificates.validCertificate(id, line, new Date(at));
    expect(await valid('atm', '2026-01-09T23:59:59+08:00')).toBe(false);
    expect(await valid('atm', '2026-01-10T00:00:00+08:00')).toBe(true);
    expect(await valid('apm', '2026-09-17T23:59:59+08:00')).toBe(true);
    expect(await valid(undefined, '2026-09-17T12:00:00+08:00')).toBe(true);
    expect(await valid('atm', '2026-09-18T00:00:00+08:00')).toBe(false);
    expect(await valid('security', '2026-05-01T00:00:00+08:00')).toBe(false);
  });

  test('ORG-3b a certificate without training and test is 422', async () => {
    const { id } = await person('2');
    const body = { productLines: ['atm'], issuedOn: '2026-09-10', expiresOn: '2027-09-09' };
    const bare = await post(`/api/employees/${id}/certificates`, body);
    expect([
      bare.statusCode,
      bare.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer),
    ]).toEqual([422, ['/training', '/test']]);
    const proofs = { training: { date: '2026-09-01' }, test: { date: '2026-09-02', examiner: '用户服务部', mark: 88 } };
    expect(
      (await post(`/api/employees/${id}/certificates`, { ...body, ...proofs, expiresOn: '2026-09-09' })).statusCode,
    ).toBe(422);
    expect(
      (
        await post(`/api/employees/${id}/certificates`, {
          ...body,
          ...proofs,
          test: { ...proofs.test, date: '2026-09-11' },
        })
      ).statusCode,
    ).toBe(422);
    expect((await post(`/api/employees/${id}/certificates`, { ...body, ...proofs })).statusCode).toBe(201);
    expect(await app.get(Certificates).validCertificate(id, 'atm', new Date('2026-10-01T00:00:00Z'))).toBe(true);
    expect((await post(`/api/employees/${randomUUID()}/certificates`, { ...body, ...proofs })).statusCode).toBe(404);
  });
});

describe('duty', () => {
  const at = async (unit: string, instant: string) =>
    (await app.inject({ url: `/api/duty?unit=${unit}&at=${encodeURIComponent(instant)}` })).json<DutyAnswer>();

  test('ORG-4 who is on duty is answered at any instant: shift, on-call, else the head with a flag', async () => {
    const unit = await unitId('hotline');
    const [day, call] = [(await person('2')).id, (await person('3')).id];
    const shift = {
      unitId: unit,
      employeeId: day,
      from: '2026-09-17T08:00:00+08:00',
      to: '2026-09-17T20:00:00+08:00',
      kind: 'shift',
    };
    const onCall = {
      unitId: unit,
      employeeId: call,
      from: '2026-09-17T00:00:00+08:00',
      to: '2026-09-18T00:00:00+08:00',
      kind: 'on-call',
    };
    expect((await post('/api/duty/shifts', onCall)).statusCode).toBe(201);
    expect((await post('/api/duty/shifts', shift)).statusCode).toBe(201);
    expect((await post('/api/duty/shifts', { ...shift, to: shift.from })).statusCode).toBe(422);

    const noon = await at('hotline', '2026-09-17T12:00:00+08:00');
    expect([noon.employeeId, noon.fallback, noon.data.map(({ kind }) => kind)]).toEqual([
      day,
      false,
      ['shift', 'on-call'],
    ]);
    expect((await at(unit, '2026-09-17T20:00:00+08:00')).employeeId).toBe(call);
    const later = await at('hotline', '2026-09-18T00:00:00+08:00');
    expect(later).toMatchObject({ fallback: true, name: '总经理', phone: '010-1', data: [{ kind: 'head' }] });
    expect((await app.inject({ url: '/api/duty' })).statusCode).toBe(422);
    expect((await app.inject({ url: '/api/duty?unit=nowhere' })).statusCode).toBe(422);
    expect((await app.inject({ url: '/api/duty?unit=hotline' })).statusCode).toBe(200);
  });

  test('ORG-4 a missed hand-over stands against whoever was on duty then', async () => {
    const answer = await post('/api/duty/missed-hand-overs', {
      unitId: await unitId('hotline'),
      at: '2026-09-17T22:00:00+08:00',
      text: '无人接听',
    });
    expect(answer.statusCode).toBe(201);
    const { data } = answer.json<{ data: { id: string; employeeId: string }[] }>();
    expect(data.map(({ employeeId }) => employeeId)).toEqual([(await person('3')).id]);
    const rows = await edge.db.query<{ duty_kind: string }[]>(
      'select duty_kind from org.missed_hand_over where id = $1',
      [data[0]?.id],
    );
    expect(rows).toEqual([{ duty_kind: 'on-call' }]);
    const noted = await edge.db.query<unknown[]>(
      "select 1 from audit.entry where action = 'hand-over-missed' and subject_id = $1",
      [data[0]?.id],
    );
    expect(noted).toHaveLength(1);
  });
});
