/** Complaints and appeals together: the earlier complaint is proposed, linked, and decides on 'handled beforehand' (APL-1, APL-6b). */
import { emptyDatabase, readPdf } from '@bihuan/testing-kit';
import { appeal, appealPath, branchReports } from './support/appeals';
import { act, openComplaint, timeline } from './support/complaints';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let suite: PlayedSuite;
let desk: Person;
let solved: Json;
let refused: Json;
let one: Json;

const start = (modules: string): Promise<PlayedSuite> =>
  playSuite('2026-09-14T09:00:00+08:00', {
    SUITE_PACK: 'telecom',
    SUITE_MODULES: modules,
    DATABASE_URL: database.url,
  });

const candidates = async (person: Person): Promise<unknown[]> => {
  const { body } = await person.get(appealPath(one, 'candidates'));
  return (body.data ?? []).map(({ number }) => number);
};

/** Complaints of weeks ago, before anybody deployed appeals. */
beforeAll(async () => {
  database = await emptyDatabase('e2e');
  suite = await start('complaints');
  const agent = await suite.as('agent');
  const broadband = { business: 'broadband', kind: 'tariff-dispute', level: 'ordinary', phone: '138 1234 5678' };
  solved = await openComplaint(agent, { ...broadband, matter: '宽带包年费重复扣收' });
  await act(agent, solved, 'answer', { outcome: 'solved', way: 'phone', text: '已退费' });
  refused = await openComplaint(agent, { ...broadband, matter: '套餐变更后漫游资费争议' });
  await act(agent, refused, 'answer', { outcome: 'not-accepted', way: 'phone', text: '按资费规定解释' });
  await openComplaint(agent, { ...broadband, phone: '13900000000', matter: '宽带包年费重复扣收' });
  await suite.clock('2026-09-16T09:00:00+08:00');
  await suite.running.close();
  suite = await start('complaints,appeals');
  desk = await suite.as('regulator-desk');
  await suite.clock('2026-09-17T09:00:00+08:00');
}, 180_000);

afterAll(async () => {
  await suite.running.close();
  await database.close();
});

test('SYS-70 APL-1 EVT-2 complaints from before the module was deployed are proposed by phone and matter, and linked', async () => {
  one = await desk.do('/appeals/appeals', appeal());
  expect(await candidates(desk)).toEqual([solved['number'], refused['number']]);
  const linked = await desk.do(appealPath(one, 'link'), { complaintId: refused['id'] });
  expect(linked['complaint']).toMatchObject({
    number: refused['number'],
    outcome: 'not-accepted',
    handledBefore: false,
  });
  await suite.clock('2026-09-17T09:00:00+08:00');
  const admin = await suite.as('admin');
  expect(await timeline(admin, refused)).toEqual(expect.arrayContaining([expect.stringContaining('appeal')]));
  const filtered = await desk.list(`/appeals/appeals?filter[complaint]=${String(refused['id'])}`);
  expect(filtered.map(({ id }) => id)).toEqual([one['id']]);
});

test('SYS-75 APL-6b handled beforehand: refused with a complaint not accepted, granted with one solved in time', async () => {
  const units = await desk.list('/units');
  const unitId = units.find(({ code }) => code === 'henan-complaint-centre')?.['id'];
  const branch = await suite.as('supervisor');
  await desk.do(appealPath(one, 'dispatch'), { unitId });
  await branch.do(appealPath(one, 'accept'), {});
  await branchReports(suite, branch, one);
  await desk.do(appealPath(one, 'approve'), {});
  await desk.do(appealPath(one, 'reply'), {});
  await desk.do(appealPath(one, 'revisit'), { satisfied: false, text: '仍要求赔偿十倍' });
  const conclude = () =>
    desk.post(appealPath(one, 'conclude'), {
      conclusion: 'handled-before',
      ground: 'handled-in-time',
      cause: 'other',
      liability: '无',
      tags: ['重复扣费'],
    });
  const early = await conclude();
  expect([early.status, early.body['code']]).toEqual([409, 'no-earlier-handling']);
  await desk.do(appealPath(one, 'link'), { complaintId: solved['id'] });
  expect((await conclude()).body).toMatchObject({
    state: 'concluded',
    complaint: { number: solved['number'], handledBefore: true },
    concluded: { conclusion: 'handled-before', attribution: { code: 'none' } },
  });
  const report = await readPdf((await desk.pdf(appealPath(one, 'forms/appeal-report.pdf'))).bytes);
  expect(report[0]?.text).toContain(`先期投诉${String(solved['number'])}，2026-09-14答复：已解决（在规定时限内）`);
  expect(report[0]?.text).toContain('先期处理得当');
}, 60_000);
