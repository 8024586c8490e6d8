/** The tables of the alarms go up and down with rows in place (PLG-1). */
import { clockRoom } from '@bihuan/clock';
import { migrateDown, migrateUp } from '@bihuan/database';
import { alarmsMigrations } from './alarms.migrations';
import { freshRig, shanghai, subject } from './test/rig';

jest.setTimeout(60_000);

describe('migrations of the alarms', () => {
  it('PLG-1 go down with rows in place and up again; one open clock a stage is all the tables allow', async () => {
    const { rig, close } = await freshRig(shanghai('2026-09-17 10:00'));
    const form = subject();
    await rig.arm('result', form, shanghai('2026-09-17 10:00'));
    const again = 'insert into alarms.deadline select (jsonb_populate_record(d, $1)).* from alarms.deadline d';
    await expect(rig.db.query(again, [{ id: '00000000-0000-4000-8000-000000000001', generation: 2 }])).rejects.toThrow(
      'deadline_open',
    );
    await expect(rig.db.query("update alarms.deadline set state = 'paused'")).rejects.toThrow('check');
    const rooms = { room: 'alarms', migrations: alarmsMigrations };
    expect(await migrateDown(rig.db, rooms, alarmsMigrations.length)).toEqual(
      [...alarmsMigrations].reverse().map(({ name }) => name),
    );
    expect(await rig.db.query("select 1 from pg_namespace where nspname = 'alarms'")).toEqual([]);
    await migrateUp(rig.db, [{ room: 'clock', migrations: clockRoom.migrations }, rooms]);
    await rig.arm('result', form, shanghai('2026-09-17 10:00'));
    await close();
  });
});
