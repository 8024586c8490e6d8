/** Subscribers that take many events at once get each once, in order, and a poison one alone is parked (EVT-1). */
import { Post, Process, revisited, subject } from './test/post';
import { scene, type Scene } from './test/scene';

let test: Scene;
let post: Post;
beforeEach(async () => {
  test = await scene();
  post = await Post.open(test);
});
afterEach(() => test.close());

const deliveries = () =>
  test.work.query<{ subscriber: string; state: string; attempts: number; error: string | null }>(
    'select subscriber, state, attempts, error from outbox.delivery order by id',
  );

it('EVT-1 get what is there in one call, several of a subject in order', async () => {
  const [one, two] = [subject(), subject()];
  const calls: number[][] = [];
  const process = new Process(test, ['hotline']).hearsMany('hotline.many', revisited, calls);
  for (const round of [1, 2, 3]) for (const about of [one, two]) await post.revisited(about, round);
  await process.drain();
  expect(calls).toEqual([[1, 1, 2, 2, 3, 3]]);
  expect(await post.serials('hotline.many', one)).toEqual([1, 2, 3]);
  expect(new Set((await deliveries()).map(({ state }) => state))).toEqual(new Set(['done']));
});

it('EVT-1 one poison event of a batch is parked alone; of its subject nothing goes on, of the others everything', async () => {
  const [poisoned, sound] = [subject(), subject()];
  const process = new Process(test, ['hotline'])
    .hearsMany('hotline.many', revisited, [], (_, { subject: about, payload }) =>
      about.id === poisoned.id && (payload as { round: number }).round === 2
        ? Promise.reject(new Error('cannot be'))
        : Promise.resolve(),
    )
    .hears('hotline.a', revisited);
  for (const round of [1, 2, 3]) for (const about of [poisoned, sound]) await post.revisited(about, round);
  await process.drain();
  expect(await post.serials('hotline.many', poisoned)).toEqual([1]);
  expect(await post.serials('hotline.many', sound)).toEqual([1, 2, 3]);
  expect(await post.serials('hotline.a', poisoned)).toEqual([1, 2, 3]);
  expect((await deliveries()).filter(({ state }) => state !== 'done')).toEqual([
    { subscriber: 'hotline.many', state: 'parked', attempts: 5, error: 'Error: cannot be' },
    { subscriber: 'hotline.many', state: 'pending', attempts: 0, error: null },
  ]);
});
