/** Subscribers that take many at once get new events with the relay, and nothing else changes for anybody (EVT-1; ADR 0014). */
import { Logger } from '@nestjs/common';
import { Process, revisited, Stage, subject } from './test/post';

// Each fall back to single deliveries is a warning.
beforeAll(() => Logger.overrideLogger(['error']));

const stage = new Stage();

/** A process that has nothing left from before. */
async function settled(process: Process): Promise<Process> {
  await process.relay.relay();
  return process;
}

it('EVT-1 what takes many at once has its events when the relay is through; the others wait for a deliverer', async () => {
  const [one, two] = [subject(), subject()];
  const calls: number[][] = [];
  const process = await settled(
    new Process(stage.test, ['hotline']).hearsMany('hotline.many', revisited, calls).hears('hotline.one', revisited),
  );
  for (const round of [1, 2]) for (const about of [one, two]) await stage.post.revisited(about, round);
  expect(await process.relay.relay()).toBe(4);
  expect(calls).toEqual([[1, 1, 2, 2]]);
  expect(await stage.post.serials('hotline.one', one)).toEqual([]);
  expect(await stage.deliveries()).toEqual(
    Array.from({ length: 4 }, () => [
      { subscriber: 'hotline.many', state: 'done', attempts: 0, error: null },
      { subscriber: 'hotline.one', state: 'pending', attempts: 0, error: null },
    ]).flat(),
  );
  await process.drain();
  expect(calls).toHaveLength(1);
  expect(await stage.post.serials('hotline.one', one)).toEqual([1, 2]);
});

it('EVT-1 what waited when the process began comes as deliveries: it may be what killed the one before', async () => {
  const calls: number[][] = [];
  const process = new Process(stage.test, ['hotline']).hearsMany('hotline.many', revisited, calls);
  await stage.post.revisited(subject(), 1);
  await process.relay.relay();
  expect(calls).toEqual([]);
  expect(await stage.deliveries()).toEqual([
    { subscriber: 'hotline.many', state: 'pending', attempts: 0, error: null },
  ]);
  await stage.post.revisited(subject(), 2);
  await process.relay.relay();
  expect(calls).toEqual([[2]]);
});

it('EVT-1 a failure takes the round back and all come one by one: the poison event is parked, what is behind it waits', async () => {
  const [poisoned, sound] = [subject(), subject()];
  const process = await settled(
    new Process(stage.test, ['hotline']).hearsMany('hotline.many', revisited, [], (_, { subject: about, payload }) =>
      about.id === poisoned.id && (payload as { round: number }).round === 2
        ? Promise.reject(new Error('cannot be'))
        : Promise.resolve(),
    ),
  );
  for (const round of [1, 2]) for (const about of [poisoned, sound]) await stage.post.revisited(about, round);
  await process.drain();
  expect(await stage.post.serials('hotline.many', sound)).toEqual([1, 2]);
  // The line of the poisoned subject stands still, that of another goes on in passing.
  for (const about of [poisoned, sound]) await stage.post.revisited(about, 3);
  await process.relay.relay();
  expect(await stage.post.serials('hotline.many', sound)).toEqual([1, 2, 3]);
  expect(await stage.post.serials('hotline.many', poisoned)).toEqual([1]);
  expect((await stage.deliveries()).filter(({ state }) => state !== 'done')).toEqual([
    { subscriber: 'hotline.many', state: 'parked', attempts: 5, error: 'Error: cannot be' },
    { subscriber: 'hotline.many', state: 'pending', attempts: 0, error: null },
  ]);
});

it('EVT-1 R15 a handler that never settles does not hold the relay: its events come one by one, and are parked', async () => {
  const [bad, good] = [subject(), subject()];
  const process = new Process(stage.test, ['hotline']).hearsMany(
    'hotline.many',
    revisited,
    [],
    (_, { subject: about }) => (about.id === bad.id ? new Promise(() => undefined) : Promise.resolve()),
  );
  process.deliverer.limit = 100;
  await settled(process);
  for (const about of [bad, good]) await stage.post.revisited(about, 1);
  await process.drain();
  expect(await stage.post.serials('hotline.many', good)).toEqual([1]);
  expect((await stage.deliveries()).map(({ state }) => state).sort()).toEqual(['done', 'parked']);
});

it('EVT-1 a process beside it that takes the same events gets none of them twice', async () => {
  const about = subject();
  const [one, two] = await Promise.all(
    [0, 1].map(() => settled(new Process(stage.test, ['hotline']).hearsMany('hotline.many', revisited, []))),
  );
  for (let round = 1; round <= 20; round++) await stage.post.revisited(about, round);
  await Promise.all([one?.drain(), two?.drain(), one?.drain(), two?.drain()]);
  expect(await stage.post.serials('hotline.many', about)).toEqual(Array.from({ length: 20 }, (_none, i) => i + 1));
});
