/** The tables of complaints: rows in and out, the queue is an index, erasure, repairs once an order, migrations (CMP-3, CMP-16, CUS-5). */
import { randomUUID } from 'node:crypto';
import { migrateDown, migrateUp } from '@bihuan/database';
import { bound } from '@bihuan/matters';
import { systemActor } from '@bihuan/plugin-kit';
import type { TestRooms } from '@bihuan/testing-harness';
import { testRooms } from '@bihuan/testing-harness';
import { complaint as matter } from '../complaint.matter';
import { manifest } from '../complaints.manifest';
import type { Complaint } from '../domain/complaint.state';
import { newReport } from '../domain/report.rules';
import { aComplaint, HANDLER, NOW, OFFICER, UNIT } from '../test/complaint.builder';
import { complaints } from './complaint.store';
import { RepairStore } from './repair.store';

let rooms: TestRooms;
let serial = 0;

beforeAll(async () => {
  rooms = await testRooms([manifest], NOW);
}, 60_000);
afterAll(() => rooms.close());

const stored = (more: Partial<Complaint> = {}): Complaint =>
  aComplaint({ id: randomUUID(), keyId: randomUUID(), number: `TS${++serial}`, ...more }, 'telecom');

const add = (...rows: Complaint[]): Promise<void> =>
  rooms.work.run(systemActor('test'), (tx) => {
    for (const row of rows) complaints.add(tx, row);
    return Promise.resolve();
  });

const at = NOW.toISOString();
const said = (text: string) => ({ text, by: OFFICER, at });

/** A case with the customer's words in every column that can hold them. */
const full = (more: Partial<Complaint>): Complaint =>
  stored({
    customerName: '金丝雀',
    phone: '13877771111',
    contact: '金丝雀',
    address: '金丝雀路',
    matter: '金丝雀',
    demand: '金丝雀',
    recording: '金丝雀',
    customersChoice: '金丝雀',
    road: [
      {
        unitId: UNIT,
        fromId: null,
        way: 'dispatched',
        at,
        by: OFFICER,
        reason: '金丝雀',
        fedBackAt: at,
        feedback: '金丝雀',
      },
    ],
    relay: { unitId: UNIT, by: OFFICER, at, text: '金丝雀' },
    acknowledged: said('金丝雀'),
    checked: said('金丝雀'),
    validity: {
      valid: true,
      sufficient: true,
      groundsReason: '金丝雀',
      reasonable: true,
      demandReason: '金丝雀',
      consent: { given: true, words: '金丝雀' },
      by: OFFICER,
      at,
    },
    investigation: { facts: '金丝雀', cause: 'other', causeText: '金丝雀', persons: [], by: HANDLER, at },
    proposals: [{ id: randomUUID(), text: '金丝雀', by: HANDLER, at, compensation: null }],
    decision: { ...said('金丝雀'), proposalId: randomUUID() },
    carriedOut: { ...said('金丝雀'), consent: '金丝雀' },
    answer: { ...said('金丝雀'), outcome: 'solved', way: 'phone', satisfied: true },
    report: {
      ...newReport('HB1', ['甲', '乙']),
      paper: said('金丝雀'),
      phoneNote: { ...said('金丝雀'), opinion: '金丝雀' },
      missingReason: '金丝雀',
    },
    feedback: said('金丝雀'),
    revisit: { satisfied: false, proposal: '金丝雀', text: '金丝雀', by: OFFICER, at },
    summary: { evaluation: '金丝雀', class: '服务', countermeasure: '金丝雀', by: OFFICER, at },
    screening: { ...said('金丝雀'), handlingWrong: true },
    rehandlings: [
      {
        number: 'ZCL1',
        round: 2,
        opinion: '金丝雀',
        revisitText: '金丝雀',
        screenedBy: OFFICER,
        at,
        unitId: UNIT,
        requirement: '金丝雀',
        dueAt: null,
        result: '金丝雀',
        handler: HANDLER,
        doneAt: at,
      },
    ],
    ...more,
  });

it('CMP-1 a complaint comes out of the table as it went in', async () => {
  for (const row of [
    stored({ level: 'nation', gravity: ['media'] }),
    full({ onTime: { fill: true }, promisedAt: NOW }),
  ]) {
    await add(row);
    expect(await complaints.find(rooms.work, 'r.id = $1', [row.id])).toEqual([row]);
  }
});

it('NUM-1 no two complaints have one number', async () => {
  const row = stored();
  await add(row);
  await expect(add(stored({ number: row.number }))).rejects.toThrow('complaint_number_key');
});

it('CUS-5 erasing a customer leaves none of his words; persons of the house, codes and instants stay', async () => {
  const customerId = randomUUID();
  const row = full({ customerId });
  const bystander = full({ customerId: randomUUID() });
  await add(row, bystander);
  await rooms.db.query('create schema if not exists privacy');
  await rooms.db.query('create table if not exists privacy.data_key (id uuid, customer_id uuid)');
  await rooms.work.run(systemActor('test'), (tx) => bound(matter).erase(tx, customerId));
  const [erased] = await complaints.find(rooms.work, 'r.id = $1', [row.id]);
  expect(JSON.stringify(erased)).not.toMatch(/金丝雀|13877771111/);
  expect(erased).toMatchObject({
    number: row.number,
    answer: { outcome: 'solved', by: OFFICER, at },
    road: [{ unitId: UNIT, way: 'dispatched' }],
    proposals: [{ by: HANDLER }],
    report: { number: 'HB1', paper: { by: OFFICER } },
    rehandlings: [{ number: 'ZCL1', handler: HANDLER }],
    validity: { valid: true, consent: null },
  });
  expect(await complaints.find(rooms.work, 'r.id = $1', [bystander.id])).toEqual([bystander]);
});

it('CMP-3 the queue of 10,000 open complaints is read in its order from an index', async () => {
  await add(stored());
  await rooms.db.query(
    `insert into complaints.complaint select made.* from generate_series(1, 10000) n,
       (select * from complaints.complaint where state = 'registered' limit 1) one,
       jsonb_populate_record(null::complaints.complaint, to_jsonb(one) || jsonb_build_object(
         'id', gen_random_uuid(), 'number', 'Q' || n, 'priority', 9999 - n % 7 * 1000,
         'due_at', one.created_at + n * interval '1 s')) made`,
  );
  await rooms.db.query('analyze complaints.complaint');
  const plan: { 'QUERY PLAN': string }[] = await rooms.db.query(
    `explain select r.id from complaints.complaint r where ${matter.openSql}
     order by r.priority, coalesce(r.due_at, 'infinity'), r.id limit 50`,
  );
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using complaint_queue/);
}, 60_000);

it('CMP-16 an order counts once, by its latest version; an older one that comes later changes nothing', async () => {
  const repairs = new RepairStore(rooms.work);
  expect(await repairs.isCounted()).toBe(false);
  const order = { orderId: randomUUID(), day: '2026-09-30', unitId: UNIT, counts: true };
  const note = (version: number, more: object = {}): Promise<void> =>
    rooms.work.run(systemActor('test'), (tx) => repairs.note(tx, { ...order, version, ...more }));
  await note(1);
  await note(3, { day: '2026-10-01' });
  await note(2, { counts: false });
  expect([
    await repairs.counted('2026-09-01', '2026-09-30'),
    await repairs.counted('2026-10-01', '2026-10-31'),
  ]).toEqual([[], [{ unitId: UNIT, count: 1 }]]);
  await note(4, { counts: false });
  expect(await repairs.counted('2026-10-01', '2026-10-31')).toEqual([]);
  expect(await repairs.isCounted()).toBe(true);
});

it('CMP-16 entered repairs of whole months only; entered again they replace', async () => {
  const repairs = new RepairStore(rooms.work);
  const enter = (month: string, count: number): Promise<void> =>
    rooms.work.run(systemActor('test'), (tx) =>
      repairs.enter(tx, { month, unitId: UNIT, repairs: count, by: OFFICER.id, source: 'entered' }),
    );
  await enter('2026-07', 10);
  await enter('2026-08', 20);
  await enter('2026-08', 25);
  expect(await repairs.entered('2026-07-01', '2026-09-30')).toEqual([{ unitId: UNIT, count: 35, source: 'entered' }]);
  expect(await repairs.entered('2026-07-02', '2026-08-31')).toEqual([{ unitId: UNIT, count: 25, source: 'entered' }]);
});

it('PLG-1 the migrations go down with rows in place and up again', async () => {
  const room = { room: 'complaints', migrations: manifest.migrations };
  expect(await migrateDown(rooms.db, room, manifest.migrations.length)).toEqual(
    [...manifest.migrations].reverse().map(({ name }) => name),
  );
  expect(await rooms.db.query("select 1 from pg_namespace where nspname = 'complaints'")).toEqual([]);
  await migrateUp(rooms.db, [room]);
  await add(stored());
  expect(await complaints.find(rooms.work, 'true')).toHaveLength(1);
});
