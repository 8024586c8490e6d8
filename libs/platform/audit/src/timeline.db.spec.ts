/** One record serves audit log and timeline; whoever acts on a subject belongs to it (IDN-2, IDN-3, IDN-4). */
import { randomUUID } from 'node:crypto';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { DataKeys } from '@bihuan/privacy';
import { Recorder } from './record';
import { Timeline } from './timeline';
import { NOW, scene, type Scene } from './test/scene';

const person = (): UserActor => ({
  kind: 'user',
  userId: randomUUID(),
  employeeId: randomUUID(),
  name: '李敏',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map(),
  ip: '10.0.0.7',
  requestId: 'req-1',
});
const subject = (): Subject => ({ module: 'hotline', kind: 'contact', id: randomUUID() });

let test: Scene;
let recorder: Recorder;
let timeline: Timeline;
let keys: DataKeys;
beforeAll(async () => {
  test = await scene();
  keys = new DataKeys(test.work);
  recorder = new Recorder(keys);
  timeline = new Timeline(test.work, keys);
});
afterAll(() => test.close());

it('IDN-4 tells what happened to the subject in order, with who and when, and nothing of others', async () => {
  const [matter, other] = [subject(), subject()];
  const agent = person();
  const earlier = new Date(NOW.getTime() - 60_000);
  await test.work.run(agent, async (tx) => {
    const keyId = keys.create(tx, null);
    await recorder.record(tx, {
      subject: matter,
      action: 'taken',
      data: { channel: 'phone' },
      personal: { text: '吞卡' },
      keyId,
    });
    await recorder.record(tx, { subject: other, action: 'taken' });
  });
  await test.work.run(systemActor('deadlines'), (tx) =>
    recorder.record(tx, { subject: matter, action: 'deadline-breached', data: { stage: 'result' }, at: earlier }),
  );
  expect(await timeline.of(matter)).toEqual([
    {
      id: expect.any(String),
      at: NOW,
      action: 'taken',
      actor: { id: agent.employeeId, name: '李敏' },
      data: { channel: 'phone' },
      personal: { text: '吞卡' },
    },
    {
      id: expect.any(String),
      at: earlier,
      action: 'deadline-breached',
      actor: { id: null, name: 'deadlines' },
      data: { stage: 'result' },
    },
  ]);
  // The same id in another module or kind is another story.
  expect(await timeline.of({ ...matter, kind: 'problem-form' })).toEqual([]);
  expect(await timeline.of({ ...matter, module: 'revisit' })).toEqual([]);
});

it('IDN-3 an entry says who, from where and by which request; personal values stand there only sealed', async () => {
  const matter = subject();
  const agent = person();
  await test.work.run(agent, async (tx) => {
    const keyId = keys.create(tx, null);
    await recorder.record(tx, { subject: matter, action: 'taken', personal: { text: '王建国' }, keyId });
  });
  const [row] = await test.work.query<{ sealed_values: Buffer }>('select * from audit.entry where subject_id = $1', [
    matter.id,
  ]);
  expect(row).toMatchObject({
    actor_id: agent.employeeId,
    actor_name: '李敏',
    ip: '10.0.0.7',
    request_id: 'req-1',
    data: {},
  });
  expect(row?.sealed_values.includes(Buffer.from('王建国'))).toBe(false);
});

it('CUS-5 personal values without a key are refused: nothing is recorded', async () => {
  const matter = subject();
  const recording = test.work.run(person(), (tx) =>
    recorder.record(tx, { subject: matter, action: 'taken', personal: { text: 'x' } }),
  );
  await expect(recording).rejects.toThrow('"taken" has personal values but no data key.');
  expect(await timeline.of(matter)).toEqual([]);
});

it('IDN-2 whoever acts, or is made part of it, belongs to the subject; the suite itself does not', async () => {
  const matter = subject();
  const [agent, handler, stranger] = [person(), person(), person()];
  await test.work.run(agent, async (tx) => {
    await recorder.record(tx, { subject: matter, action: 'referred' });
    await recorder.record(tx, { subject: matter, action: 'referred-again' });
    recorder.participate(tx, matter, handler.employeeId);
  });
  await test.work.run(agent, (tx) => recorder.record(tx, { subject: matter, action: 'once-more' }));
  const belongs = (who: UserActor) => timeline.participated(matter, who.employeeId);
  expect([await belongs(agent), await belongs(handler), await belongs(stranger)]).toEqual([true, true, false]);
  expect(await test.work.query('select 1 from audit.participant where subject_id = $1', [matter.id])).toHaveLength(2);
});
