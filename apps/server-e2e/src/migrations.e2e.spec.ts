/** Every room's migrations go up and down with rows in place, and a plugin deployed late catches up (PLG-1). */
import type { DataSource } from 'typeorm';
import { createDataSource, migrateDown, migrateUp, pendingMigrations } from '@bihuan/database';
import type { Manifest } from '@bihuan/plugin-kit';
import { BUILT_PLUGINS, loadPlugins, PLATFORM_ROOMS } from '@bihuan/server';
import { emptyDatabase, type TestDatabase } from '@bihuan/testing-kit';
import { appeal } from './support/appeals';
import { openComplaint } from './support/complaints';
import { openOrder } from './support/dispatch';
import { handle, makeForm, path } from './support/hotline';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

const listOf = (rooms: readonly Manifest[]) => rooms.map(({ id, migrations }) => ({ room: id, migrations }));

/** Tables, columns, keys, indexes, triggers and functions of all rooms, as text. */
async function shape(db: DataSource, schema?: string): Promise<string[]> {
  const rows: { line: string }[] = await db.query(
    `with ours as (select oid, nspname from pg_namespace
       where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'bullmq') and ($1::text is null or nspname = $1))
     select line from (
       select format('column %s.%s.%s %s null=%s default=%s', n.nspname, c.relname, a.attname,
                format_type(a.atttypid, a.atttypmod), not a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as line
         from ours n join pg_class c on c.relnamespace = n.oid and c.relkind = 'r'
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
         left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       union all select format('index %s', pg_get_indexdef(i.indexrelid))
         from ours n join pg_class c on c.relnamespace = n.oid join pg_index i on i.indrelid = c.oid
       union all select format('constraint %s %s', k.conrelid::regclass, pg_get_constraintdef(k.oid))
         from ours n join pg_constraint k on k.connamespace = n.oid
       union all select format('trigger %s', pg_get_triggerdef(t.oid))
         from ours n join pg_class c on c.relnamespace = n.oid join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
       union all select format('function %s.%s', n.nspname, p.proname) from ours n join pg_proc p on p.pronamespace = n.oid
     ) lines order by line`,
    [schema ?? null],
  );
  return rows.map(({ line }) => line);
}

/** Tables that hold at least one row. */
async function filled(db: DataSource): Promise<string[]> {
  const tables: { name: string }[] = await db.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname !~ '^pg_' and schemaname not in ('information_schema', 'public', 'bullmq') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    if (((await db.query(`select 1 from ${name} limit 1`)) as unknown[]).length > 0) found.push(name);
  }
  return found;
}

describe('migrations of the whole suite', () => {
  let db: DataSource;
  let rooms: readonly Manifest[];
  let close: () => Promise<void>;

  beforeAll(async () => {
    rooms = [...PLATFORM_ROOMS, ...(await loadPlugins(BUILT_PLUGINS))];
    const suite = await playSuite('2026-09-17T09:00:00+08:00');
    const [agent, engineer] = await Promise.all(['agent', 'engineer'].map(suite.as));
    if (!agent || !engineer) throw new Error('nobody logged in');
    // Nobody listens there: what is sent is parked.
    const hook = { name: '网管', url: 'http://127.0.0.1:9/hook', events: ['hotline.problem-form.concluded.v1'] };
    await (await suite.as('admin')).do('/webhooks', hook);
    const company = { name: '城东供电公司', kind: 'company' };
    const customer = (await agent.post('/customers', company, { 'idempotency-key': 'once' })).body;
    const form = await makeForm(agent, {}, { customerId: customer['id'] });
    for (const address of ['attachments', 'imports']) {
      const body = new FormData();
      if (address === 'imports') body.set('kind', 'customers');
      body.set('file', new Blob(['客户名称,客户类型\n城西供电公司,单位\n']), 'a.csv');
      const headers = { authorization: agent.authorization };
      expect((await fetch(`${suite.url}/api/${address}`, { method: 'POST', headers, body })).status).toBe(201);
    }
    await openComplaint(await suite.as('supervisor'), { kind: 'staff-attitude' });
    await openOrder(await suite.as('dispatcher'), { productLine: 'atm', region: undefined });
    await (await suite.as('regulator-desk')).do('/appeals/appeals', appeal());
    await agent.do(`${path(form)}/refer`, { customerAgreed: true });
    await agent.do(`${path(form)}/forms/problem-form/prints`);
    await (await suite.as('supervisor')).do('/reporting/flow-sheets/2026-09/draw');
    // Overdue: a chase task, and notices.
    await suite.clock('2026-09-21T09:00:00+08:00');
    await handle(engineer, form);
    await agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
    await suite.clock('2026-09-22T09:00:00+08:00');
    await suite.running.close();
    db = createDataSource(suite.databaseUrl, [], 4);
    await db.initialize();
    close = async () => {
      await db.destroy();
      await suite.drop();
    };
  });
  afterAll(() => close());

  it('PLG-1 every step of every room goes down and up again with rows in place, and leaves the same tables', async () => {
    expect(await pendingMigrations(db, listOf(rooms))).toEqual([]);
    const whole = await shape(db);
    const schemas = new Set((await filled(db)).map((table) => table.split('.')[0]));
    const empty = rooms.filter(({ schema, migrations }) => migrations.length > 0 && !schemas.has(schema));
    expect(empty.map(({ id }) => id)).toEqual([]);
    for (const room of [...listOf(rooms)].reverse()) {
      for (let steps = 1; steps <= room.migrations.length; steps++) {
        const before = await shape(db);
        const back = await migrateDown(db, room, steps);
        expect(back).toHaveLength(steps);
        expect([room.room, await shape(db)]).not.toEqual([room.room, before]);
        expect((await migrateUp(db, [room])).sort()).toEqual([...back].sort());
        expect([room.room, await shape(db)]).toEqual([room.room, whole]);
      }
    }
  });

  it('PLG-1 a room taken back whole leaves nothing behind in its schema', async () => {
    for (const { id, schema, migrations } of [...rooms].reverse()) {
      await migrateDown(db, { room: id, migrations }, migrations.length);
      expect([id, await shape(db, schema)]).toEqual([id, []]);
    }
    expect(await shape(db)).toEqual(await shape(db, 'suite'));
  });
});

describe('a plugin deployed late', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await emptyDatabase()));
  afterAll(() => database.close());

  it('PLG-1 has no tables until it is deployed, then its own steps are made up, whatever their number', async () => {
    const [hotline, revisit] = [await loadPlugins(['hotline']), await loadPlugins(['revisit'])];
    const db = createDataSource(database.url, [], 2);
    await db.initialize();
    try {
      // Revisit first: its steps have the higher numbers, and hotline catches up with lower ones.
      await migrateUp(db, listOf([...PLATFORM_ROOMS, ...revisit]));
      expect(await shape(db, 'hotline')).toEqual([]);
      const made = await migrateUp(db, listOf([...PLATFORM_ROOMS, ...hotline, ...revisit]));
      expect(made).toEqual(hotline.flatMap(({ migrations }) => migrations.map(({ name }) => name)).sort());
      expect(await shape(db, 'hotline')).not.toEqual([]);
    } finally {
      await db.destroy();
    }
  });
});
