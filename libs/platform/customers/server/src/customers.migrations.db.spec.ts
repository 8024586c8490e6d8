import { migrateDown, migrateUp } from '@bihuan/database';
import { customersMigrations } from './customers.migrations';
import type { CustomersScene } from './test/customers-scene';
import { customersScene, officer } from './test/customers-scene';

describe('migrations', () => {
  let scene: CustomersScene;
  beforeAll(async () => {
    scene = await customersScene();
  });
  afterAll(() => scene.close());

  it('PLG-1 CUS-1 go down with rows in place and up again', async () => {
    const create = () => scene.work.run(officer, (tx) => scene.customers.create(tx, { name: '客户', kind: 'company' }));
    await create();
    const room = { room: 'customers', migrations: customersMigrations };
    expect(await migrateDown(scene.db, room, customersMigrations.length)).toHaveLength(customersMigrations.length);
    expect(await scene.db.query("select 1 from pg_namespace where nspname = 'customers'")).toEqual([]);
    await migrateUp(scene.db, [room]);
    await create();
  });

  it('CUS-5 keep no samples of personal columns in the planner statistics', async () => {
    await scene.work.run(officer, async (tx) => {
      const contacts = [{ name: '统计人', phone: '13600000001' }];
      const { id } = await scene.customers.create(tx, { name: '统计客户', kind: 'company', contacts });
      await scene.customers.addSite(tx, id, { name: '统计网点' });
    });
    await scene.db.query('analyze');
    const rows = await scene.db.query(
      `select distinct attname from pg_stats where schemaname = 'customers'
         and attname in ('name', 'name_key', 'phone', 'phone_digits', 'address', 'serial', 'email')`,
    );
    expect(rows).toEqual([]);
  });
});
