/** The appraisal alone, with the small sheet of atm-5s4e: evaluations and grades of other modules count (APR-7, PLG-1). */
import { UnitOfWork } from '@bihuan/database';
import { evaluationGiven, repairGraded } from '@bihuan/events';
import { Publisher } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import { at, pointsOf, read, sheetOf } from './support/appraisal';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let engineer: Person;

beforeAll(async () => {
  suite = await playSuite('2026-10-02T09:00:00+08:00', { SUITE_MODULES: 'appraisal' });
  engineer = await suite.as('engineer');
});

afterAll(() => suite.close());

const ID = (last: number) => `5f0c6c2e-8a3e-4a53-9a6b-0d6a5a1f00${String(last).padStart(2, '0')}`;

async function tell(work: (publisher: Publisher, tx: Parameters<Publisher['publish']>[0]) => Promise<void>) {
  const [publisher, unit] = [suite.running.app.get(Publisher), suite.running.app.get(UnitOfWork)];
  await unit.run(systemActor('test'), (tx) => work(publisher, tx));
  await at(suite, '2026-10-02T10:00');
}

test('APR-7 the mean of the evaluations gives the points; one that replaces another counts instead of it', async () => {
  const evaluation = (id: number, technicalLevel: number, attitude: number, replaces: string | null = null) => ({
    evaluationId: ID(id),
    replaces,
    month: '2026-10',
    item: 'after-sales',
    technicalLevel,
    attitude,
    engineerId: engineer.employeeId,
    unitId: null,
    divisionId: null,
    givenAt: '2026-10-02T01:30:00Z',
  });
  const given = (each: ReturnType<typeof evaluation>) =>
    tell((publisher, tx) =>
      publisher.publish(tx, evaluationGiven, { module: 'test', kind: 'evaluation', id: each.evaluationId }, each, null),
    );
  const points = async () => pointsOf(await read(engineer, await sheetOf(engineer, '2026-10', engineer)), 'evaluation');
  expect(await points()).toBeNull();
  // −50 … 200 lies on 0 … 20: the middle of the scale is half the points.
  await given(evaluation(1, 50, 100));
  expect(await points()).toBe(10);
  await given(evaluation(2, 200, 200, ID(1)));
  expect(await points()).toBe(20);
  await given(evaluation(3, -50, -50));
  expect(await points()).toBe(10);
});

test('APR-7 a repair graded again keeps its last grade on the sheet', async () => {
  const units = await engineer.list('/units');
  const graded = (grade: number) => ({
    number: 'PG202610001',
    engineerId: engineer.employeeId,
    unitId: String(units[0]?.['id']),
    grade,
    weight: 5 - grade,
    gradedById: engineer.employeeId,
    gradedAt: '2026-10-02T01:30:00Z',
  });
  for (const grade of [3, 1]) {
    await tell((publisher, tx) =>
      publisher.publish(tx, repairGraded, { module: 'test', kind: 'order', id: ID(9) }, graded(grade), null),
    );
  }
  const sheet = await read(engineer, await sheetOf(engineer, '2026-10', engineer));
  const grades = (sheet['sources'] as Json[]).filter(({ kind }) => kind === 'repair-grade');
  expect(grades.map(({ code, points, number }) => [code, points, number])).toEqual([['1', 4, 'PG202610001']]);
});

test('APR-5 a company that begins in the first days of a month may appraise the month before, once it is asked for', async () => {
  const hr = await suite.as('hr');
  expect((await hr.list('/appraisal/periods')).map(({ period }) => period)).toEqual(['2026-10']);
  expect((await hr.get('/appraisal/periods/2026-08/sheets')).status).toBe(404);
  expect((await hr.list('/appraisal/periods/2026-09/sheets')).length).toBeGreaterThan(3);
  await at(suite, '2026-10-02T11:00');
  expect((await hr.get('/appraisal/periods/2026-09')).body).toMatchObject({
    state: 'scoring',
    cutOffs: { self: { day: '2026-10-08' } },
  });
});

test('APR-5 CAL-4 a holiday that becomes known while the month is scored moves cut-offs and clocks, never past the 10th', async () => {
  const [admin, hr] = [await suite.as('admin'), await suite.as('hr')];
  const cutOffs = async () => {
    const { cutOffs: all } = (await hr.get('/appraisal/periods/2026-09')).body as { cutOffs: Record<string, Json> };
    return [all['self']?.['day'], all['head']?.['day'], all['latest']?.['day']];
  };
  const due = async () => {
    const sheet = await sheetOf(engineer, '2026-09', engineer);
    const clocks = await engineer.list(`/deadlines?filter[subject]=appraisal:sheet:${String(sheet['id'])}`);
    return clocks.map(({ dueAt }) => new Date(String(dueAt)).toISOString());
  };
  expect(await cutOffs()).toEqual(['2026-10-08', '2026-10-08', '2026-10-10']);
  const { weekly } = (await admin.get('/calendars/handlers')).body;
  expect((await admin.put('/calendars/handlers', { weekly, holidays: ['2026-10-08'] })).status).toBe(200);
  await at(suite, '2026-10-02T11:10');
  expect(await cutOffs()).toEqual(['2026-10-09', '2026-10-09', '2026-10-10']);
  expect(await due()).toEqual(['2026-10-09T16:00:00.000Z', '2026-10-09T16:00:00.000Z']);
});

test('ORG-3 APR-1 whoever joins while the month runs has a sheet of it, and none of the month before', async () => {
  const hr = await suite.as('hr');
  const units = await hr.list('/units');
  const unitId = units.find(({ code }) => code === 'user-service')?.['id'];
  await hr.do('/employees', {
    staffNumber: '2999',
    name: '新人',
    unitId: String(unitId),
    position: 'service-engineer',
  });
  await at(suite, '2026-10-02T11:30');
  const of = async (period: string) =>
    (await hr.list(`/appraisal/periods/${period}/sheets`)).some(({ staffNumber }) => staffNumber === '2999');
  expect([await of('2026-10'), await of('2026-09')]).toEqual([true, false]);
});

test('APR-1 several who look at the month just after somebody joined all get it, and he has one sheet', async () => {
  const hr = await suite.as('hr');
  const unitId = (await hr.list('/units')).find(({ code }) => code === 'user-service')?.['id'];
  await hr.do('/employees', {
    staffNumber: '2998',
    name: '又一新人',
    unitId: String(unitId),
    position: 'service-engineer',
  });
  const looks = await Promise.all(
    Array.from({ length: 6 }, () => hr.get('/appraisal/periods/2026-10/sheets?page[size]=200')),
  );
  expect(looks.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const sheets = await hr.list('/appraisal/periods/2026-10/sheets');
  expect(sheets.filter(({ staffNumber }) => staffNumber === '2998')).toHaveLength(1);
});
