/**
 * The disk full, all connections taken, a statement over its time: whoever asks is told so at once, nothing is half done,
 * and when it is over everything goes on (DLN-2; R18). The full disk is PostgreSQL's error 53100, raised by a trigger.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { emptyDatabase, type TestDatabase, pause, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { call } from '../support/hotline';
import { amount } from './support/amount';
import { Caller } from './support/people';
import { SuiteProcess } from './support/process';

jest.setTimeout(600_000);

const ASKED = amount(400, 40);

let database: TestDatabase;
let db: DataSource;
let suite: SuiteProcess;
let agent: Caller;

beforeAll(async () => {
  database = await emptyDatabase('faults');
  suite = await SuiteProcess.start({ DATABASE_URL: database.url });
  db = await lookInto(database.url);
  await db.query('create schema faults');
  agent = await Caller.logIn(suite.url, 'agent');
});
afterAll(async () => {
  await suite.kill();
  await db.destroy();
  await database.close();
});

const take = (summary: string, key?: string) => agent.once(suite.url, '/hotline/contacts', { ...call(), summary }, key);

/** Contacts with this summary, and those of them without their entry or the other way round. */
async function taken(summary: string): Promise<{ contacts: number; halves: number }> {
  const [row] = (await db.query(
    `select (select count(*) from hotline.contact where summary = $1)::int as contacts,
       (select count(*) from (
          select c.id from hotline.contact c where not exists (select 1 from audit.entry e where e.subject_id = c.id)
          union all select e.subject_id from audit.entry e where e.kind = 'contact'
            and not exists (select 1 from hotline.contact c where c.id = e.subject_id)) half)::int as halves`,
    [summary],
  )) as { contacts: number; halves: number }[];
  return row ?? { contacts: -1, halves: -1 };
}

/** Makes writing a row fail, or take its time. Answers what ends it. */
async function hinder(table: string, does: string): Promise<() => Promise<void>> {
  await db.query(
    `create function faults.hinder() returns trigger language plpgsql as $$ begin ${does}; return new; end $$`,
  );
  await db.query(`create trigger hinder before insert on ${table} for each row execute function faults.hinder()`);
  return () => db.query('drop function faults.hinder() cascade') as Promise<void>;
}

const DISK_FULL = "raise exception 'could not extend file: No space left on device' using errcode = '53100'";

it('DLN-2 R18 the disk full: 503 and nothing half done; with room again the same request is done once', async () => {
  const [key, summary] = [randomUUID(), '磁盘已满'];
  const end = await hinder('audit.entry', DISK_FULL);
  const refused = await take(summary, key);
  expect(refused.status).toBe(503);
  expect(refused.body).toMatchObject({ status: 503 });
  expect(await taken(summary)).toEqual({ contacts: 0, halves: 0 });
  await end();
  expect((await take(summary, key)).status).toBe(201);
  expect((await take(summary, key)).status).toBe(201);
  // The control: the same without a key is another contact.
  expect((await take(summary)).status).toBe(201);
  expect(await taken(summary)).toEqual({ contacts: 2, halves: 0 });
});

it('EVT-1 R18 the disk full for the workers: events wait, and come when there is room again', async () => {
  const open = async () => {
    await db.query("select pg_notify('bihuan_outbox', '')");
    const [row] = (await db.query(
      `select (select count(*) from outbox.event where not relayed)::int
            + (select count(*) from outbox.delivery where state <> 'done')::int as count`,
    )) as { count: number }[];
    return row?.count ?? -1;
  };
  await until('nothing open', async () => (await open()) === 0, 40);
  const end = await hinder('outbox.delivery', DISK_FULL);
  for (let n = 0; n < 5; n++) expect((await take('事件等待')).status).toBe(201);
  await pause(500);
  const waiting = await open();
  expect(waiting).toBeGreaterThanOrEqual(5);
  await end();
  await until('every event delivered', async () => (await open()) === 0, 40);
  tell({ how: 'error 53100 raised by a trigger', 'events that waited': waiting });
});

it('DLN-2 R18 all connections taken: some are told to come later, whoever was told 201 is there, once', async () => {
  const summary = '连接用尽';
  const holder = db.createQueryRunner();
  await holder.startTransaction();
  await holder.query('lock table hotline.contact in exclusive mode');
  const asked = Array.from({ length: ASKED }, () => take(summary));
  await pause(6_000);
  await holder.rollbackTransaction();
  await holder.release();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  const count = (wanted: number) => statuses.filter((status) => status === wanted).length;
  tell({ asked: ASKED, done: count(201), later: count(503) });
  // The control: it was really too much for some.
  expect(count(503)).toBeGreaterThan(0);
  expect(count(201) + count(503)).toBe(ASKED);
  expect(await taken(summary)).toEqual({ contacts: count(201), halves: 0 });
  expect((await take(summary)).status).toBe(201);
});

it('DLN-2 R18 a statement over its time: refused, nothing half done, and the next one is served', async () => {
  const summary = '语句超时';
  const [{ name } = { name: '' }] = (await db.query('select current_database() as name')) as { name: string }[];
  const fresh = () =>
    db.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'bihuan' and pid <> pg_backend_pid() and state = 'idle'",
    );
  const end = await hinder('audit.entry', 'perform pg_sleep(3)');
  await db.query(`alter database "${name}" set statement_timeout = '500ms'`);
  await fresh();
  const began = performance.now();
  const refused = await take(summary);
  expect(refused.status).toBe(503);
  expect(performance.now() - began).toBeLessThan(2_500);
  expect(await taken(summary)).toEqual({ contacts: 0, halves: 0 });
  await db.query(`alter database "${name}" reset statement_timeout`);
  await end();
  await fresh();
  await until('served again', async () => (await take(summary).catch(() => undefined))?.status === 201, 10);
  expect(await taken(summary)).toEqual({ contacts: 1, halves: 0 });
});
