/** The manual clock steps to each due instant, does what is due, and goes on; its move is a barrier (api.md, DLN-2). */
import { DataSource } from 'typeorm';
import { emptyDatabase, type TestDatabase } from '@bihuan/testing-kit';
import { ManualClock, SystemClock, realNow } from './clock';
import { clockMigrations } from './clock.manifest';
import { ClockMover } from './mover';
import { Pumps } from './pumps';

const at = (time: string) => new Date(`2026-09-17T${time}+08:00`);

let database: TestDatabase;
let db: DataSource;
let clock: ManualClock;
let pumps: Pumps;
let mover: ClockMover;

beforeAll(async () => {
  database = await emptyDatabase();
  db = await new DataSource({
    type: 'postgres',
    url: database.url,
    installExtensions: false,
    poolSize: 5,
  }).initialize();
  for (const statement of clockMigrations.flatMap(({ up }) => up)) await db.query(statement);
});
afterAll(async () => {
  await db.destroy();
  await database.close();
});
beforeEach(async () => {
  await db.query('truncate clock.manual_clock');
  await db.query('insert into clock.manual_clock (now) values ($1)', [at('08:00:00')]);
  clock = new ManualClock(db.manager);
  pumps = new Pumps();
  mover = new ClockMover(db, clock, pumps);
});

/** Things that fall due; each notes what the clock said when it was done, and may bring another. */
class Alarms {
  readonly done: string[] = [];

  constructor(
    private readonly due: Date[],
    private readonly brings: (due: Date) => Date | undefined = () => undefined,
  ) {}

  nextDue = () => Promise.resolve([...this.due].sort((a, b) => a.getTime() - b.getTime())[0] ?? null);

  pump = async () => {
    const now = await clock.now();
    const ripe = this.due.filter((due) => due <= now);
    for (const due of ripe) {
      this.due.splice(this.due.indexOf(due), 1);
      this.done.push(now.toISOString());
      const next = this.brings(due);
      if (next) this.due.push(next);
    }
    return ripe.length;
  };
}

describe('manual clock', () => {
  it('DLN-2 stands until it is moved, and tells a transaction what that transaction sees', async () => {
    expect(await clock.now()).toEqual(at('08:00:00'));
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    await runner.query('update clock.manual_clock set now = $1', [at('09:00:00')]);
    expect(await clock.now(runner.manager)).toEqual(at('09:00:00'));
    expect(await clock.now()).toEqual(at('08:00:00'));
    await runner.rollbackTransaction();
    await runner.release();
  });

  it('DLN-2 a database without its time says what is missing', async () => {
    await db.query('truncate clock.manual_clock');
    await expect(clock.now()).rejects.toThrow('The manual clock has no time yet');
  });

  it('DLN-2 the move stops at every due instant, in order, and at those that come up on the way', async () => {
    const alarms = new Alarms([at('10:00:00'), at('09:30:00'), at('12:00:00')], (due) =>
      due.getTime() === at('09:30:00').getTime() ? at('09:45:00') : undefined,
    );
    pumps.add('alarms', alarms);
    expect(await mover.moveTo(at('11:00:00'))).toEqual(at('11:00:00'));
    expect(alarms.done).toEqual(['09:30:00', '09:45:00', '10:00:00'].map((time) => at(time).toISOString()));
    expect(await clock.now()).toEqual(at('11:00:00'));
    await mover.moveTo(at('12:00:00'));
    expect(alarms.done).toHaveLength(4);
  });

  it('DLN-2 what a due thing leaves to other pumps is done before time goes on', async () => {
    const seen: string[] = [];
    let pending = 0;
    const alarms = new Alarms([at('09:00:00')]);
    pumps.add('events', {
      nextDue: () => Promise.resolve(null),
      pump: async () => {
        const done = pending;
        if (done > 0) seen.push((await clock.now()).toISOString());
        pending = 0;
        return done;
      },
    });
    pumps.add('alarms', { nextDue: alarms.nextDue, pump: async () => (pending = await alarms.pump()) });
    await mover.moveTo(at('10:00:00'));
    expect(seen).toEqual([at('09:00:00').toISOString()]);
  });

  it('DLN-2 the present time again is a barrier: what is pending is done', async () => {
    const alarms = new Alarms([at('07:00:00')]);
    pumps.add('alarms', alarms);
    await mover.moveTo(at('08:00:00'));
    expect(alarms.done).toEqual([at('08:00:00').toISOString()]);
  });

  it('DLN-2 an earlier time is refused with 422 and changes nothing', async () => {
    const alarms = new Alarms([at('07:00:00')]);
    pumps.add('alarms', alarms);
    await expect(mover.moveTo(at('07:59:59'))).rejects.toMatchObject({ code: 'clock-backwards', kind: 'invalid' });
    expect([await clock.now(), alarms.done]).toEqual([at('08:00:00'), []]);
  });

  it('DLN-2 something due that does not end stops the move with an error instead of going round for ever', async () => {
    pumps.add('stuck', { nextDue: () => Promise.resolve(at('09:00:00')), pump: () => Promise.resolve(0) });
    await expect(mover.moveTo(at('10:00:00'))).rejects.toThrow(/due at 2026-09-17T01:00:00.000Z does not end/);
    expect(await clock.now()).toEqual(at('09:00:00'));
    // The move is over for everybody: the next one is not locked out.
    await expect(mover.settle()).resolves.toBeUndefined();
  });

  it('DLN-2 pumps that never run dry are named', async () => {
    pumps.add('endless', { nextDue: () => Promise.resolve(null), pump: () => Promise.resolve(1) });
    await expect(mover.settle()).rejects.toThrow(/^The pumps endless still had work after/);
  });

  it('DLN-2 one move at a time, also of two processes: the later one begins where the first ended', async () => {
    let inside = 0;
    let most = 0;
    const alarms = new Alarms([at('09:00:00'), at('10:00:00')]);
    pumps.add('alarms', {
      nextDue: alarms.nextDue,
      pump: async () => {
        most = Math.max(most, ++inside);
        await db.query('select pg_sleep(0.005)');
        const done = await alarms.pump();
        inside -= 1;
        return done;
      },
    });
    const other = new ClockMover(db, clock, pumps);
    await Promise.all([mover.moveTo(at('11:00:00')), other.settle(), other.moveTo(at('11:00:00'))]);
    expect([most, alarms.done]).toEqual([1, [at('09:00:00'), at('10:00:00')].map((due) => due.toISOString())]);
  });
});

describe('system clock', () => {
  it('DLN-2 goes by itself', async () => {
    const before = realNow();
    const now = await new SystemClock().now();
    expect(now.getTime() - before.getTime()).toBeGreaterThanOrEqual(0);
    expect(now.getTime() - before.getTime()).toBeLessThan(5_000);
  });
});
