/** Month after month: consequences are proposed and decided by name, HR's files come in, other modules' decisions count (SYS-47). */
import request from 'supertest';
import { UnitOfWork } from '@bihuan/database';
import { appealLiability, dispatchFault, sanctionDecided } from '@bihuan/events';
import { Publisher } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import { at, contactsOf, HEAD_ITEMS, items, path, pointsOf, read, sheetOf } from './support/appraisal';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let agent2: Person;
let head: Person;
let hr: Person;

/** Points at which the total is 51: 36 by the head, 5 without a mistake, 10 by HR. */
const WEAK = {
  initiative: 6,
  responsibility: 6,
  'service-awareness': 6,
  communication: 6,
  learning: 6,
  'team-spirit': 6,
};

beforeAll(async () => {
  suite = await playSuite('2026-03-02T09:00:00+08:00', {
    SUITE_PACK: 'franchise',
    SUITE_MODULES: 'hotline,appraisal',
  });
  const { as } = suite;
  [agent, agent2, head, hr] = await Promise.all([as('agent'), as('agent2'), as('service-manager'), as('hr')]);
  await at(suite, '2026-03-02T09:30');
});

afterAll(() => suite.close());

/** Scores a person's month after its cut-off and releases it. */
async function release(period: string, of: Person, points: Readonly<Record<string, number>>, more: Json[] = []) {
  const sheet = await sheetOf(head, period, of);
  const undecided = [
    { item: 'knowledge', points: 0 },
    { item: 'franchisee-satisfaction', points: 0, ground: '无来电' },
  ];
  await head.do(path(sheet, 'head-score'), { items: [...items(points), ...(more.length > 0 ? more : undecided)] });
  return hr.do(path(sheet, 'release'));
}

async function upload(kind: string, csv: string): Promise<Json> {
  const answer = await request(suite.url)
    .post('/api/imports')
    .set('authorization', hr.authorization)
    .field('kind', kind)
    .attach('file', Buffer.from(csv, 'utf8'), `${kind}.csv`);
  if (answer.status !== 201) throw new Error(`the upload answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return hr.do(`/imports/${String((answer.body as Json)['id'])}/dry-run`);
}

const commit = (tried: Json): Promise<Json> => hr.do(`/imports/${String(tried['id'])}/commit`);

describe('files of HR', () => {
  const head1 = '批次,考核月份,工号,违纪代码,日期,分值,依据,见证人';

  test('APR-9 a file with one wrong row: nothing is imported, and the row is named', async () => {
    const tried = await upload(
      'hr-scores',
      [head1, 'B1,2026-03,1001,noise,2026-03-02,2,大声喧哗,周明', 'B1,2026-03,9999,noise,2026-03-02,2,大声喧哗,'].join(
        '\n',
      ),
    );
    expect(tried).toMatchObject({
      state: 'faulty',
      rows: 2,
      errors: [{ row: 3, column: 'staffNumber', code: 'unknown' }],
    });
    expect((await hr.post(`/imports/${String(tried['id'])}/commit`)).status).toBe(409);
    expect(await hr.list('/appraisal/entries')).toEqual([]);
    const codes = await upload(
      'hr-scores',
      [head1, 'B1,2026-03,1001,sleeping,,2,睡觉,', 'B1,2026-03,1002,noise,,12,吵,'].join('\n'),
    );
    expect((codes['errors'] as Json[]).map(({ row, column }) => [row, column])).toEqual([
      [2, 'code'],
      [3, 'points'],
    ]);
  });

  test('SYS-46 APR-9 imported twice it has one effect; a score of HR stands instead of the arithmetic', async () => {
    const file = [head1, 'B1,2026-03,1001,noise,2026-03-02,2,大声喧哗,周明', 'B1,2026-03,1002,,,6,三月人力评分,'].join(
      '\n',
    );
    const rules = async (of: Person) => pointsOf(await read(hr, await sheetOf(hr, '2026-03', of)), 'rules');
    expect(await commit(await upload('hr-scores', file))).toMatchObject({
      state: 'committed',
      result: { rows: 2, entered: 2, knownBefore: 0 },
    });
    expect([await rules(agent), await rules(agent2)]).toEqual([8, 6]);
    expect(await commit(await upload('hr-scores', file))).toMatchObject({
      result: { rows: 2, entered: 0, knownBefore: 2 },
    });
    expect([await rules(agent), await rules(agent2)]).toEqual([8, 6]);
    const [score] = (await hr.list('/appraisal/entries?filter[entry]=hr-score')).map(({ by, ground }) => [by, ground]);
    expect(score).toEqual(['马骁 · B1', '三月人力评分']);
    // What the file brought is taken back for the story that follows.
    for (const { id } of await hr.list('/appraisal/entries?filter[entry]=breach')) {
      await hr.do(`/appraisal/entries/${String(id)}/withdraw`, { reason: '演示' });
    }
  });

  test('ORG-5 APR-9 attendance comes the same way; who may not import is refused', async () => {
    const marks = ['工号,日期,考勤', '1001,2026-03-02,出勤', '1002,2026-03-02,迟到'].join('\n');
    expect(await commit(await upload('attendance', marks))).toMatchObject({ state: 'committed', result: { rows: 2 } });
    const sheet = await read(agent2, await sheetOf(agent2, '2026-03', agent2));
    expect(sheet['attendance']).toEqual({ present: 0, late: 1, absent: 0, leave: 0 });
    const answer = await request(suite.url)
      .post('/api/imports')
      .set('authorization', agent.authorization)
      .field('kind', 'attendance')
      .attach('file', Buffer.from(marks, 'utf8'), 'a.csv');
    expect(answer.status).toBe(403);
  });
});

test('APR-7 what other modules decide enters the month with its source; money goes to the file of HR', async () => {
  const [publisher, work] = [suite.running.app.get(Publisher), suite.running.app.get(UnitOfWork)];
  const units = await hr.list('/units');
  const unitId = String(units.find(({ code }) => code === 'region-east')?.['id']);
  const subject = (kind: string) => ({ module: 'test', kind, id: '5f0c6c2e-8a3e-4a53-9a6b-0d6a5a1f0001' });
  const now = '2026-03-02T02:00:00Z';
  const by = head.employeeId;
  await work.run(systemActor('test'), async (tx) => {
    const sanction = {
      sanctionId: '5f0c6c2e-8a3e-4a53-9a6b-0d6a5a1f0002',
      number: 'TS202603001',
      employeeId: agent.employeeId,
      unitId,
      liability: 'direct' as const,
      stage: null,
      points: -2,
      amount: -5_000,
      decidedById: by,
      decidedAt: now,
    };
    await publisher.publish(tx, sanctionDecided, subject('sanction'), sanction, null);
    // Decided again: the later decision takes the place of the earlier.
    await publisher.publish(tx, sanctionDecided, subject('sanction'), { ...sanction, amount: -8_000 }, null);
    const fault = {
      number: 'PG1',
      fault: 'refused' as const,
      stage: null,
      employeeId: agent.employeeId,
      unitId,
      at: now,
    };
    await publisher.publish(tx, dispatchFault, subject('fault'), fault, null);
    await publisher.publish(
      tx,
      appealLiability,
      subject('appeal'),
      {
        number: 'SS1',
        unitId,
        employeeId: null,
        liability: '部门责任',
        cause: '未按时答复',
        late: true,
        circulation: true,
        decidedById: by,
        decidedAt: now,
      },
      null,
    );
  });
  await at(suite, '2026-03-02T10:30');
  const sheet = await read(agent, await sheetOf(agent, '2026-03', agent));
  const told = (sheet['sources'] as Json[]).map(({ kind, number, amount, by: who }) => [kind, number, amount, who]);
  expect(told.sort()).toEqual([
    ['dispatch-fault', 'PG1', 0, 'dispatch'],
    ['sanction', 'TS202603001', -8000, '沈岚'],
  ]);
  // What falls on the unit stands on nobody's sheet, and the head sees it.
  const ofUnit = (await head.list('/appraisal/entries?filter[entry]=appeal-liability')).map(({ employee, ground }) => [
    employee,
    ground,
  ]);
  expect(ofUnit).toEqual([[null, '部门责任；未按时答复；逾期']]);
});

test('APR-1a EVT-2 without a revisit module the calls wait as hand-offs, and the head notes them with their evidence', async () => {
  await contactsOf(agent, 4);
  await at(suite, '2026-04-01T10:00');
  const waiting = await (await suite.as('supervisor')).list('/hand-offs');
  expect(waiting.filter(({ event }) => event === 'appraisal.sample-call.requested.v1')).toHaveLength(4);
  const sheet = await read(head, await sheetOf(head, '2026-03', agent));
  const { calls } = sheet['sample'] as { calls: Json[] };
  const note = (call: Json | undefined, body: Json, who = head) =>
    who.post(`/appraisal/samples/${String(call?.['id'])}/result`, body);
  expect((await note(calls[0], { outcome: 'reached', ground: '录音 1' })).status).toBe(422);
  expect((await note(calls[0], { outcome: 'reached', good: true, ground: '录音 1' }, agent)).status).toBe(403);
  for (const [index, call] of calls.entries()) {
    const body =
      index === 3
        ? { outcome: 'not-reached', ground: '关机' }
        : { outcome: 'reached', good: index < 2, ground: '录音' };
    expect((await note(call, body)).status).toBe(200);
  }
  const after = await read(head, await sheetOf(head, '2026-03', agent));
  expect(after['sample']).toMatchObject({ drawn: 4, reached: 3, good: 2 });
  expect(pointsOf(after, 'franchisee-satisfaction')).toBe(6.67);
});

describe('SYS-47 consequences', () => {
  const proposals = (who: Person, state = 'all') => who.list(`/appraisal/proposals?filter[state]=${state}`);

  test('APR-6a 95 and more: preference is proposed, and nothing happens', async () => {
    await at(suite, '2026-04-09T09:00');
    const full = [
      { item: 'knowledge', points: 5 },
      { item: 'franchisee-satisfaction', points: 10, ground: '加盟商来信表扬' },
    ];
    expect((await release('2026-03', agent2, HEAD_ITEMS, full))['totals']).toMatchObject({ total: 96 });
    expect(await proposals(hr)).toMatchObject([
      {
        consequence: 'preference',
        state: 'proposed',
        decided: null,
        facts: { months: [{ period: '2026-03', total: 96 }] },
      },
    ]);
  });

  test('APR-6b three released months under 60 make one proposal, not before the third, and none with the fourth', async () => {
    const mine = async () =>
      (await proposals(hr)).filter(({ employee }) => (employee as Json)['id'] === agent.employeeId);
    // March: satisfaction 6.67 comes from the calls.
    const march = await release('2026-03', agent, WEAK, [{ item: 'knowledge', points: 0 }]);
    expect(march['totals']).toMatchObject({ total: 57.67 });
    expect(await mine()).toEqual([]);
    for (const [period, day] of [
      ['2026-04', '2026-05-09'],
      ['2026-05', '2026-06-09'],
      ['2026-06', '2026-07-09'],
    ] as const) {
      await at(suite, `${day}T09:00`);
      expect((await release(period, agent, WEAK))['totals']).toMatchObject({ total: 51 });
      expect(await mine()).toHaveLength(period === '2026-04' ? 0 : 1);
    }
    expect(await mine()).toMatchObject([
      {
        consequence: 'dismissal-talk',
        state: 'proposed',
        proposedBy: 'appraisal',
        facts: { months: [{ period: '2026-03' }, { period: '2026-04', total: 51 }, { period: '2026-05', total: 51 }] },
      },
    ]);
  });

  test('APR-6 a decision needs a text and bears a name; who may not decide is refused; it is decided once', async () => {
    const [open] = (await proposals(hr, 'open')).filter(({ consequence }) => consequence === 'dismissal-talk');
    const address = `/appraisal/proposals/${String(open?.['id'])}/decide`;
    expect((await head.post(address, { decision: 'agreed', text: '同意' })).status).toBe(403);
    expect((await hr.post(address, { decision: 'agreed' })).status).toBe(422);
    expect((await hr.list('/work')).map(({ number }) => number)).toContain(open?.['number']);
    expect(await hr.do(address, { decision: 'rejected', text: '已面谈，给予改进期' })).toMatchObject({
      state: 'rejected',
      decided: { by: { name: '马骁' }, text: '已面谈，给予改进期' },
    });
    const again = await hr.post(address, { decision: 'agreed', text: '同意' });
    expect([again.status, again.body['state'], again.body['allowedActions']]).toEqual([409, 'rejected', []]);
  });

  test('APR-6c unfit: transfer is proposed by hand; no post agreed leads to another proposal, decided anew', async () => {
    const given = { employeeId: agent.employeeId, consequence: 'transfer', ground: '难以胜任' };
    expect((await agent.post('/appraisal/proposals', given)).status).toBe(403);
    const transfer = await head.do('/appraisal/proposals', given);
    await hr.do(`/appraisal/proposals/${String(transfer['id'])}/decide`, {
      decision: 'impossible',
      text: '无合适岗位',
    });
    const [next] = (await proposals(hr, 'open')).filter(({ consequence }) => consequence === 'dismissal-unfit');
    expect(next).toMatchObject({ state: 'proposed', facts: { follows: transfer['number'] }, ground: '无合适岗位' });
  });

  test('APR-6d dismissal names its cause, and the count of complaints and sanctions is shown', async () => {
    const given = { employeeId: agent.employeeId, consequence: 'dismissal', ground: '多次投诉' };
    const refused = await head.post('/appraisal/proposals', given);
    expect([refused.status, (refused.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, '/cause']);
    const proposed = await head.do('/appraisal/proposals', { ...given, cause: 'repeated-complaints' });
    expect(proposed).toMatchObject({ cause: 'repeated-complaints', facts: { count: 1 }, proposedBy: '沈岚' });
  });
});

test('APR-7 the database itself refuses to change a released result', async () => {
  const work = suite.running.app.get(UnitOfWork);
  const change = work.query("update appraisal.sheet set total = 100 where state = 'released'");
  await expect(change).rejects.toThrow('A released appraisal is not changed');
  await expect(work.query("delete from appraisal.sheet where state = 'released'")).rejects.toThrow('not changed');
});
