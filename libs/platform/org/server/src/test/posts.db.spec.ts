/** Head-counts over HTTP: one too many is refused on every way in, what is missing is listed as vacant (ORG-2). */
import { randomUUID } from 'node:crypto';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { exchangeRoom } from '@bihuan/exchange';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { PostData, PostView } from '@bihuan/org-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { multipart } from '@bihuan/testing-kit';
import type { Employee, Unit } from '../index';
import { Org, orgRoom, OrgSetup } from '../index';
import { sample, sampleRecipients } from './sample.organisation';

/** The hotline has two officers already; nobody supervises the station; the house may have three engineers in all. */
const POSTS: readonly PostData[] = [
  { position: 'officer', unit: 'hotline', below: false, min: 1, max: 3 },
  { position: 'supervisor', function: 'station', below: false, min: 1, max: 2 },
  { position: 'engineer', unit: 'company', below: true, min: 2, max: 3 },
];

let edge: EdgeApp;
let org: Org;
let actor: UserActor;
let staff = 100;

const unitId = async (code: string) => ((await org.unitByCode(code)) as Unit).id;
const person = async (staffNumber: string) =>
  (await org.employees()).find((one) => one.staffNumber === staffNumber) as Employee;

beforeEach(async () => {
  edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, exchangeRoom, orgRoom], {
    edge: { createHttpAdapter, configureHttp },
    now: new Date('2026-09-17T00:00:00Z'),
    actor: () => actor,
  });
  org = edge.app.get(Org);
  const setup = edge.app.get(OrgSetup);
  await setup.applyStructure({ ...sample, posts: POSTS }, sampleRecipients);
  await setup.addFirstPeople(sample.employees);
  actor = {
    kind: 'user',
    userId: randomUUID(),
    employeeId: (await person('1')).id,
    name: '总经理',
    unitId: await unitId('company'),
    unitsBelow: await org.unitsBelow([await unitId('company')]),
    permissions: new Map([['org.employee.manage', 'all']]),
  };
}, 60_000);
afterEach(() => edge.close());

interface Refusal {
  code?: string;
  detail?: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

async function post(url: string, payload: object) {
  const reply = await edge.app.inject({ method: 'POST', url: `/api/${url}`, payload });
  const body = reply.json<Refusal & { id: string }>();
  return { status: reply.statusCode, body, fault: body.errors?.map(({ pointer, code }) => `${pointer} ${code}`) };
}

const hire = async (unit: string, position: string) =>
  post('employees', { staffNumber: String(++staff), name: '新人', unitId: await unitId(unit), position });

const posts = async (filter = '') =>
  (await edge.app.inject({ url: `/api/posts${filter}` })).json<{ data: PostView[] }>().data;

describe('one too many', () => {
  it('ORG-2 SYS-30 the one over the limit is refused, with unit, position and limit named, and is not there', async () => {
    expect((await hire('hotline', 'officer')).status).toBe(201);
    const { status, body, fault } = await hire('hotline', 'officer');
    expect([status, body.code, fault]).toEqual([422, 'post-full', ['/position post-full']]);
    expect(body.detail).toContain('“800热线”的责任人编制上限为 3 人，现有 3 人');
    expect(body.errors?.[0]?.detail).toBe(body.detail);
    expect((await org.inPosition('officer')).map(({ staffNumber }) => staffNumber)).not.toContain(String(staff));
    // The same position elsewhere, and another position there, have no limit.
    expect((await hire('support', 'officer')).status).toBe(201);
    expect((await hire('hotline', 'manager')).status).toBe(201);
  });

  it('ORG-2 units below count where the post says so', async () => {
    expect((await hire('station', 'engineer')).status).toBe(201);
    expect((await hire('hotline', 'engineer')).status).toBe(201);
    expect((await hire('station', 'engineer')).body.code).toBe('post-full');
  });

  it('ORG-2 a move into a full post is refused at the field that was changed; what changes nothing of it goes on', async () => {
    await hire('hotline', 'officer');
    const outside = await hire('support', 'officer');
    const into = await post(`employees/${outside.body.id}/change`, { unitId: await unitId('hotline') });
    expect([into.status, into.fault]).toEqual([422, ['/unitId post-full']]);
    expect((await org.employee(outside.body.id))?.unitId).toBe(await unitId('support'));
    const clerk = await hire('hotline', 'manager');
    const raised = await post(`employees/${clerk.body.id}/change`, { position: 'officer' });
    expect(raised.fault).toEqual(['/position post-full']);
    const { id } = await person('2');
    expect((await post(`employees/${id}/change`, { phone: '139' })).status).toBe(200);
    // Whoever leaves makes room.
    expect((await post(`employees/${id}/change`, { unitId: await unitId('support') })).status).toBe(200);
    expect((await post(`employees/${outside.body.id}/change`, { unitId: await unitId('hotline') })).status).toBe(200);
  });

  it('ORG-2 a limit that was lowered puts nobody out and stops the next', async () => {
    const lower = POSTS.map((each) => (each.position === 'officer' ? { ...each, max: 1 } : each));
    await edge.app.get(OrgSetup).applyStructure({ ...sample, posts: lower }, sampleRecipients);
    const { id } = await person('2');
    expect((await post(`employees/${id}/change`, { position: 'officer', phone: '1' })).status).toBe(200);
    expect((await hire('hotline', 'officer')).body.detail).toContain('上限为 1 人，现有 2 人');
  });

  it('ORG-2 two are taken on at once for the last place: one of them is', async () => {
    const answers = await Promise.all([hire('hotline', 'officer'), hire('hotline', 'officer')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('ORG-2 CUS-4 in a table the rows above count; nothing is imported', async () => {
    const { headers, body } = multipart([
      { name: 'kind', value: 'employees' },
      {
        name: 'file',
        filename: 'a.csv',
        bytes: Buffer.from('工号,姓名,部门,岗位\n70,甲,800热线,责任人\n71,乙,800热线,责任人\n72,丙,技术支持,责任人\n'),
      },
    ]);
    const made = await edge.app.inject({ method: 'POST', url: '/api/imports', headers, payload: body });
    const { id } = made.json<{ id: string }>();
    const { errors } = (await edge.app.inject({ method: 'POST', url: `/api/imports/${id}/dry-run` })).json<{
      errors: { row: number; column: string; code: string; detail: string }[];
    }>();
    expect(errors).toEqual([
      { row: 3, column: 'position', code: 'post-full', detail: expect.stringContaining('上限为 3 人') as string },
    ]);
    expect((await edge.app.inject({ method: 'POST', url: `/api/imports/${id}/commit` })).statusCode).toBe(409);
  });
});

describe('vacant', () => {
  it('ORG-2 every post is listed with limits, holders and who is missing; vacant ones by themselves', async () => {
    expect((await posts()).map(({ unit, position, max, held, vacant }) => [unit, position, max, held, vacant])).toEqual(
      [
        ['800热线', 'officer', 3, 2, 0],
        ['站点', 'supervisor', 2, 0, 1],
        ['公司', 'engineer', 3, 1, 1],
      ],
    );
    expect((await posts('?filter[vacant]=true')).map(({ position }) => position)).toEqual(['supervisor', 'engineer']);
    expect((await posts('?filter[unit]=hotline')).map(({ title }) => title.zh)).toEqual(['责任人']);
    await hire('station', 'supervisor');
    expect((await posts('?filter[vacant]=true')).map(({ position }) => position)).toEqual(['engineer']);
  });

  it('ORG-2 the same posts again change nothing; a pack without posts has none, and no limits', async () => {
    const version = await org.version();
    await edge.app.get(OrgSetup).applyStructure({ ...sample, posts: POSTS }, sampleRecipients);
    expect(await org.version()).toBe(version);
    await edge.app.get(OrgSetup).applyStructure(sample, sampleRecipients);
    expect(await posts()).toEqual([]);
    for (let more = 0; more < 3; more++) expect((await hire('hotline', 'officer')).status).toBe(201);
  });
});
