/** Steps that kill the process that fires them: as PostgreSQL sees it, all its connections end at once (DLN-2; R15). */
import { Logger } from '@nestjs/common';
import { realNow, SystemClock } from '@bihuan/clock';
import { freshRig, subject, type Rig } from '../test/rig';

// Each death is a warning.
beforeAll(() => Logger.overrideLogger(['error']));

jest.setTimeout(60_000);

const INNOCENT = 30;

describe('steps that kill', () => {
  let rig: Rig;
  let close: () => Promise<void>;
  let bad: string;

  beforeEach(async () => {
    ({ rig, close } = await freshRig());
    const forms = Array.from({ length: INNOCENT + 1 }, subject);
    bad = forms[INNOCENT / 2]?.id ?? '';
    const started = new Date(realNow().getTime() - 61_000);
    for (const form of forms) await rig.arm('plain', form, started);
  });
  afterEach(() => close());

  /** One process: started, works, and dies where it meets the bad one. */
  async function life(clock?: SystemClock): Promise<boolean> {
    const process = await rig.another(clock);
    const known = process.handlers.get('test.chase');
    const fire = known?.fire.bind(known);
    Object.assign(known ?? {}, {
      fire: async (...given: Parameters<NonNullable<typeof fire>>) => {
        const [tx, { subject: about }] = given;
        if (about.id !== bad) return fire?.(...given);
        await tx.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name = 'bihuan in hand'`,
        );
        await tx.query('select pg_terminate_backend(pg_backend_pid())');
      },
    });
    const died = await process.firing.fireDue().then(
      () => false,
      () => true,
    );
    await process.stop();
    return died;
  }

  /** What was set apart falls due at once: the seconds between are not waited for. */
  const passTime = (seconds: number) =>
    rig.db.query(
      `update alarms.step set next_at = next_at - $1 * interval '1 second' where state = 'armed' and attempts > 0`,
      [seconds],
    );

  const steps = () =>
    rig.work.query<{ subject_id: string; state: string; attempts: number; error: string | null }>(
      `select d.subject_id, s.state, s.attempts, s.error from alarms.step s join alarms.deadline d on d.id = s.deadline_id
       where s.key = 'do'`,
    );

  it('DLN-2 R15 a step that kills its process is parked after five deaths and listed, all others come once', async () => {
    let deaths = 0;
    for (let lives = 0; lives < 60; lives++) {
      if (await life()) deaths += 1;
      await passTime(2);
    }
    expect(deaths).toBe(5);
    const rows = await steps();
    expect(rows.filter(({ state }) => state !== 'fired')).toEqual([
      { subject_id: bad, state: 'parked', attempts: 5, error: 'ProcessDied' },
    ]);
    expect(await rig.parked.list()).toMatchObject([{ step: 'do', attempts: 5, error: 'ProcessDied' }]);
    const chased = (await rig.chased()).map((row) => row.subject);
    expect(chased).toHaveLength(INNOCENT);
    expect(new Set(chased).size).toBe(INNOCENT);
    expect(
      Math.max(...rows.filter(({ subject_id }) => subject_id !== bad).map(({ attempts }) => attempts)),
    ).toBeLessThan(4);
  });

  it('R15 control: where nobody reads the notes a process dies again and again, and no try is counted', async () => {
    for (let lives = 0; lives < 7; lives++) {
      expect(await life()).toBe(true);
      await rig.db.query('delete from outbox.in_hand');
    }
    expect((await steps()).find(({ subject_id }) => subject_id === bad)).toMatchObject({ state: 'armed', attempts: 0 });
  });
});
