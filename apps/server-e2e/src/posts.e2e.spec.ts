/** Head-counts of the franchise company: a fourth specialist of a region is refused, what is missing is listed (ORG-2). */
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let hr: Person;
let units: ReadonlyMap<string, string>;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'franchise', SUITE_MODULES: 'hotline' });
  hr = await suite.as('hr');
  units = new Map((await hr.list('/units')).map(({ code, id }) => [String(code), String(id)]));
});

afterAll(() => suite.close());

const hire = (staffNumber: string, unit: string, position = 'service-specialist') =>
  hr.post('/employees', { staffNumber, name: `新人${staffNumber}`, unitId: units.get(unit), position });

const posts = async (filter: string): Promise<Json[]> => hr.list(`/posts?${filter}`);

test('SYS-30 ORG-2 the fourth specialist of a region is refused with the limit named; another region still takes him', async () => {
  expect((await posts('filter[unit]=region-east'))[0]).toMatchObject({ min: 1, max: 3, held: 1, vacant: 0 });
  expect((await hire('9001', 'region-east')).status).toBe(201);
  expect((await hire('9002', 'region-east')).status).toBe(201);
  const { status, body } = await hire('9003', 'region-east');
  expect([status, body['code'], (body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, 'post-full', '/position']);
  expect(body['detail']).toContain('“华东区客服组”的客服专员编制上限为 3 人');
  const south = await hire('9003', 'region-south');
  expect(south.status).toBe(201);
  const moved = await hr.post(`/employees/${String(south.body['id'])}/change`, { unitId: units.get('region-east') });
  expect([moved.status, moved.body['code']]).toEqual([422, 'post-full']);
});

test('SYS-30 ORG-2 one manager, at most two supervisors; the seven regions are manned, and who leaves leaves a vacancy', async () => {
  expect((await hire('9010', 'customer-service', 'service-manager')).body['code']).toBe('post-full');
  expect((await hire('9011', 'customer-service', 'service-supervisor')).status).toBe(201);
  expect((await hire('9012', 'customer-service', 'service-supervisor')).body['code']).toBe('post-full');
  expect(await posts('filter[vacant]=true')).toEqual([]);
  const [north] = await hr.list('/employees?filter[unit]=region-north');
  await hr.do(`/employees/${String(north?.['id'])}/change`, { position: 'dispatcher' });
  expect(await posts('filter[vacant]=true')).toMatchObject([
    { unit: '华北区客服组', position: 'service-specialist', held: 0, vacant: 1 },
  ]);
});
