/** Subscribers that take many events at once get each once, in order, and a poison one alone is parked (EVT-1). */
import { Process, revisited, Stage, subject } from './test/post';

const stage = new Stage();

it('EVT-1 get what is there in one call, several of a subject in order', async () => {
  const [one, two] = [subject(), subject()];
  const calls: number[][] = [];
  const process = new Process(stage.test, ['hotline']).hearsMany('hotline.many', revisited, calls);
  for (const round of [1, 2, 3]) for (const about of [one, two]) await stage.post.revisited(about, round);
  await process.drain();
  expect(calls).toEqual([[1, 1, 2, 2, 3, 3]]);
  expect(await stage.post.serials('hotline.many', one)).toEqual([1, 2, 3]);
  expect(new Set((await stage.deliveries()).map(({ state }) => state))).toEqual(new Set(['done']));
});

it('EVT-1 one poison event of a batch is parked alone; of its subject nothing goes on, of the others everything', async () => {
  const [poisoned, sound] = [subject(), subject()];
  const process = new Process(stage.test, ['hotline'])
    .hearsMany('hotline.many', revisited, [], (_, { subject: about, payload }) =>
      about.id === poisoned.id && (payload as { round: number }).round === 2
        ? Promise.reject(new Error('cannot be'))
        : Promise.resolve(),
    )
    .hears('hotline.a', revisited);
  for (const round of [1, 2, 3]) for (const about of [poisoned, sound]) await stage.post.revisited(about, round);
  await process.drain();
  expect(await stage.post.serials('hotline.many', poisoned)).toEqual([1]);
  expect(await stage.post.serials('hotline.many', sound)).toEqual([1, 2, 3]);
  expect(await stage.post.serials('hotline.a', poisoned)).toEqual([1, 2, 3]);
  expect((await stage.deliveries()).filter(({ state }) => state !== 'done')).toEqual([
    { subscriber: 'hotline.many', state: 'parked', attempts: 5, error: 'Error: cannot be' },
    { subscriber: 'hotline.many', state: 'pending', attempts: 0, error: null },
  ]);
});
