/**
 * Workers whose clocks are an hour and five minutes slow, five minutes and a day fast, and one that is put back while it
 * works: nothing happens before its time by PostgreSQL's clock, and everything once (DLN-2; R9).
 */
import { readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { amount, FULL } from './support/amount';
import { armSpread, missing, outcome } from './support/clocks';
import { wrongClocks } from './support/fake-time';
import { SuiteProcess } from './support/process';
import { firings, keepTime } from './support/time-keeper';

jest.setTimeout(1_200_000);

const MINUTE = 60_000;
const OFF = [-60 * MINUTE, -5 * MINUTE, 5 * MINUTE, 24 * 60 * MINUTE];
const CLOCKS = amount(1_000, 30);
/** Seconds from now over which they fall due; the start of the workers lies before. */
const FROM = 2;
const UNTIL = amount(120, 6);

it('DLN-2 R9 workers whose clocks are wrong, one of them put back meanwhile, do nothing early and nothing twice', async () => {
  const database = await emptyDatabase('faults');
  const db = await lookInto(database.url);
  const api = await startSuite(readSettings({ DATABASE_URL: database.url, PORT: '0', SUITE_ROLE: 'api' }));
  const wrong = await wrongClocks();
  const clocks = OFF.map((off) => wrong.clock(off));
  const workers = await Promise.all(
    clocks.map(({ env }) => SuiteProcess.start({ DATABASE_URL: database.url, SUITE_ROLE: 'worker', ...env })),
  );
  try {
    await keepTime(db);
    await armSpread(api, { count: CLOCKS, from: FROM, until: UNTIL });
    await pause(((FROM + UNTIL) / 2) * 1_000);
    // From five minutes fast to five minutes slow.
    clocks[2]?.put(-5 * MINUTE);
    await until(
      'every step',
      async () => {
        // In little time: a call as any arming makes it. In full the sweeper alone has to find them.
        if (!FULL) await db.query("select pg_notify('bihuan_alarms', '0')");
        const { due, lost } = await outcome(db);
        return due === 4 * CLOCKS && lost === 0 && (await missing(db)) === 0;
      },
      UNTIL + 90,
    );
    const seen = await outcome(db);
    const kept = await firings(db);
    tell({ ...seen, 'PostgreSQL saw early': kept.early, latest: kept.latest, ahead: kept.ahead, by: wrong.by });
    expect(seen).toMatchObject({ due: 4 * CLOCKS, done: 4 * CLOCKS, duplicates: 0, lost: 0 });
    // A fast one did fire: its own wrong hour stands in what it wrote. Else nothing was tried here.
    expect(kept).toMatchObject({ count: 4 * CLOCKS, early: 0 });
    expect(kept.ahead).toBeGreaterThan(0);
    // The control: one that fires before its time is seen.
    await armSpread(api, { count: 1, from: 600, until: 600 });
    await db.query("update alarms.step set state = 'fired', fired_at = at where state = 'armed' and key = '@breach'");
    expect((await firings(db)).early).toBeGreaterThan(0);
  } finally {
    for (const worker of workers) await worker.kill();
    wrong.close();
    await api.close();
    await db.destroy();
    await database.close();
  }
});
