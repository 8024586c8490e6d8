import { randomUUID } from 'node:crypto';
import type { Scope, Subject, UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { auditRoom, Recorder, Timeline } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { DataKeys, privacyRoom } from '@bihuan/privacy';
import type { TestRooms } from '@bihuan/testing-harness';
import { testRooms } from '@bihuan/testing-harness';
import { WorkPush } from './live';
import { TaskKinds, WorkSources } from './registries';
import { DONE_PERMISSION } from './task';
import { taskEraser } from './task-eraser';
import type { NewTask } from './tasks';
import { Tasks } from './tasks';
import { WorkList } from './work-list';
import { workRoom } from './work.manifest';

const NOW = new Date('2026-09-17T08:00:00+08:00');
const UNIT = randomUUID();

const person = (scope?: Scope, unitId = UNIT): UserActor => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '王晓',
  unitId,
  unitsBelow: [unitId],
  permissions: new Map(scope ? [[DONE_PERMISSION, scope]] : []),
});

const formSubject = (): Subject => ({ module: 'hotline', kind: 'problem-form', id: randomUUID() });

describe('tasks', () => {
  let rooms: TestRooms;
  let tasks: Tasks;
  let list: WorkList;
  let keys: DataKeys;
  let timeline: Timeline;
  const kinds = new TaskKinds();
  const sources = new WorkSources();

  beforeAll(async () => {
    rooms = await testRooms([clockRoom, privacyRoom, auditRoom, workRoom], NOW);
    keys = new DataKeys(rooms.work);
    timeline = new Timeline(rooms.work, keys);
    tasks = new Tasks(rooms.work, new Recorder(keys), kinds, new WorkPush(rooms.bus));
    list = new WorkList(rooms.work, sources);
  });
  afterAll(() => rooms.close());

  const create = (task: Partial<NewTask> & { assigneeId: string | null }) =>
    rooms.work.run(systemActor('deadlines'), (tx) =>
      tasks.create(tx, {
        subject: formSubject(),
        kind: 'chase',
        unitId: UNIT,
        title: { zh: '催办', en: 'Chase' },
        dueAt: NOW,
        ...task,
      }),
    );

  it('HOT-8 puts a task on the list of its assignee, who may see the story of the subject', async () => {
    const [mine, other] = [person(), person()];
    const subject = formSubject();
    const id = await create({ assigneeId: mine.employeeId, subject, number: '2026091701001' });
    expect(await list.of(mine)).toEqual([
      {
        id,
        subject,
        kind: 'chase',
        number: '2026091701001',
        title: { zh: '催办', en: 'Chase' },
        state: 'open',
        dueAt: NOW,
        allowedActions: ['done'],
      },
    ]);
    expect(await list.of(other)).toEqual([]);
    expect(await timeline.participated(subject, mine.employeeId)).toBe(true);
    expect(await timeline.of(subject)).toMatchObject([{ action: 'task-created', data: { task: id, kind: 'chase' } }]);
  });

  it('HOT-8 shows a task without assignee to everybody of the unit', async () => {
    const unitId = randomUUID();
    const id = await create({ assigneeId: null, unitId });
    expect(await list.of(person(undefined, unitId))).toMatchObject([{ id }]);
    expect(await list.of(person())).toEqual([]);
  });

  it('HOT-8 runs what follows a done task in the same transaction', async () => {
    const actor = person();
    const seen: string[] = [];
    kinds.add('follow', {
      onDone: (_tx, task, text) => {
        seen.push(`${task.state} ${text}`);
        return text === '失败' ? Promise.reject(new Error('broken')) : Promise.resolve();
      },
    });
    const id = await create({ assigneeId: actor.employeeId, kind: 'follow' });
    await expect(tasks.done(actor, id, '失败')).rejects.toThrow('broken');
    expect(await list.of(actor)).toHaveLength(1);
    expect(await tasks.done(actor, id, '已催')).toMatchObject({ state: 'done', closedAt: NOW, version: 2 });
    expect(seen).toEqual(['done 失败', 'done 已催']);
    expect(await list.of(actor)).toEqual([]);
  });

  it('SYS-01 answers the state and no action for a task that is closed, stale-version for an old one', async () => {
    const actor = person();
    const id = await create({ assigneeId: actor.employeeId });
    await expect(tasks.done(actor, id, '已催', 7)).rejects.toMatchObject({ code: 'stale-version' });
    await tasks.done(actor, id, '已催', 1);
    await expect(tasks.done(actor, id, '再催')).rejects.toMatchObject({
      kind: 'wrong-state',
      details: { state: 'done', allowedActions: [] },
    });
  });

  it('IDN-2 lets colleagues with the right do it, refuses the others, hides it from other units', async () => {
    const id = await create({ assigneeId: randomUUID() });
    await expect(tasks.done(person(undefined, randomUUID()), id, '已催')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(tasks.done(person('own'), id, '已催')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(tasks.done(person('unit'), id, '已催')).resolves.toMatchObject({ state: 'done' });
    await expect(tasks.done(person('all'), randomUUID(), '已催')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('HOT-8 closes the open tasks of a kind when the matter goes on, also one made in the same transaction', async () => {
    const actor = person();
    const subject = formSubject();
    await create({ assigneeId: actor.employeeId, subject });
    await create({ assigneeId: actor.employeeId, subject, kind: 'call-back' });
    const closed = await rooms.work.run(systemActor('hotline'), async (tx) => {
      await tasks.create(tx, { subject, kind: 'chase', assigneeId: null, unitId: UNIT, title: { zh: '催', en: 'C' } });
      return tasks.closeOpen(tx, subject, 'chase', 'not-done');
    });
    expect(closed).toBe(2);
    expect((await list.of(actor)).map(({ kind }) => kind)).toEqual(['call-back']);
    expect((await timeline.of(subject)).map(({ action }) => action)).toContain('task-not-done');
  });

  it('CUS-5 keeps the words under the customer’s key and loses them with him', async () => {
    const customerId = randomUUID();
    const actor = person();
    const subject = formSubject();
    const recorder = new Recorder(keys);
    await rooms.work.run(actor, async (tx) => {
      const keyId = keys.create(tx, customerId);
      await recorder.record(tx, { subject, action: 'created', personal: { name: '张三' }, keyId });
    });
    const id = await create({ assigneeId: actor.employeeId, subject });
    const late = await create({ assigneeId: actor.employeeId, subject });
    await tasks.done(actor, id, '张三说周五来');
    const words = () => rooms.db.query('select text from work.task where id = $1', [id]);
    expect(await words()).toEqual([{ text: '张三说周五来' }]);
    const last = async () => (await timeline.of(subject)).at(-1);
    expect(await last()).toMatchObject({ action: 'task-done', personal: { text: '张三说周五来' }, data: { task: id } });
    expect((await last())?.data).not.toHaveProperty('text');
    await rooms.work.run(actor, async (tx) => {
      expect(await taskEraser.erase(tx, customerId)).toBe(1);
      await keys.destroy(tx, customerId);
    });
    expect(await words()).toEqual([{ text: null }]);
    expect(await last()).not.toHaveProperty('personal');
    // A task left open is done after the erasure: what is said then is kept nowhere.
    await tasks.done(actor, late, '张三又说周六来');
    expect(
      await rooms.db.query('select 1 from work.task where text is not null and subject_id = $1', [subject.id]),
    ).toEqual([]);
    expect(JSON.stringify(await timeline.of(subject))).not.toContain('周六');
  });

  it('HOT-8 keeps the words of a task in whose subject no customer stands in the open', async () => {
    const actor = person();
    const subject = formSubject();
    const id = await create({ assigneeId: actor.employeeId, subject });
    await tasks.done(actor, id, '编号规则已核对');
    expect((await timeline.of(subject)).at(-1)?.data).toMatchObject({ text: '编号规则已核对' });
  });

  it('DLN-6 merges what the modules list with the tasks, the earliest due first', async () => {
    const actor = person();
    const subject = formSubject();
    const early = new Date(NOW.getTime() - 3_600_000);
    sources.add('hotline', {
      list: ({ employeeId }) =>
        Promise.resolve(
          employeeId === actor.employeeId
            ? [
                {
                  subject,
                  kind: 'problem-form',
                  title: { zh: '表', en: 'Form' },
                  state: 'referred',
                  dueAt: early,
                  allowedActions: ['accept'],
                },
              ]
            : [],
        ),
    });
    await create({ assigneeId: actor.employeeId });
    expect((await list.of(actor)).map(({ kind }) => kind)).toEqual(['problem-form', 'chase']);
  });

  it('DLN-6 calls the console of the assignee after the commit, not before', async () => {
    const [undone, actor] = [person(), person()];
    const unitId = randomUUID();
    const awaited = new Set([`work-unit:${unitId}`, `work:${actor.employeeId}`]);
    const calls: string[] = [];
    let resolve: () => void = () => undefined;
    const called = new Promise<void>((done) => (resolve = done));
    await rooms.bus.listen('bihuan_live', (payload) => {
      calls.push(payload);
      if (awaited.delete(payload) && awaited.size === 0) resolve();
    });
    const failing = rooms.work.run(systemActor('deadlines'), async (tx) => {
      const title = { zh: '催办', en: 'Chase' };
      await tasks.create(tx, {
        subject: formSubject(),
        kind: 'chase',
        assigneeId: undone.employeeId,
        unitId: UNIT,
        title,
      });
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    await create({ assigneeId: null, unitId });
    await create({ assigneeId: actor.employeeId });
    await called;
    expect(calls).not.toContain(`work:${undone.employeeId}`);
  });
});
