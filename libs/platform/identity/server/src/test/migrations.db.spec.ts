/** The tables of HTTP, organisation and identity go up, down and up again, with rows in them. */
import { auditRoom } from '@bihuan/audit';
import { migrateDown, migrateUp, pendingMigrations } from '@bihuan/database';
import { httpRoom } from '@bihuan/http';
import { orgRoom } from '@bihuan/org';
import { privacyRoom } from '@bihuan/privacy';
import { testRooms } from '@bihuan/testing-harness';
import { identityRoom } from '../index';

test('PLG-1 each room takes its tables away and makes them again', async () => {
  const rooms = [privacyRoom, auditRoom, httpRoom, orgRoom, identityRoom];
  const { db, close } = await testRooms(rooms, new Date('2026-09-17T00:00:00Z'));
  try {
    const id = '11111111-1111-4111-8111-111111111111';
    await db.query("insert into org.unit (id, code, name, function, calendar) values ($1, 'u', 'u', 'u', 'c')", [id]);
    await db.query("insert into org.position (code, title_zh, title_en) values ('p', 'p', 'p')");
    await db.query(
      "insert into org.employee (id, staff_number, name, unit_id, position) values ($1, '1', 'n', $1, 'p')",
      [id],
    );
    await db.query(
      "insert into identity.app_user (id, username, employee_id, password_hash, must_change, created_at) values ($1, 'u', $1, 'x', true, '2026-01-01')",
      [id],
    );
    for (const { id: room, migrations } of [identityRoom, orgRoom, httpRoom]) {
      expect(await migrateDown(db, { room, migrations }, migrations.length)).toEqual(
        migrations.map(({ name }) => name).reverse(),
      );
      const left = await db.query<unknown[]>('select 1 from information_schema.schemata where schema_name = $1', [
        room,
      ]);
      expect(left).toHaveLength(0);
    }
    const all = rooms.map(({ id: room, migrations }) => ({ room, migrations }));
    await migrateUp(db, all);
    expect(await pendingMigrations(db, all)).toEqual([]);
  } finally {
    await close();
  }
}, 30_000);
