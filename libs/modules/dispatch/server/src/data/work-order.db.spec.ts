/** The table of work orders: what goes in comes out, the queue is an index, migrations go down and up with rows in place. */
import { randomUUID } from 'node:crypto';
import { migrateDown, migrateUp } from '@bihuan/database';
import { systemActor } from '@bihuan/plugin-kit';
import type { TestRooms } from '@bihuan/testing-harness';
import { testRooms } from '@bihuan/testing-harness';
import { manifest } from '../dispatch.manifest';
import { reassigned } from '../domain/dispatching.decide';
import { signed } from '../domain/sheet.decide';
import type { WorkOrder } from '../domain/work-order.state';
import { planApproved } from '../domain/working.decide';
import { acceptedOrder, at, DISPATCHER, ENGINEER, OPENED, OTHER, solvedOrder } from '../test/work-order.builder';
import { workOrder } from '../work-order.part';
import { loadOf } from './load.store';
import { workOrders } from './work-order.store';

let rooms: TestRooms;

beforeAll(async () => {
  rooms = await testRooms([manifest], OPENED);
}, 60_000);
afterAll(() => rooms.close());

const UUIDS: readonly (keyof WorkOrder)[] = [
  'officerId',
  'intakeUnitId',
  'unitId',
  'engineerId',
  'dispatcherId',
  'keyId',
  'regionUnitId',
];

let serial = 0;

/** The builder's names become ids, so that the row can be stored. */
function stored(order: WorkOrder, more: Partial<WorkOrder> = {}): WorkOrder {
  const ids = Object.fromEntries(UUIDS.map((field) => [field, order[field] === null ? null : randomUUID()]));
  serial += 1;
  return { ...order, ...ids, id: randomUUID(), number: `PD20260917-1001-${serial}`, ...more };
}

const add = (...orders: WorkOrder[]): Promise<void> =>
  rooms.work.run(systemActor('test'), (tx) => {
    for (const order of orders) workOrders.add(tx, order);
    return Promise.resolve();
  });

it('DSP-1 an order comes out of the table as it went in, texts, instants, sheet, plan, signature and all', async () => {
  const signing = {
    name: '王建国',
    place: '站',
    device: '手机',
    withCode: true,
    attachmentId: null,
    remark: '好',
    rating: 4,
  };
  const noted = reassigned(acceptedOrder(), { unitId: 'station', engineer: OTHER }, '昨夜停电', DISPATCHER, at(5));
  const planned = planApproved(noted, { approvedBy: '主任', text: '换板', risks: '停机', rollback: '' }, at(6));
  const done = signed(solvedOrder({ onTime: { respond: true, conclude: false } }), signing, ENGINEER, at(55));
  for (const order of [stored(planned), stored({ ...done, gradeWeight: 2.5, dueAt: at(90) })]) {
    await add(order);
    expect(await workOrders.find(rooms.work, 'r.id = $1', [order.id])).toEqual([order]);
  }
});

it('NUM-1 DSP-1 no two orders have one number, and no state is stored that does not exist', async () => {
  const order = stored(acceptedOrder());
  await add(order);
  await expect(add(stored(acceptedOrder(), { number: order.number }))).rejects.toThrow('work_order_number_key');
  await expect(add(stored(acceptedOrder(), { state: 'lost' as never }))).rejects.toThrow('check');
});

it('DSP-2 load counts what somebody has at work: neither what he has solved nor what is over', async () => {
  const engineerId = randomUUID();
  const states = [
    'dispatched',
    'accepted',
    'suspended',
    'restored',
    'solved',
    'fed-back',
    'closed',
    'cancelled',
  ] as const;
  await add(...states.map((state) => stored(acceptedOrder(), { state, engineerId })));
  expect(await loadOf(rooms.work, [engineerId, randomUUID()])).toEqual(new Map([[engineerId, 4]]));
});

it('DSP-2 the queue by priority and due time is read from its index', async () => {
  await rooms.db.query(
    `insert into dispatch.work_order select made.* from generate_series(1, 5000) n,
       (select * from dispatch.work_order where state = 'accepted' limit 1) one,
       jsonb_populate_record(null::dispatch.work_order, to_jsonb(one) || jsonb_build_object(
         'id', gen_random_uuid(), 'number', 'Q' || n, 'priority_rank', n % 2,
         'due_at', one.created_at + n * interval '1 s')) made`,
  );
  await rooms.db.query('analyze dispatch.work_order');
  const plan: { 'QUERY PLAN': string }[] = await rooms.db.query(
    `explain select r.id from dispatch.work_order r where ${workOrder.openSql}
     order by r.priority_rank, coalesce(r.due_at, 'infinity'), r.id limit 50`,
  );
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using work_order_queue/);
}, 30_000);

it('PLG-1 the migrations go down with rows in place and up again', async () => {
  const room = { room: 'dispatch', migrations: manifest.migrations };
  expect(await migrateDown(rooms.db, room, manifest.migrations.length)).toEqual(
    [...manifest.migrations].reverse().map(({ name }) => name),
  );
  expect(await rooms.db.query("select 1 from pg_namespace where nspname = 'dispatch'")).toEqual([]);
  await migrateUp(rooms.db, [room]);
  await add(stored(acceptedOrder()));
  expect(await workOrders.find(rooms.work, 'true')).toHaveLength(1);
}, 30_000);
