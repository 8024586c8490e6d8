/** Setting up and reading the pack's versions (PCK-1, DLN-5). */
import { Recorder, auditRoom } from '@bihuan/audit';
import { migrateDown, migrateUp } from '@bihuan/database';
import { PACKS } from '@bihuan/packs';
import { DataKeys, privacyRoom } from '@bihuan/privacy';
import { testRooms, type TestRooms } from '@bihuan/testing-harness';
import { z } from 'zod';
import { loadPolicies, type PolicySource } from './load-policies';
import { PackError } from './pack-error';
import { Policies } from './policies';
import { policiesRoom } from './policies.manifest';
import { policiesMigrations } from './policies.migrations';
import { storedPack } from './stored-pack';
import { editPack } from './test/edit-pack';

const morning = new Date('2026-09-17T08:00:00+08:00');
const noon = new Date('2026-09-17T12:00:00+08:00');

let rooms: TestRooms;
beforeEach(async () => {
  rooms = await testRooms([privacyRoom, auditRoom, policiesRoom], morning);
});
afterEach(() => rooms.close());

const source = (more: Partial<PolicySource> = {}): PolicySource => ({
  shipped: PACKS,
  choice: 'atm-5s4e',
  demands: { sections: new Map(), permissions: new Map() },
  ...more,
});

const load = async (more?: Partial<PolicySource>) =>
  new Policies(await loadPolicies(rooms.work, new Recorder(new DataKeys(rooms.work)), source(more)));

const stored = () =>
  rooms.work.query<{ version: number; pack_id: string }>('select version, pack_id from policies.pack_version');

const longerReferral = new Map([['atm-5s4e', editPack({ 'deadlinePolicies[0].limit.value': 3 })]]);

describe('policies at start', () => {
  it('PCK-1 an empty database is set up from the pack, once, also when two processes start together', async () => {
    const [one, two] = await Promise.all([load(), load()]);
    expect(one.pack().id).toBe('atm-5s4e');
    expect(two.active().version).toBe(1);
    await load();
    expect(await stored()).toEqual([{ version: 1, pack_id: 'atm-5s4e' }]);
    expect(await rooms.work.query("select 1 from audit.entry where action = 'pack-set-up'")).toHaveLength(1);
  });

  it('DLN-5 a newer pack of the suite is the next version; what began before keeps its own', async () => {
    await load();
    rooms.clock.set(noon);
    const policies = await load({ shipped: longerReferral });
    expect(policies.active().version).toBe(2);
    expect(policies.deadlinePolicy('hotline.referral', noon)).toMatchObject({ version: 2, limit: { value: 3 } });
    const before = new Date(noon.getTime() - 1);
    expect(policies.deadlinePolicy('hotline.referral', before)).toMatchObject({ version: 1, limit: { value: 2 } });
    expect(policies.policyOfVersion('hotline.referral', 1).limit.value).toBe(2);
    expect(policies.deadlinePolicy('hotline.referral', new Date(0)).version).toBe(1);
  });

  it('PCK-2 a pack that people have edited is left as it is', async () => {
    await load();
    await rooms.work.query('update policies.pack_version set shipped = false');
    expect((await load({ shipped: longerReferral })).active().version).toBe(1);
  });

  it('PCK-2 a company stays what it was set up as: another pack is refused, and nothing changes', async () => {
    await load();
    await expect(load({ choice: 'franchise' })).rejects.toThrow(
      'SUITE_PACK: this database was set up with "atm-5s4e"; start it with that, or name another database',
    );
    expect(await stored()).toEqual([{ version: 1, pack_id: 'atm-5s4e' }]);
    expect((await load()).pack().id).toBe('atm-5s4e');
  });

  it('PCK-2 two first starts with different packs: one sets the company up, the other is told', async () => {
    const starts = await Promise.allSettled([load(), load({ choice: 'franchise' })]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await stored()).toHaveLength(1);
  });

  it('PCK-2 what a database was set up with is known before anything is loaded', async () => {
    const query = <R>(sql: string) => rooms.work.query(sql) as Promise<R[]>;
    expect(await storedPack(query)).toBeUndefined();
    await load({ choice: 'telecom' });
    expect(await storedPack(query)).toMatchObject({ version: 1, packId: 'telecom', shipped: true });
    await rooms.work.query('drop schema policies cascade');
    expect(await storedPack(query)).toBeUndefined();
  });

  it('PCK-1 a pack that is not there is refused with the list', async () => {
    await expect(load({ choice: 'nowhere' })).rejects.toThrow(
      'SUITE_PACK: expected atm-5s4e or franchise or telecom or cable-tv, got "nowhere"',
    );
    expect(await stored()).toEqual([]);
  });

  it('PCK-1 a pack with mistakes is refused with all of them, and nothing is stored', async () => {
    const raw = editPack({ 'deadlinePolicies[2].limit.value': 'zwei', 'organisation.units[1].calendar': 7 });
    const error = await load({ shipped: new Map([['atm-5s4e', raw]]) }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PackError);
    expect((error as PackError).problems).toEqual([
      'organisation.units[1].calendar: expected a string, got 7',
      'deadlinePolicies[2].limit.value: expected a number, got "zwei"',
    ]);
    expect(await stored()).toEqual([]);
  });

  it('PCK-1 a room’s section is read by the room’s schema', async () => {
    const sections = new Map([
      ['hotline', z.looseObject({ firstContactWindowDays: z.int().transform((days) => days * 24) })],
    ]);
    const policies = await load({ demands: { sections, permissions: new Map() } });
    expect(policies.section<{ firstContactWindowDays: number }>('hotline').firstContactWindowDays).toBe(168);
    expect(() => policies.section('weather')).toThrow('has no section "modules.weather"');
    const missing = new Map([['weather', z.strictObject({})]]);
    await expect(load({ demands: { sections: missing, permissions: new Map() } })).rejects.toThrow(
      'modules.weather: expected an object, got nothing',
    );
  });

  it('PLG-1 the versions go down with rows in place and up again', async () => {
    await load();
    const room = { room: 'policies', migrations: policiesMigrations };
    await migrateDown(rooms.db, room, 9);
    await migrateUp(rooms.db, [room]);
    expect(await stored()).toEqual([]);
  });
});
