/** Cable TV: the small procedure, without proposals unless there are some, and its own promise (003 art.9, 15). */
import { act, clockOf, hoursOf, openComplaint, tryAct, unitsByCode, readComplaint } from './support/complaints';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let supervisor: Person;
let engineer: Person;
let unit: (code: string) => string;

beforeAll(async () => {
  suite = await playSuite('2026-09-14T10:00:00+08:00', { SUITE_MODULES: 'complaints', SUITE_PACK: 'cable-tv' });
  [agent, supervisor, engineer] = await Promise.all([suite.as('agent'), suite.as('supervisor'), suite.as('engineer2')]);
  unit = await unitsByCode(supervisor);
});

afterAll(() => suite.close());

test('CMP-4 CMP-6 a complaint goes its short way: handled without proposals, answered, filed', async () => {
  const complaint = await openComplaint(agent, { matter: '机顶盒维修人员态度差', kind: '服务态度' });
  expect(hoursOf(clockOf(complaint, 'promise'))).toBe(24);
  await act(supervisor, complaint, 'check');
  await act(supervisor, complaint, 'dispatch', { unitId: unit('station-huanghua') });
  await act(engineer, complaint, 'investigate', { facts: '属实', cause: '服务态度' });
  expect((await act(engineer, complaint, 'carry-out', { text: '已上门致歉' }))['state']).toBe('carried-out');
  await act(agent, complaint, 'answer', { outcome: 'solved', way: 'phone' });
  expect((await act(supervisor, complaint, 'file'))['state']).toBe('filed');
});

test('CMP-6 a proposal that was put is decided before it is carried out, here too', async () => {
  const complaint = await openComplaint(agent, { matter: '收费有误' });
  await act(supervisor, complaint, 'check');
  await act(supervisor, complaint, 'dispatch', { unitId: unit('station-huanghua') });
  await act(engineer, complaint, 'investigate', { facts: '属实', cause: '计费' });
  const proposed = await act(engineer, complaint, 'propose', { proposals: [{ text: '退费' }] });
  expect((await tryAct(engineer, complaint, 'carry-out')).status).toBe(409);
  const [first] = proposed['proposals'] as Json[];
  await act(supervisor, complaint, 'decide', { proposalId: first?.['id'], instruction: '同意' });
  expect((await act(engineer, complaint, 'carry-out'))['state']).toBe('carried-out');
});

test('CMP-8 the promise is at risk: the officer is asked for a progress reply, once', async () => {
  const complaint = await openComplaint(agent, { matter: '多次报修未果' });
  await suite.clock('2026-09-15T08:00:00+08:00');
  const asked = (await agent.list('/work')).filter(
    ({ kind, number }) => kind === 'complaints.progress-reply' && number === complaint['number'],
  );
  expect(asked).toHaveLength(1);
  await act(agent, complaint, 'progress-reply', { text: '正在安排，致歉' });
  expect((await agent.list('/work')).filter(({ kind }) => kind === 'complaints.progress-reply')).not.toEqual(
    expect.arrayContaining([expect.objectContaining({ number: complaint['number'] })]),
  );
  await suite.clock('2026-09-15T10:01:00+08:00');
  expect(clockOf(await readComplaint(agent, complaint), 'promise')['state']).toBe('breached');
});

test('IDN-2 a complaint of others is not there, neither to read nor to act on', async () => {
  const complaint = await openComplaint(agent, { matter: '片站未上门' });
  const stranger = await suite.as('engineer4');
  const path = `/complaints/complaints/${String(complaint['id'])}`;
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.post(`${path}/acknowledge`)).status).toBe(404);
  expect((await stranger.list('/complaints/complaints')).map(({ id }) => id)).not.toContain(complaint['id']);
});
