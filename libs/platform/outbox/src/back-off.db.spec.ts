/** What fails is tried again later and later, then parked; modules of one database may run in several processes (EVT-1, PLG-4). */
import { concluded, Process, revisited, Stage, subject } from './test/post';
import { NOW } from './test/scene';

const stage = new Stage();

const after = (seconds: number) => stage.test.clock.set(new Date(NOW.getTime() + seconds * 1_000));
const states = () =>
  stage.test.work.query<{ subscriber: string; state: string }>(
    'select subscriber, state from outbox.delivery order by id',
  );

describe('back-off', () => {
  it('EVT-1 a failing delivery waits longer before each try, its subject waits with it, others go on', async () => {
    const [failing, sound] = [subject(), subject()];
    const tries: number[] = [];
    const process = new Process(stage.test, ['hotline'], 'system').hears(
      'hotline.a',
      revisited,
      async (_, { subject: about }) => {
        if (about.id !== failing.id) return;
        tries.push(((await stage.test.clock.now()).getTime() - NOW.getTime()) / 1_000);
        throw new Error('cannot be');
      },
    );
    for (const round of [1, 2]) for (const about of [failing, sound]) await stage.post.revisited(about, round);
    for (const second of [0, 4, 5, 34, 35, 154, 155, 754, 755, 9_999]) {
      after(second);
      await process.drain();
    }
    expect(tries).toEqual([0, 5, 35, 155, 755]);
    expect(await stage.post.serials('hotline.a', sound)).toEqual([1, 2]);
    expect(await stage.post.serials('hotline.a', failing)).toEqual([]);
    expect(await process.handOffs.list(['parked'])).toMatchObject([{ subject: failing, error: 'Error: cannot be' }]);
  });

  it('EVT-1 what passes by itself goes on in order at the next try', async () => {
    const about = subject();
    let broken = true;
    const process = new Process(stage.test, ['hotline'], 'system').hears('hotline.a', revisited, () =>
      broken ? Promise.reject(new Error('for the moment')) : Promise.resolve(),
    );
    await stage.post.revisited(about, 1);
    await stage.post.revisited(about, 2);
    await process.drain();
    broken = false;
    after(4);
    await process.drain();
    expect(await stage.post.serials('hotline.a', about)).toEqual([]);
    after(5);
    await process.drain();
    expect(await stage.post.serials('hotline.a', about)).toEqual([1, 2]);
  });

  it('EVT-1 sent again by a person it is tried at once', async () => {
    const about = subject();
    let broken = true;
    const process = new Process(stage.test, ['hotline'], 'system').hears('hotline.a', revisited, () =>
      broken ? Promise.reject(new Error('broken')) : Promise.resolve(),
    );
    await stage.post.revisited(about, 1);
    for (const second of [0, 5, 35, 155, 755]) {
      after(second);
      await process.drain();
    }
    const [parked] = await process.handOffs.list(['parked']);
    broken = false;
    await process.handOffs.replay(parked?.id ?? '');
    await process.drain();
    expect(await stage.post.serials('hotline.a', about)).toEqual([1]);
  });
});

describe('several processes', () => {
  const here = () => new Process(stage.test, ['hotline']);
  const there = () => new Process(stage.test, ['revisit']).hears('revisit.plan', concluded);

  it('PLG-4 EVT-2 a hand-off to a module of another process goes there and is not listed as waiting', async () => {
    const [mine, other] = [here(), there()];
    await mine.presence.report();
    await other.presence.report();
    const about = subject();
    await stage.post.concluded(about);
    await mine.relay.relay();
    expect(await mine.handOffs.list(['waiting'])).toEqual([]);
    await other.drain();
    expect(await stage.post.serials('revisit.plan', about)).toEqual([1]);
    expect(await states()).toEqual([{ subscriber: 'revisit.plan', state: 'done' }]);
  });

  it('PLG-4 what is no hand-off reaches subscribers of another process too', async () => {
    const mine = here();
    const other = new Process(stage.test, ['revisit']).hears('revisit.listens', revisited);
    await other.presence.report();
    const about = subject();
    await stage.post.revisited(about, 1);
    await mine.drain();
    expect(await stage.post.got()).toEqual([]);
    await other.drain();
    expect(await stage.post.serials('revisit.listens', about)).toEqual([1]);
  });

  it('EVT-2 PLG-4 after an orderly end, or without a sign for a minute and a half, hand-offs wait again, once', async () => {
    const [mine, other] = [here(), there()];
    await other.presence.report();
    await other.presence.leave();
    const about = subject();
    await stage.post.concluded(about);
    await mine.drain();
    expect(await states()).toEqual([{ subscriber: 'revisit.hand-off', state: 'waiting' }]);
    await other.presence.report();
    await stage.test.work.query("update outbox.process set seen_at = seen_at - interval '91 seconds'");
    await stage.post.concluded(subject());
    await mine.drain();
    expect(await states()).toEqual([
      { subscriber: 'revisit.hand-off', state: 'waiting' },
      { subscriber: 'revisit.hand-off', state: 'waiting' },
    ]);
    // It comes back and catches up.
    await other.presence.report();
    expect(await other.relay.catchUp()).toBe(2);
    await other.drain();
    expect(await stage.post.serials('revisit.plan', about)).toEqual([1]);
  });

  it('PLG-4 a subscriber that is being restarted loses nothing; one that was taken out for good is forgotten', async () => {
    const mine = here();
    const other = new Process(stage.test, ['revisit']).hears('revisit.listens', revisited);
    await other.presence.report();
    await other.presence.leave();
    const [during, long] = [subject(), subject()];
    await stage.post.revisited(during, 1);
    await mine.drain();
    await stage.test.work.query("update outbox.known_subscriber set seen_at = seen_at - interval '61 minutes'");
    await stage.post.revisited(long, 2);
    await mine.drain();
    await other.drain();
    expect([
      await stage.post.serials('revisit.listens', during),
      await stage.post.serials('revisit.listens', long),
    ]).toEqual([[1], []]);
  });
});
