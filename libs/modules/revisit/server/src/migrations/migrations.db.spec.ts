/** The tables of revisit grow with the calls of the first version in them, and shrink again (PLG-1). */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDataSource, migrateDown, migrateUp } from '@bihuan/database';
import { emptyDatabase, type TestDatabase } from '@bihuan/testing-kit';
import { revisitMigrations } from './index';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await emptyDatabase();
  db = createDataSource(database.url, [], 2);
  await db.initialize();
});

afterAll(async () => {
  await db.destroy();
  await database.close();
});

const room = (steps: number) => ({ room: 'revisit', migrations: revisitMigrations.slice(0, steps) });

/** A call as the first version kept it. */
const call = (state: string, more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  version: 3,
  state,
  call_id: randomUUID(),
  module: 'hotline',
  kind: 'problem-form',
  subject_id: randomUUID(),
  number: '2026091701001',
  round: 1,
  category: 'technical',
  customer_name: '王建国',
  phone: '13812345678',
  site: '',
  description: '',
  handling: '',
  unit_id: randomUUID(),
  officer_id: randomUUID(),
  planned_for: '2026-09-18T08:30:00+08:00',
  day: '2026-09-18',
  due_at: state === 'planned' ? '2026-09-18T20:30:00+08:00' : null,
  attempts: JSON.stringify(
    state === 'planned' ? [] : [{ at: '2026-09-18T01:00:00Z', by: {}, reached: true, text: '' }],
  ),
  words: '',
  key_id: randomUUID(),
  ...more,
});

it('PLG-1 RVT-1a calls of the first version keep state, limit and talks; each step goes down and up with rows in place', async () => {
  await migrateUp(db, [room(1)]);
  const calls = [call('planned'), call('done', { satisfied: 'true' }), call('waiting', { satisfied: 'false' })];
  for (const row of calls) {
    const names = Object.keys(row);
    await db.query(
      `insert into revisit.task (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
  const whole = revisitMigrations.length;
  await migrateUp(db, [room(whole)]);
  const rows = () =>
    db.query(
      `select state, event, ways, ways_done, waits_for, counts_as_satisfied, limit_at, attempts->0->>'way' as way
       from revisit.task order by array_position(array['planned', 'done', 'waiting'], state)`,
    );
  const grown = await rows();
  expect(grown).toMatchObject([
    {
      state: 'planned',
      event: 'problem-form',
      ways: ['phone'],
      ways_done: [],
      limit_at: new Date('2026-09-18T12:30:00Z'),
    },
    { state: 'done', ways_done: ['phone'], counts_as_satisfied: true, way: 'phone' },
    { state: 'waiting', waits_for: ['matter'], counts_as_satisfied: false },
  ]);
  for (let steps = 1; steps < whole; steps++) {
    expect(await migrateDown(db, room(whole), steps)).toHaveLength(steps);
    await migrateUp(db, [room(whole)]);
    expect(await rows()).toEqual(grown);
  }
  await migrateDown(db, room(whole), whole);
  expect(await db.query("select 1 from pg_namespace where nspname = 'revisit'")).toEqual([]);
});
