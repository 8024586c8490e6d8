/** A ministry case from intake to sealed archive, and what a late one brings upon its branch (APL-1 … APL-10). */
import { readPdf } from '@bihuan/testing-kit';
import { appeal, appealPath, branchReports, clockOf } from './support/appeals';
import { openedByPaper } from './support/archive';
import { local } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let desk: Person;
let contact: Person;
let deputyContact: Person;
let manager: Person;
let units: Map<unknown, string>;
let ministry: Json;

/** Thursday; 20 September is a worked Sunday, 25–27 Mid-Autumn. */
beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_PACK: 'telecom', SUITE_MODULES: 'appeals' });
  [desk, contact, deputyContact, manager] = (await Promise.all(
    ['regulator-desk', 'henan-appeals', 'henan-appeals-deputy', 'manager'].map((user) => suite.as(user)),
  )) as [Person, Person, Person, Person];
  units = new Map((await desk.list('/units')).map(({ code, id }) => [code, String(id)]));
}, 120_000);

afterAll(() => suite.close());

const centre = (): string => String(units.get('henan-complaint-centre'));
const now = async (one: Json): Promise<Json> => (await desk.get(appealPath(one))).body;

test('SYS-70 APL-1 a ministry case comes in once: filed, classed, key case; the same number with the same regulator is refused', async () => {
  ministry = await desk.do(
    '/appeals/appeals',
    appeal({ keyCase: true, channel: 'fax', replyDueAt: '2026-09-24T18:00:00+08:00' }),
  );
  expect(ministry).toMatchObject({
    state: 'received',
    number: 'SS202609170001',
    filed: true,
    keyCase: true,
    regulator: { title: { zh: '部申诉受理中心' } },
    nature: { title: { zh: '收费争议' } },
  });
  const twice = await desk.post('/appeals/appeals', appeal());
  expect([twice.status, JSON.stringify(twice.body)]).toEqual([422, expect.stringContaining('SS202609170001')]);
  expect((await desk.post('/appeals/appeals', appeal({ business: '移动' }))).status).toBe(422);
  const elsewhere = await desk.do('/appeals/appeals', appeal({ regulator: '中国消费者协会', filed: false }));
  expect(elsewhere).toMatchObject({
    number: 'SS202609170002',
    regulator: { code: 'consumers-association' },
    filed: false,
  });
});

test('SYS-71 APL-2 five clocks on one case; the regulator’s date shortens and marks what would end after it', async () => {
  const lines = (ministry['clocks'] as Json[]).map(({ stage, dueAt, shortened }) => [stage, local(dueAt), shortened]);
  expect(lines).toEqual([
    ['desk', '2026-09-18 09:00', false],
    ['branch', '2026-09-22 09:00', false],
    ['headquarters', '2026-09-24 09:00', false],
    ['outer', '2026-09-24 18:00', true],
    ['regulator', '2026-09-24 18:00', false],
  ]);
  await desk.do('/appeals/contact-persons', {
    unitId: centre(),
    employeeId: contact.employeeId,
    deputyId: deputyContact.employeeId,
  });
  await suite.clock('2026-09-18T08:30:00+08:00');
  const told = await desk.list('/notices');
  expect(JSON.stringify(told)).toContain('SS202609170001');
  const sent = await desk.do(appealPath(ministry, 'dispatch'), { unitId: centre(), text: '请按时上报' });
  expect(sent).toMatchObject({ state: 'dispatched', handler: { name: '宁波' } });
  expect(clockOf(sent, 'desk')).toMatchObject({ state: 'met', late: false, actualSeconds: 23.5 * 3600 });
  expect(local(clockOf(sent, 'branch')['dueAt'])).toBe('2026-09-22 08:30');
  const deadlines = await contact.list(`/deadlines?filter[subject]=appeals:appeal:${String(ministry['id'])}`);
  expect(deadlines.map(({ stage }) => stage).sort()).toEqual(['branch', 'desk', 'outer', 'regulator']);
});

test('SYS-72 APL-3 the branch takes it from its list, verifies, plans, answers; a report needs evidence or an explanation', async () => {
  const mine = await contact.list('/work');
  expect(mine.find(({ number }) => number === ministry['number'])).toMatchObject({
    state: 'dispatched',
    kind: 'appeal',
  });
  await contact.do(appealPath(ministry, 'accept'), {});
  const early = await contact.post(appealPath(ministry, 'report'), { text: '报告', explanation: '无' });
  expect([early.status, early.body['state']]).toEqual([409, 'accepted']);
  await contact.do(appealPath(ministry, 'verify'), { text: '核实账务日志' });
  await contact.do(appealPath(ministry, 'plan'), { text: '退费并致歉' });
  expect((await contact.post(appealPath(ministry, 'answer'), { text: '原因', firmAtFault: true })).status).toBe(422);
  await contact.do(appealPath(ministry, 'answer'), { text: '已说明原因' });
  const bare = await contact.post(appealPath(ministry, 'report'), { text: '报告' });
  expect([bare.status, JSON.stringify(bare.body)]).toEqual([422, expect.stringContaining('/evidence')]);
  await suite.clock('2026-09-19T10:00:00+08:00');
  const reported = await contact.do(appealPath(ministry, 'report'), { text: '已退费', explanation: '录音已过保存期' });
  expect(reported['state']).toBe('reported');
  expect(clockOf(reported, 'branch')).toMatchObject({ state: 'met', actualSeconds: 25.5 * 3600 });
});

test('SYS-73 APL-4 APL-5 NUM-2 sent back and counted; no letter before approval; then forms 13a and 13b are filed with their hash', async () => {
  const letter = appealPath(ministry, 'forms/appeal-letter');
  expect((await desk.pdf(`${letter}.pdf`)).status).toBe(409);
  const reply = await desk.post(appealPath(ministry, 'reply'), {});
  expect([reply.status, reply.body['state']]).toEqual([409, 'reported']);
  const back = await desk.do(appealPath(ministry, 'send-back'), { reason: '事实不清，缺证据' });
  expect(back).toMatchObject({ state: 'accepted', sentBack: 1, round: 2 });
  await suite.clock('2026-09-20T10:00:00+08:00');
  await branchReports(suite, contact, ministry);
  const twice = await desk.do(appealPath(ministry, 'send-back'), { reason: '整改措施不具体' });
  expect(twice).toMatchObject({ sentBack: 2, circulations: [{ ground: 'poor-report', state: 'proposed' }] });
  await branchReports(suite, contact, ministry, { measures: '九月三十日前完成存量包年用户账单核查' });
  expect((await desk.post(`${letter}/prints`, {})).status).toBe(409);
  await desk.do(appealPath(ministry, 'approve'), { text: '同意' });
  const replied = await desk.do(appealPath(ministry, 'reply'), { text: '已全额退还重复扣收费用 1200 元' });
  expect(replied).toMatchObject({ state: 'replied', lateForRegulator: false });
  expect((replied['clocks'] as Json[]).map(({ state }) => state)).toEqual(Array(5).fill('met'));

  for (const [form, words] of [
    [
      'appeal-report',
      ['部申[2026]118号', '重复出账一笔', '《电信服务规范》第九条', '九月三十日前', '出账前增加重复账单校验'],
    ],
    ['appeal-letter', ['部申[2026]118号', '已全额退还重复扣收费用1200元', '1份']],
  ] as const) {
    const print = await desk.do(appealPath(ministry, `forms/${form}/prints`), {});
    expect(print).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), reprint: false });
    const pages = await readPdf((await desk.pdf(String(print['url']))).bytes);
    expect(pages).toHaveLength(2);
    for (const word of words) expect(pages[0]?.text).toContain(word);
    const opened = await openedByPaper(desk, appealPath(ministry), form, /SS\d{12}/);
    expect([form, opened]).toEqual([form, [{ module: 'appeals', kind: 'appeal', id: ministry['id'] }]]);
    expect(pages.map(({ text }) => /第.联(监管部门|存档)/.exec(text)?.[1])).toEqual(['监管部门', '存档']);
  }
}, 120_000);

test('SYS-74 APL-5 a key case is reported for the record, form 14 printed, its receipt entered and printed', async () => {
  await desk.do(appealPath(ministry, 'report-for-record'), {
    to: '省通信管理局',
    text: '宽带包年重复扣费，用户已向媒体反映',
    measures: '已退费致歉',
    opinion: '按企业责任结案',
    approvedBy: (await suite.as('deputy')).employeeId,
  });
  const form = appealPath(ministry, 'forms/appeal-record-filing');
  const before = (await readPdf((await desk.pdf(`${form}.pdf`)).bytes))[0]?.text ?? '';
  for (const word of ['BB20260001', '省通信管理局', '徐慧', '按企业责任结案']) expect(before).toContain(word);
  const filed = await desk.do(appealPath(ministry, 'enter-receipt'), { text: '收文 2026-0920-18' });
  expect(filed['filings']).toMatchObject([{ number: 'BB20260001', receipt: { text: '收文 2026-0920-18' } }]);
  expect((await readPdf((await desk.pdf(`${form}.pdf`)).bytes))[0]?.text).toContain('收文2026-0920-18');
});

test('SYS-75 APL-6 APL-7 concluded only on its ground and complete; the archive is sealed, a later note is a new entry', async () => {
  await desk.do(appealPath(ministry, 'revisit'), { satisfied: true, text: '用户满意' });
  const conclude = (body: Json) =>
    desk.post(appealPath(ministry, 'conclude'), {
      conclusion: 'liable',
      ground: 'error',
      cause: '内部管理流程不畅',
      liability: '管理责任',
      tags: ['重复扣费'],
      ...body,
    });
  const unlinked = await conclude({ conclusion: 'handled-before', ground: '先期已妥善处理' });
  expect([unlinked.status, unlinked.body['code']]).toEqual([409, 'no-earlier-handling']);
  expect((await conclude({ ground: '' })).status).toBe(422);
  expect((await conclude({ ground: '用户不懂' })).status).toBe(422);
  expect((await conclude({ conclusion: 'withdrawn', ground: 'court' })).status).toBe(422);
  const done = await conclude({});
  expect(done.body).toMatchObject({
    state: 'concluded',
    concluded: { cause: { code: 'internal-process' }, attribution: { code: 'firm' }, unit: { id: centre() } },
  });
  const archived = await desk.do(appealPath(ministry, 'archive'), { mediation: '部中心：双方达成一致，同意结案' });
  const sealed = (await desk.get(appealPath(ministry, 'archive'))).body;
  expect(sealed).toMatchObject({ intact: true, sha256: (archived['archive'] as Json)['sha256'] });
  expect(JSON.stringify(sealed['content'])).toContain('form-printed');
  await desk.do(appealPath(ministry, 'note'), { text: '监管部门来电确认收函' });
  expect((await now(ministry))['notes']).toMatchObject([{ text: '监管部门来电确认收函', afterArchive: true }]);
  expect((await desk.get(appealPath(ministry, 'archive'))).body).toEqual(sealed);
  expect((await desk.post(appealPath(ministry, 'conclude'), { conclusion: 'own-cause' })).status).toBe(422);
  expect((await conclude({})).status).toBe(409);
  const timeline = await desk.list(`/timeline?filter[subject]=appeals:appeal:${String(ministry['id'])}`);
  expect(timeline.map(({ action }) => action).filter((action) => !String(action).startsWith('deadline'))).toEqual(
    expect.arrayContaining(['received', 'dispatched', 'sent-back', 'approved', 'replied', 'archived', 'noted']),
  );
});

test('SYS-76 APL-8 APL-9 the contact person changes and cases move the same minute; a missed date becomes a circulation that is read', async () => {
  const one = await desk.do(
    '/appeals/appeals',
    appeal({ caseNumber: '部申[2026]119号', replyDueAt: '2026-09-21T12:00:00+08:00' }),
  );
  await desk.do(appealPath(one, 'dispatch'), { unitId: centre() });
  const changed = await desk.do('/appeals/contact-persons', {
    unitId: centre(),
    employeeId: deputyContact.employeeId,
    deputyId: (await suite.as('complaint-clerk')).employeeId,
    reason: '岗位调整',
  });
  expect(changed['moved']).toBe(1);
  expect((await now(one))['handler']).toMatchObject({ name: '石磊' });
  expect((await deputyContact.list('/work')).map(({ number }) => number)).toContain(one['number']);

  await suite.clock('2026-09-21T12:00:00+08:00');
  const late = await now(one);
  expect(late).toMatchObject({ lateForRegulator: true, proposal: { ground: { code: 'report-late' } } });
  expect((late['circulations'] as Json[]).map(({ ground }) => ground).sort()).toEqual(['contact-change', 'late-reply']);
  const proposed = (late['circulations'] as Json[]).find(({ ground }) => ground === 'late-reply');
  const url = `/appeals/circulations/${String(proposed?.['id'])}`;
  expect((await manager.list('/work')).map(({ number }) => number)).toContain(proposed?.['number']);
  await manager.do(`${url}/decide`, {
    decision: '对河南省投诉处理中心通报批评',
    demand: '十日内整改',
    employeeIds: [deputyContact.employeeId],
    unitIds: [centre(), String(units.get('henan')), String(units.get('hubei'))],
  });
  const head = await suite.as('henan-head');
  const notice = (await head.list('/notices')).find(({ subject }) => JSON.stringify(subject).includes('circulation'));
  await head.do(`/notices/${String(notice?.['id'])}/read`);
  const { body } = await manager.get(url);
  const receipts = (body['receipts'] as { unit: Json; readAt: string | null }[]).map(({ unit, readAt }) => [
    unit['name'],
    readAt !== null,
  ]);
  expect(receipts).toEqual([
    ['河南省投诉处理中心', false],
    ['河南省分公司', true],
    ['湖北省分公司', false],
  ]);
  const pages = await readPdf((await manager.pdf(`${url}/forms/circulation.pdf`)).bytes);
  expect(pages).toHaveLength(3);
  expect(pages[2]?.text).toContain('第3份湖北省分公司');
  for (const word of ['石磊', '通报批评', '高远', String(one['number'])]) expect(pages[0]?.text).toContain(word);
  const opened = await openedByPaper(manager, url, 'circulation', /SSTB\d{7}/);
  expect(opened).toMatchObject([{ module: 'appeals', id: url.split('/').at(-1) }]);
}, 60_000);
