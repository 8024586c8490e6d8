/** Imports over HTTP: dry run, all or nothing, looked at again, forgotten (CUS-4, CUS-5, api.md Imports). */
import { randomUUID } from 'node:crypto';
import { auditRoom, Timeline } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { migrateDown, migrateUp } from '@bihuan/database';
import { configureHttp, createHttpAdapter, Housekeeping, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { multipart } from '@bihuan/testing-kit';
import { exchangeRoom } from './exchange.manifest';
import { ImportKinds } from './import-kinds';
import { twiceIn, unknownIn } from './row-errors';
import { writeTable } from './table/write-table';

const person = (...permissions: string[]): UserActor => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '孙丽',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map(permissions.map((permission) => [permission, 'all'])),
});
const [hr, other, nobody] = [person('test.mark.import'), person('test.mark.import'), person()];

let edge: EdgeApp;
let actor = hr;
let staff: Set<string>;

beforeAll(async () => {
  edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, exchangeRoom], {
    edge: { configureHttp, createHttpAdapter },
    now: new Date('2026-09-17T08:00:00+08:00'),
    actor: () => actor,
  });
  await edge.db.query('create table public.mark (staff text primary key check (staff <> $$burst$$), points numeric)');
  const title = (zh: string, en: string) => ({ zh, en });
  edge.app.get(ImportKinds).add('marks', {
    title: title('评分', 'Marks'),
    permission: 'test.mark.import',
    columns: () => [
      { key: 'staff', title: title('工号', 'Staff number'), type: 'text', required: true },
      { key: 'points', title: title('分数', 'Points'), type: 'number', required: true },
    ],
    check: (rows) =>
      Promise.resolve([...twiceIn(rows, 'staff'), ...unknownIn(rows, 'staff', staff, '没有此人 / nobody')]),
    apply: async (tx, rows) => {
      for (const { values } of rows) {
        await tx.query('insert into public.mark values ($1, $2)', [values['staff'], values['points']]);
      }
      return { written: rows.length };
    },
  });
}, 60_000);
afterAll(() => edge.close());
beforeEach(async () => {
  actor = hr;
  staff = new Set(['S1', 'S2', 'S3']);
  await edge.db.query('delete from public.mark');
});

interface View {
  id: string;
  state: string;
  rows: number;
  errors: { row: number; column: string; code: string }[];
  result: object | null;
  code: string;
  allowedActions: string[];
}

async function upload(table: string | Buffer, kind = 'marks', filename = 'marks.csv') {
  const parts = [
    { name: 'kind', value: kind },
    { name: 'file', filename, bytes: Buffer.from(table) },
  ];
  const { headers, body } = multipart(parts);
  const reply = await edge.app.inject({ method: 'POST', url: '/api/imports', headers, payload: body });
  return { status: reply.statusCode, body: reply.json<View>() };
}
async function ask(id: string, action: 'dry-run' | 'commit') {
  const reply = await edge.app.inject({ method: 'POST', url: `/api/imports/${id}/${action}` });
  return { status: reply.statusCode, body: reply.json<View>() };
}
const written = async () => {
  const rows: { staff: string; points: string }[] = await edge.db.query(
    'select staff, points from public.mark order by 1',
  );
  return rows.map(({ staff: who, points }) => `${who} ${points}`);
};

it('CUS-4 an import is tried, then written as a whole, and its result is kept and audited', async () => {
  const { status, body } = await upload('工号,分数\nS1,98.5\nS2,-2\n');
  expect([status, body.state]).toEqual([201, 'uploaded']);
  const tried = await ask(body.id, 'dry-run');
  expect(tried).toMatchObject({ status: 200, body: { state: 'checked', rows: 2, errors: [] } });
  expect(await written()).toEqual([]);
  const done = await ask(body.id, 'commit');
  expect(done).toMatchObject({
    status: 200,
    body: { state: 'committed', rows: 2, result: { written: 2 }, allowedActions: [] },
  });
  expect(await written()).toEqual(['S1 98.5', 'S2 -2']);
  const again = await ask(body.id, 'commit');
  expect(again).toMatchObject({ status: 409, body: { state: 'committed', allowedActions: [] } });
  const history = await edge.app.get(Timeline).of({ module: 'exchange', kind: 'import', id: body.id });
  expect(history.map(({ action }) => action)).toEqual(['import-uploaded', 'import-tried', 'import-committed']);
  expect(history.at(-1)).toMatchObject({ actor: { id: hr.employeeId }, data: { kind: 'marks', rows: 2 } });
});

it('CUS-4 XLSX is read as CSV is', async () => {
  const columns = [
    { key: 'staff', title: { zh: '工号', en: 'Staff number' } },
    { key: 'points', title: { zh: '分数', en: 'Points' } },
  ];
  const { bytes } = await writeTable('xlsx', { name: '评分', columns, rows: [{ staff: 'S1', points: 7.25 }] });
  const { body } = await upload(bytes, 'marks', 'marks.xlsx');
  expect((await ask(body.id, 'dry-run')).body).toMatchObject({ state: 'checked', rows: 1 });
  expect((await ask(body.id, 'commit')).status).toBe(200);
  expect(await written()).toEqual(['S1 7.25']);
});

it('CUS-4 one wrong row: every fault is named by row and column, and nothing is written', async () => {
  const { body } = await upload('工号,分数\nS1,1\nS9,2\nS1,3\n');
  expect(await ask(body.id, 'commit')).toMatchObject({
    status: 409,
    body: { state: 'uploaded', allowedActions: ['dry-run'] },
  });
  const tried = await ask(body.id, 'dry-run');
  expect(tried.body).toMatchObject({
    state: 'faulty',
    rows: 3,
    errors: [
      { row: 3, column: 'staff', code: 'unknown' },
      { row: 4, column: 'staff', code: 'comes-twice' },
    ],
  });
  expect(await ask(body.id, 'commit')).toMatchObject({
    status: 409,
    body: { state: 'faulty', allowedActions: ['dry-run'] },
  });
  expect(await written()).toEqual([]);
  // Cells are wrong before rows are looked at.
  const cells = await upload('工号,分数\nS9,viele\n');
  expect((await ask(cells.body.id, 'dry-run')).body.errors).toMatchObject([
    { row: 2, column: 'points', code: 'not-a-number' },
  ]);
});

it('CUS-4 what was right in the dry run and is wrong now is not written, and says why', async () => {
  const { body } = await upload('工号,分数\nS1,1\nS3,2\n');
  await ask(body.id, 'dry-run');
  staff.delete('S3');
  expect(await ask(body.id, 'commit')).toMatchObject({ status: 409, body: { state: 'faulty' } });
  expect(await written()).toEqual([]);
  const reply = await edge.app.inject({ url: `/api/imports/${body.id}` });
  expect(reply.json<View>()).toMatchObject({ state: 'faulty', errors: [{ row: 3, column: 'staff', code: 'unknown' }] });
});

it('CUS-4 all rows or none: a row the database refuses takes the others back', async () => {
  staff.add('burst');
  const { body } = await upload('工号,分数\nS1,1\nburst,2\n');
  await ask(body.id, 'dry-run');
  expect((await ask(body.id, 'commit')).status).toBeGreaterThanOrEqual(400);
  expect(await written()).toEqual([]);
  expect((await edge.app.inject({ url: `/api/imports/${body.id}` })).json<View>().state).toBe('checked');
});

it('CUS-4 two commits at once write once', async () => {
  const { body } = await upload('工号,分数\nS1,1\n');
  await ask(body.id, 'dry-run');
  const answers = await Promise.all([ask(body.id, 'commit'), ask(body.id, 'commit')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await written()).toEqual(['S1 1']);
});

it('IDN-2 without the kind’s permission it is 403, an unknown kind is 422 with the list, another’s import is 404', async () => {
  const { body } = await upload('工号,分数\nS1,1\n');
  actor = other;
  for (const action of ['dry-run', 'commit'] as const) expect((await ask(body.id, action)).status).toBe(404);
  expect((await edge.app.inject({ url: `/api/imports/${body.id}` })).statusCode).toBe(404);
  actor = nobody;
  expect((await upload('工号,分数\nS1,1\n')).status).toBe(403);
  expect((await edge.app.inject({ url: '/api/imports/kinds' })).json<{ data: unknown[] }>().data).toEqual([]);
  actor = hr;
  const unknown = await upload('a\n1\n', 'weather');
  expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown-import-kind' } });
  expect(JSON.stringify(unknown.body)).toContain('marks');
});

it('S7 what is no table is 422 at the file', async () => {
  for (const [bytes, name] of [
    ['%PDF-1.7', 'a.pdf'],
    ['', 'a.csv'],
    ['MZ\u0000', 'a.csv'],
  ] as const) {
    const { status, body } = await upload(bytes, 'marks', name);
    expect([status, body.errors]).toMatchObject([422, [{ pointer: '/file' }]]);
  }
});

it('CUS-5 the file is unreadable in the table, gone after the commit, and gone after three days without one', async () => {
  const { body } = await upload('工号,分数\nS1,1\n');
  const stored = async (id: string) => {
    const rows: { sealed_file: Buffer | null }[] = await edge.db.query(
      'select sealed_file from exchange.import where id = $1',
      [id],
    );
    return rows[0]?.sealed_file;
  };
  expect((await stored(body.id))?.toString('utf8')).not.toContain('S1');
  await ask(body.id, 'dry-run');
  await ask(body.id, 'commit');
  expect(await stored(body.id)).toBeNull();
  const forgotten = await upload('工号,分数\nS1,1\n');
  await ask(forgotten.body.id, 'dry-run');
  await edge.db.query("update exchange.import set kept_until = kept_until - interval '73 hours'");
  await edge.app.get(Housekeeping).round();
  expect(await stored(forgotten.body.id)).toBeNull();
  expect(await ask(forgotten.body.id, 'commit')).toMatchObject({ status: 409, body: { code: 'file-gone' } });
});

it('CUS-4 the template has the headings, and is itself a table that can be filled', async () => {
  const list = (await edge.app.inject({ url: '/api/imports/kinds' })).json<{
    data: { kind: string; columns: object[] }[];
  }>();
  expect(list.data).toMatchObject([{ kind: 'marks', columns: [{ key: 'staff' }, { key: 'points' }] }]);
  const csv = await edge.app.inject({ url: '/api/imports/kinds/marks/template?format=csv' });
  expect(csv.rawPayload.toString('utf8')).toBe('\ufeff工号,分数\r\n');
  const sheet = await edge.app.inject({ url: '/api/imports/kinds/marks/template' });
  const { body } = await upload(sheet.rawPayload, 'marks', 'marks.xlsx');
  expect((await ask(body.id, 'dry-run')).body.errors).toMatchObject([{ code: 'no-rows' }]);
  expect((await edge.app.inject({ url: '/api/imports/kinds/weather/template' })).statusCode).toBe(404);
});

it('PLG-1 the tables go down with rows in place and up again', async () => {
  await upload('工号,分数\nS1,1\n');
  const room = { room: 'exchange', migrations: exchangeRoom.migrations };
  expect(await migrateDown(edge.db, room, 9)).toHaveLength(1);
  await migrateUp(edge.db, [room]);
  expect((await upload('工号,分数\nS1,1\n')).status).toBe(201);
});
