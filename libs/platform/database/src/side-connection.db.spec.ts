/** Statements beside a transaction stand by themselves, and many at once do not wait for one another. */
import type { Settings } from '@bihuan/plugin-kit';
import { Deployment, systemActor } from '@bihuan/plugin-kit';
import { SideConnection } from './side-connection';
import { scene, type Scene } from './test/scene';

let test: Scene;
let side: SideConnection;
beforeAll(async () => {
  test = await scene();
  side = new SideConnection(new Deployment({ databaseUrl: test.url } as Settings, []));
  await test.db.query('create table public.tally (n int)');
});
afterAll(async () => {
  await side.onApplicationShutdown();
  await test.close();
});

const count = async () => (await side.query<{ n: number }>('select count(*)::int as n from public.tally'))[0]?.n;

it('SYS-08 what was written beside a transaction stays when that is taken back', async () => {
  const refused = test.work.run(systemActor('test'), async (tx) => {
    await tx.query('insert into public.tally values (1)');
    await side.query('insert into public.tally values ($1)', [2]);
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect(await side.query('select n from public.tally')).toEqual([{ n: 2 }]);
});

it('SYS-08 as many transactions as the pool has connections, and more, all get their turn', async () => {
  const before = (await count()) ?? 0;
  const many = Array.from({ length: 24 }, () =>
    test.work.run(systemActor('test'), async (tx) => {
      await tx.query('select pg_sleep(0.05)');
      await side.query('insert into public.tally values (3)');
    }),
  );
  await Promise.all(many);
  expect(((await count()) ?? 0) - before).toBe(24);
});
