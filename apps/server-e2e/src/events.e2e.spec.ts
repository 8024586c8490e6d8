/** Modules meet in events only: hand-offs wait for a module, a poison event is parked, processes share the work (EVT-1, EVT-2). */
import type { DataSource } from 'typeorm';
import { emptyDatabase, type TestDatabase } from '@bihuan/testing-kit';
import { lookInto } from './support/archive';
import { handle, makeForm, path, read } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

const START = '2026-09-17T09:00:00+08:00';

/** From the call to the conclusion. */
async function conclude(suite: PlayedSuite, more: Json = {}): Promise<Json> {
  const [agent, engineer] = [await suite.as('agent'), await suite.as('engineer')];
  const form = await makeForm(agent, more);
  await agent.do(`${path(form)}/refer`, { customerAgreed: true });
  await handle(engineer, form);
  return agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
}

const tasksOf = async (person: Person, form: Json) =>
  (await person.list('/revisit/tasks')).filter(({ number }) => number === form['number']);

describe('hand-offs', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await emptyDatabase('e2e')));
  afterAll(() => database.close());
  const deployed = (modules: string) => playSuite(START, { DATABASE_URL: database.url, SUITE_MODULES: modules });

  let taken: Json;
  let left: Json;

  it('EVT-2 without the revisit module its work waits on a list, with what it is about; a person takes one', async () => {
    const suite = await deployed('hotline');
    try {
      const admin = await suite.as('admin');
      expect((await admin.get('/revisit/tasks')).status).toBe(404);
      expect((await admin.list('/modules')).map(({ id }) => id)).toEqual(['hotline']);
      [taken, left] = [await conclude(suite), await conclude(suite)];
      await suite.clock(START);
      const waiting = async () => (await admin.list('/hand-offs')).filter(({ module }) => module === 'revisit');
      expect(await waiting()).toMatchObject(
        [taken, left].map(({ id, number }) => ({
          event: 'hotline.problem-form.concluded.v1',
          title: { zh: '用户问题处理完毕，待回访' },
          subject: { module: 'hotline', kind: 'problem-form', id },
          payload: { number, formId: id },
          personal: { customerName: '王建国', phone: '13812345678' },
        })),
      );
      const [first] = await waiting();
      expect(await admin.do(`/hand-offs/${String(first?.['id'])}/take`, {})).toMatchObject({ state: 'taken' });
      expect(await waiting()).toMatchObject([{ subject: { id: left['id'] } }]);
      expect((await admin.post(`/hand-offs/${String(first?.['id'])}/take`, {})).status).toBe(404);
      const timeline = await admin.list(`/timeline?filter[subject]=hotline:problem-form:${String(taken['id'])}`);
      expect(timeline.at(-1)).toMatchObject({ action: 'hand-off-taken', data: { for: 'revisit' } });
      // The list is not everybody's.
      expect((await (await suite.as('engineer')).get('/hand-offs')).status).toBe(403);
    } finally {
      await suite.close();
    }
  });

  it('EVT-2 deployed later it catches up, but not with what a person took, and only once', async () => {
    for (let start = 0; start < 2; start++) {
      const suite = await deployed('hotline,revisit');
      try {
        await suite.clock('2026-09-18T09:00:00+08:00');
        const agent = await suite.as('agent');
        expect(await tasksOf(agent, left)).toHaveLength(1);
        expect(await tasksOf(agent, taken)).toEqual([]);
        expect(
          (await (await suite.as('admin')).list('/hand-offs')).filter(({ module }) => module === 'revisit'),
        ).toEqual([]);
      } finally {
        await suite.close();
      }
    }
  });

  it('HOT-7c EVT-2 a service complaint waits for complaints, which are not deployed, and keeps one owner', async () => {
    const suite = await deployed('hotline,revisit');
    try {
      const [agent, admin] = [await suite.as('agent'), await suite.as('admin')];
      const form = await makeForm(agent, { category: 'service', kind: undefined, description: '服务态度差' });
      await agent.do(`${path(form)}/refer`, { customerAgreed: true });
      await suite.clock('2026-09-18T09:00:00+08:00');
      const waiting = (await admin.list('/hand-offs')).filter(({ module }) => module === 'complaints');
      expect(waiting).toMatchObject([
        {
          event: 'hotline.service-complaint.raised.v1',
          subject: { kind: 'problem-form', id: form['id'] },
          personal: { matter: '服务态度差' },
        },
      ]);
      expect(await read(agent, form)).toMatchObject({ state: 'referred', officer: { id: agent.employeeId } });
    } finally {
      await suite.close();
    }
  });
});

describe('a poison event', () => {
  let suite: PlayedSuite;
  let db: DataSource;
  beforeAll(async () => {
    suite = await playSuite(START);
    db = await lookInto(suite.databaseUrl);
  });
  afterAll(async () => {
    await db.destroy();
    await suite.close();
  });

  it('EVT-1 is parked and listed, the others go on; sent again it has its effect, once', async () => {
    const [agent, admin] = [await suite.as('agent'), await suite.as('admin')];
    // Revisit cannot handle one of the two: its table does not take it.
    await db.query("alter table revisit.task add constraint broken check (description <> '毒')");
    const poison = await conclude(suite, { description: '毒' });
    const sound = await conclude(suite);
    await suite.clock('2026-09-18T09:00:00+08:00');
    expect([await tasksOf(agent, poison), (await tasksOf(agent, sound)).length]).toEqual([[], 1]);
    const parked = await admin.list('/parked-events');
    expect(parked).toMatchObject([{ subject: { id: poison['id'] }, state: 'parked' }]);
    // What PostgreSQL quotes of the row is not kept.
    expect(JSON.stringify(parked[0]?.['error'])).not.toContain('毒');
    expect((await agent.get('/parked-events')).status).toBe(403);

    await db.query('alter table revisit.task drop constraint broken');
    const address = `/parked-events/${String(parked[0]?.['id'])}/replay`;
    await admin.do(address, {});
    await suite.clock('2026-09-18T09:00:00+08:00');
    expect(await tasksOf(agent, poison)).toHaveLength(1);
    expect(await admin.list('/parked-events')).toEqual([]);
    expect((await admin.post(address, {})).status).toBe(404);
  });
});

describe('processes apart', () => {
  it('PLG-4 EVT-1 what the API process was told, the worker process carries on; moving the clock waits for both', async () => {
    const database = await emptyDatabase('e2e');
    const start = (role: string) => playSuite(START, { DATABASE_URL: database.url, SUITE_ROLE: role });
    const api = await start('api');
    const worker = await start('worker');
    try {
      expect(worker.url).toBe('');
      const form = await conclude(api);
      const agent = await api.as('agent');
      // The worker is woken by the conclusion itself; nobody moves the clock.
      for (const end = performance.now() + 15_000; (await tasksOf(agent, form)).length === 0;) {
        if (performance.now() > end) throw new Error('waited in vain for the revisit');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await api.clock('2026-09-18T09:00:00+08:00');
      expect(await tasksOf(agent, form)).toHaveLength(1);
    } finally {
      await worker.close();
      await api.close();
      await database.close();
    }
  });
});
