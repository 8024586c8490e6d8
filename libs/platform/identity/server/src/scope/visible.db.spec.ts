/** Data scope in SQL, against real rows (IDN-2). */
import { randomUUID } from 'node:crypto';
import { auditRoom } from '@bihuan/audit';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { TestRooms } from '@bihuan/testing-harness';
import { testRooms } from '@bihuan/testing-harness';
import { visible } from './visible';

let rooms: TestRooms;
const [me, other] = [randomUUID(), randomUUID()];
const [mine, below, further, foreign] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

/** name → owner, unit, second unit */
const rows: Record<string, [string, string, string | null]> = {
  own: [me, foreign, null],
  unit: [other, mine, null],
  further: [other, further, null],
  below: [other, below, null],
  handled: [other, foreign, mine],
  foreign: [other, foreign, null],
  'acted-on': [other, foreign, null],
};
const ids = Object.fromEntries(Object.keys(rows).map((name) => [name, randomUUID()]));

beforeAll(async () => {
  rooms = await testRooms([privacyRoom, auditRoom], new Date('2026-09-17T00:00:00Z'));
  await rooms.db.query('create table matter (id uuid, name text, owner_id uuid, unit_id uuid, handling_unit_id uuid)');
  for (const [name, [owner, unit, second]] of Object.entries(rows)) {
    await rooms.db.query('insert into matter values ($1, $2, $3, $4, $5)', [ids[name], name, owner, unit, second]);
  }
  await rooms.db.query('insert into audit.participant values ($1, $2)', [ids['acted-on'], me]);
}, 30_000);

afterAll(() => rooms.close());

const actor = (scope?: Scope): UserActor => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: me,
  name: '某人',
  unitId: mine,
  furtherUnitIds: [further],
  unitsBelow: [mine, further, below],
  permissions: new Map(scope ? [['matter.read', scope]] : []),
});

async function seen(
  by: UserActor | ReturnType<typeof systemActor>,
  columns = ['m.unit_id', 'm.handling_unit_id'],
): Promise<string[]> {
  const part = visible(
    by,
    'matter.read',
    { ownerColumn: 'm.owner_id', unitColumns: columns, subjectColumn: 'm.id' },
    2,
  );
  const found = await rooms.db.query<{ name: string }[]>(
    `select name from matter m where m.name <> $1 and ${part.sql} order by name`,
    ['', ...part.parameters],
  );
  return found.map(({ name }) => name);
}

test.each<[Scope | undefined, string[]]>([
  [undefined, ['acted-on']],
  ['own', ['acted-on', 'own']],
  ['unit', ['acted-on', 'further', 'handled', 'own', 'unit']],
  ['unit-and-below', ['acted-on', 'below', 'further', 'handled', 'own', 'unit']],
  ['all', ['acted-on', 'below', 'foreign', 'further', 'handled', 'own', 'unit']],
])('IDN-2 scope %s sees what it reaches, and always what he has acted on', async (scope, expected) => {
  expect(await seen(actor(scope))).toEqual(expected);
});

test('IDN-2 the suite itself sees everything', async () => {
  expect(await seen(systemActor('deadlines'))).toHaveLength(Object.keys(rows).length);
});

test('IDN-2 rows without unit columns are reached by owner and participation only', async () => {
  expect(await seen(actor('unit-and-below'), [])).toEqual(['acted-on', 'own']);
});
