/** The list of open forms when most are other people's: order, completeness, and pages without gap or double (IDN-2). */
import { Client } from 'pg';
import { makeForm } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let db: Client;
let agent: Person;
let engineer: Person;

/** More than are looked through before a reader's own are gathered. */
const OTHERS = 700;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T08:00:00+08:00');
  [agent, engineer] = await Promise.all([suite.as('agent'), suite.as('engineer')]);
  db = new Client({ connectionString: suite.databaseUrl });
  await db.connect();
});

afterAll(async () => {
  await db.end();
  await suite.close();
});

/** Copies of a form under other numbers, due a minute after one another. */
async function copies(form: Json, count: number, change: { due: string; originUnit: string; unit: string | null }) {
  const columns = (
    await db.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'hotline'
         and table_name = 'problem_form' and column_name not in
           ('id', 'number', 'due_at', 'origin_unit_id', 'unit_id', 'officer_id') order by ordinal_position`,
    )
  ).rows.map(({ name }) => name);
  const made = await db.query<{ id: string }>(
    `insert into hotline.problem_form (id, number, due_at, origin_unit_id, unit_id, officer_id, ${columns.join(', ')})
     select gen_random_uuid(), 'C' || gen_random_uuid(), $2::timestamptz + n * interval '1 minute', $3, $4, $3, ${columns.join(', ')}
     from hotline.problem_form, generate_series(1, $5) n where id = $1 returning id`,
    [form['id'], change.due, change.originUnit, change.unit, count],
  );
  return made.rows.map(({ id }) => id);
}

/** All pages of the reader's open forms. */
async function all(reader: Person, size: number): Promise<Json[]> {
  const rows: Json[] = [];
  for (let after = ''; ;) {
    const { body } = await reader.get(`/hotline/problem-forms?page[size]=${size}${after}`);
    rows.push(...(body.data ?? []));
    const { next } = body['page'] as { next?: string };
    if (!next) return rows;
    after = `&page[after]=${encodeURIComponent(next)}`;
  }
}

test('IDN-2 a reader finds all his open forms by due time, also behind many that he may not see', async () => {
  const units = new Map((await agent.list('/units')).map((unit) => [unit['code'], String(unit['id'])]));
  const [elsewhere, mine] = [units.get('general-office') ?? '', units.get('technical-support') ?? ''];
  const form = await makeForm(agent);
  const early = '2026-09-01T08:00:00+08:00';
  await copies(form, OTHERS, { due: early, originUnit: elsewhere, unit: null });
  const own = [
    ...(await copies(form, 30, { due: early, originUnit: elsewhere, unit: mine })),
    ...(await copies(form, 30, { due: '2026-10-01T08:00:00+08:00', originUnit: elsewhere, unit: mine })),
  ];
  const taken = await copies(form, 3, { due: '2026-09-20T08:00:00+08:00', originUnit: elsewhere, unit: null });
  await db.query('insert into audit.participant select id, $2 from unnest($1::uuid[]) id', [
    taken,
    engineer.employeeId,
  ]);

  const found = await all(engineer, 25);
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set([...own, ...taken]));
  expect(found).toHaveLength(own.length + taken.length);
  const due = found.map(({ dueAt }) => Date.parse(String(dueAt)));
  expect(due).toEqual([...due].sort((a, b) => a - b));
  expect(await all(engineer, 200)).toEqual(found);
  expect(await all(await suite.as('admin'), 200)).toHaveLength(1 + OTHERS + found.length);
  const drafted = await engineer.list('/hotline/problem-forms?filter[state]=drafted&page[size]=200');
  expect(drafted).toHaveLength(found.length);
});
