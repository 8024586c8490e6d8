/** Reporting alone with the clock: what fell due while nobody was there, what fails and is tried again (RPT-4, RPT-7). */
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

const MODULES = { SUITE_MODULES: 'dispatch,complaints,revisit,reporting' };
const START = '2026-09-17T09:00:00+08:00';

let suite: PlayedSuite;
let manager: Person;

beforeAll(async () => {
  suite = await playSuite(START, MODULES);
  manager = await suite.as('manager');
});

afterAll(() => suite.close());

test('RPT-4 RPT-7 after a standstill every month is closed and every report made, once each', async () => {
  await suite.clock('2026-12-08T09:00:00+08:00');
  const periods = await manager.list('/reporting/periods');
  expect(periods.map(({ period, state }) => [period, state])).toEqual([
    ['2026-11', 'closed'],
    ['2026-10', 'closed'],
    ['2026-09', 'closed'],
  ]);
  const reports = await manager.list('/reporting/reports?page[size]=200');
  const of = (code: string) => reports.filter(({ schedule }) => schedule === code).map(({ from }) => String(from));
  expect(of('complaint-rate-month')).toEqual(['2026-11-01', '2026-10-01', '2026-09-01']);
  const weeks = of('revisit-weekly');
  expect(weeks[0]).toBe('2026-11-30');
  expect(weeks).toHaveLength(12);
  expect(new Set(weeks).size).toBe(12);
  expect(reports.every(({ state }) => state === 'sent')).toBe(true);
});

test('RPT-7 the schedules say what comes next and to whom', async () => {
  const schedules = await manager.list('/reporting/schedules');
  expect(schedules.find(({ code }) => code === 'fault-grades')).toMatchObject({
    nextAt: '2026-12-31T23:00:00.000Z',
    period: '2026-12',
    recipients: ['高远'],
    deployed: true,
  });
});

test('RPT-7 a report that could not be printed says so, is tried again later and later, and is given up after the fifth time', async () => {
  const broken = await playSuite(START, { ...MODULES, PUPPETEER_EXECUTABLE_PATH: '/nowhere/chromium' });
  try {
    const head = await broken.as('manager');
    const report = async (): Promise<Json> => (await head.list('/reporting/reports'))[0] ?? {};
    await broken.clock('2026-09-21T08:01:00+08:00');
    expect(await report()).toMatchObject({ schedule: 'revisit-weekly', state: 'failed', attempts: 1, sentAt: null });
    expect(String((await report())['error'])).not.toBe('');
    expect((await head.list('/notices')).filter(({ text }) => JSON.stringify(text).includes('回访周报'))).toEqual([]);
    await broken.clock('2026-09-21T08:06:00+08:00');
    expect(await report()).toMatchObject({ state: 'failed', attempts: 2 });
    await broken.clock('2026-09-22T08:00:00+08:00');
    expect(await report()).toMatchObject({ state: 'failed', attempts: 5 });
    await broken.clock('2026-09-23T08:00:00+08:00');
    expect(await report()).toMatchObject({ attempts: 5 });
  } finally {
    await broken.close();
  }
});
