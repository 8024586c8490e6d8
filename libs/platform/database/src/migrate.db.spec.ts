/** Migrations per room: each list its own, a late room catches up, several processes may start at once (PLG-1). */
import type { Migration } from '@bihuan/plugin-kit';
import { migrateDown, migrateUp, pendingMigrations } from './migrate';
import { notes, scene, type Scene } from './test/scene';

const step = (name: string, up: string, down: string): Migration => ({ name, up: [up], down: [down] });
const first = step('1760000098000-a-first', 'create table public.a (x int)', 'drop table public.a');
const second = step('1760000098001-a-second', 'alter table public.a add y int', 'alter table public.a drop y');
const room = { room: 'a', migrations: [second, first] };
const other = { room: 'test', migrations: [notes] };

let test: Scene;
beforeEach(async () => (test = await scene()));
afterEach(() => test.close());

const columns = async () => {
  const rows: { name: string }[] = await test.db.query(
    "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'a' order by 1",
  );
  return rows.map(({ name }) => name);
};

it('PLG-1 a room that is deployed late catches up with steps older than those of others, in their order', async () => {
  expect(await pendingMigrations(test.db, [other, room])).toEqual([second.name, first.name]);
  expect(await migrateUp(test.db, [other, room])).toEqual([first.name, second.name]);
  expect(await columns()).toEqual(['x', 'y']);
  expect(await migrateUp(test.db, [other, room])).toEqual([]);
  expect(await pendingMigrations(test.db, [other, room])).toEqual([]);
});

it('PLG-1 the last steps are taken back, newest first, and a room that never came has none', async () => {
  await migrateUp(test.db, [room]);
  expect(await migrateDown(test.db, room, 1)).toEqual([second.name]);
  expect(await columns()).toEqual(['x']);
  expect(await migrateDown(test.db, room, 9)).toEqual([first.name]);
  expect(await columns()).toEqual([]);
  expect(await migrateDown(test.db, room, 9)).toEqual([]);
});

it('PLG-1 a step that fails leaves nothing of itself and can be tried again', async () => {
  const bad: Migration = { ...first, up: [...first.up, 'select 1 / 0'] };
  await expect(migrateUp(test.db, [{ room: 'a', migrations: [bad] }])).rejects.toThrow('division by zero');
  expect(await columns()).toEqual([]);
  expect(await pendingMigrations(test.db, [room])).toHaveLength(2);
  expect(await migrateUp(test.db, [room])).toHaveLength(2);
});

it('PLG-1 processes that start at the same time apply each step once', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrateUp(test.db, [room])));
  expect(applied.flat().sort()).toEqual([first.name, second.name]);
});
