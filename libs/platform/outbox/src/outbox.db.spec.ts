/** Events reach each subscriber, once in effect, in order per subject; what nobody takes waits for a person (EVT-1, EVT-2). */
import { randomUUID } from 'node:crypto';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { actor, concluded, Process, revisited, Stage, subject } from './test/post';

const stage = new Stage();

const range = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('delivery', () => {
  it('EVT-1 an event exists exactly when its transaction does', async () => {
    const about = subject();
    const failing = stage.test.work.run(actor, async (tx) => {
      await stage.post.publishRevisited(tx, about, 1);
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    await stage.post.revisited(about, 2);
    const one = new Process(stage.test, ['hotline']).hears('hotline.a', revisited);
    await one.drain();
    expect(await stage.post.serials('hotline.a', about)).toEqual([2]);
  });

  it('EVT-1 a payload that is not of the event’s schema is refused where it is published', async () => {
    await expect(stage.post.revisited({ ...subject(), id: 'no uuid' }, 1)).rejects.toThrow();
    expect(await stage.test.work.query('select 1 from outbox.event')).toEqual([]);
  });

  it('EVT-1 each subscriber gets each event once, with the personal values under the customer’s key', async () => {
    const about = subject();
    const one = new Process(stage.test, ['hotline']).hears('hotline.a', revisited).hears('hotline.b', revisited);
    await stage.post.revisited(about, 1);
    await one.drain();
    await one.drain();
    expect(await stage.post.got()).toEqual(
      ['hotline.a', 'hotline.b'].map((subscriber) => ({
        subscriber,
        subject: about.id,
        serial: 1,
        caught_up: false,
        personal: { words: '话 1' },
      })),
    );
    const [row] = await stage.test.work.query<{ sealed_values: Buffer }>('select * from outbox.event');
    expect(JSON.stringify(row)).not.toContain('话');
    expect(row?.sealed_values.includes(Buffer.from('话'))).toBe(false);
  });

  it('CUS-5 EVT-1 a customer erased meanwhile is delivered without his values', async () => {
    const customer = randomUUID();
    await stage.post.revisited(subject(), 1, customer);
    await stage.test.work.run(actor, (tx) => stage.post.keys.destroy(tx, customer));
    const one = new Process(stage.test, ['hotline']).hears('hotline.a', revisited);
    await one.drain();
    expect(await stage.post.got()).toMatchObject([{ serial: 1, personal: null }]);
  });

  it('EVT-1 order is kept per subject and every event comes once, with two relays and four deliverers at work', async () => {
    const subjects = range(5).map(subject);
    // More than one batch of the relay, so that two relays would take different ones.
    for (const round of range(3)) {
      await stage.test.work.run(actor, async (tx) => {
        for (const n of range(40))
          for (const about of subjects) await stage.post.publishRevisited(tx, about, (round - 1) * 40 + n);
      });
    }
    const processes = range(2).map(() => new Process(stage.test, ['hotline']).hears('hotline.a', revisited));
    const work = processes.flatMap((process) => [
      async () => {
        for (let idle = 0; idle < 20;) idle = (await process.relay.relay()) > 0 ? 0 : idle + 1;
      },
      ...range(2).map(() => async () => {
        for (let idle = 0; idle < 40;) idle = (await process.deliverer.deliver()) > 0 ? 0 : idle + 1;
      }),
    ]);
    await Promise.all(work.map((each) => each()));
    await processes[0]?.drain();
    for (const about of subjects) expect(await stage.post.serials('hotline.a', about)).toEqual(range(120));
  }, 60_000);

  it('EVT-1 a relay that is in the middle of its batch lets no other take later events past it', async () => {
    const about = subject();
    await stage.post.revisited(about, 1);
    await stage.post.revisited(about, 2);
    // The first relay as it stands before its commit: it holds its lock and the first event.
    const first = stage.test.db.createQueryRunner();
    await first.startTransaction();
    await first.query('select pg_advisory_xact_lock(7201003)');
    await first.query('select 1 from outbox.event order by id limit 1 for update');
    const second = new Process(stage.test, ['hotline']).hears('hotline.a', revisited);
    await second.drain();
    expect(await stage.post.got()).toEqual([]);
    await first.rollbackTransaction();
    await first.release();
    await second.drain();
    expect(await stage.post.serials('hotline.a', about)).toEqual([1, 2]);
  });

  it('EVT-1 a deliverer that dies in the middle leaves the event to another, with one effect', async () => {
    const about = subject();
    let dies = true;
    const process = new Process(stage.test, ['hotline']).hears('hotline.a', revisited, async (tx) => {
      if (!dies) return;
      dies = false;
      await tx.query('select pg_terminate_backend(pg_backend_pid())');
    });
    await stage.post.revisited(about, 1);
    await process.relay.relay();
    await expect(process.deliverer.deliver()).rejects.toThrow();
    expect(await stage.post.got()).toEqual([]);
    await process.drain();
    expect(await stage.post.serials('hotline.a', about)).toEqual([1]);
    expect(await stage.deliveries()).toMatchObject([{ state: 'done', attempts: 0 }]);
  });
});

describe('poison events', () => {
  it('EVT-1 is tried five times, then parked; only its subject waits behind it', async () => {
    const [poisoned, sound] = [subject(), subject()];
    let tries = 0;
    const process = new Process(stage.test, ['hotline'])
      .hears('hotline.a', revisited, (_, { subject: about, payload }) => {
        if (about.id !== poisoned.id || (payload as { round: number }).round !== 1) return Promise.resolve();
        tries += 1;
        return Promise.reject(new Error('cannot be'));
      })
      .hears('hotline.b', revisited);
    for (const round of [1, 2]) for (const about of [poisoned, sound]) await stage.post.revisited(about, round);
    await process.drain();
    expect(tries).toBe(5);
    expect(await stage.post.serials('hotline.a', sound)).toEqual([1, 2]);
    expect(await stage.post.serials('hotline.a', poisoned)).toEqual([]);
    // Another subscriber is not held up by it.
    expect(await stage.post.serials('hotline.b', poisoned)).toEqual([1, 2]);
    expect((await stage.deliveries()).filter(({ state }) => state !== 'done')).toEqual([
      { subscriber: 'hotline.a', state: 'parked', attempts: 5, error: 'Error: cannot be' },
      { subscriber: 'hotline.a', state: 'pending', attempts: 0, error: null },
    ]);
  });

  it('EVT-1 a person sees it and sends it again; then what waited behind it follows in order', async () => {
    const about = subject();
    let broken = true;
    const process = new Process(stage.test, ['hotline']).hears('hotline.a', revisited, () =>
      broken ? Promise.reject(new Error('cannot be')) : Promise.resolve(),
    );
    await stage.post.revisited(about, 1);
    await stage.post.revisited(about, 2);
    await process.drain();
    const [parked] = await process.handOffs.list(['parked']);
    expect(parked).toMatchObject({
      event: revisited.name,
      subject: about,
      personal: { words: '话 1' },
      error: 'Error: cannot be',
    });
    broken = false;
    const id = parked?.id ?? '';
    await process.handOffs.replay(id);
    await process.drain();
    expect(await stage.post.serials('hotline.a', about)).toEqual([1, 2]);
    expect(await process.handOffs.list(['parked'])).toEqual([]);
    await expect(process.handOffs.replay(id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('what is kept of an error', () => {
  it('CUS-5 EVT-1 holds no value of the customer that PostgreSQL quotes', async () => {
    const process = new Process(stage.test, ['hotline']).hears('hotline.a', revisited, async (tx, { personal }) => {
      await tx.query('select $1::uuid', [(personal as { words: string }).words]);
    });
    await stage.post.revisited(subject(), 1);
    await process.drain();
    expect(await stage.deliveries()).toMatchObject([{ state: 'parked', error: 'error 22P02' }]);
  });
});

describe('hand-offs', () => {
  const person: UserActor = {
    kind: 'user',
    userId: randomUUID(),
    employeeId: randomUUID(),
    name: '李敏',
    unitId: randomUUID(),
    unitsBelow: [],
    permissions: new Map(),
  };
  const waiting = (process: Process) => process.handOffs.list(['waiting']);
  const concludedAbout = async (...subjects: Subject[]) => {
    for (const about of subjects) await stage.post.concluded(about);
  };

  it('EVT-2 what is for a module that is not deployed waits, listed with what it is about', async () => {
    const process = new Process(stage.test, ['hotline']);
    const about = subject();
    await concludedAbout(about);
    await process.drain();
    expect(await waiting(process)).toEqual([
      expect.objectContaining({
        event: 'hotline.problem-form.concluded.v1',
        title: { zh: '用户问题处理完毕，待回访', en: 'Problem form concluded, revisit due' },
        module: 'revisit',
        subject: about,
        state: 'waiting',
        payload: expect.objectContaining({ number: '2026091701001' }),
        personal: expect.objectContaining({ customerName: '王建国' }),
      }),
    ]);
  });

  it('EVT-2 with the module deployed nothing waits', async () => {
    const process = new Process(stage.test, ['hotline', 'revisit']).hears('revisit.plan', concluded);
    await concludedAbout(subject());
    await process.drain();
    expect(await waiting(process)).toEqual([]);
    expect(await stage.post.got()).toMatchObject([{ subscriber: 'revisit.plan', caught_up: false }]);
  });

  it('EVT-2 deployed later, the module catches up once and in order, and is told that it does', async () => {
    const [about, other] = [subject(), subject()];
    const before = new Process(stage.test, ['hotline']);
    await stage.post.concluded(about, 1);
    await concludedAbout(other);
    await stage.post.concluded(about, 2);
    await before.drain();
    const after = new Process(stage.test, ['hotline', 'revisit']).hears('revisit.plan', concluded);
    expect(await after.relay.catchUp()).toBe(3);
    await stage.post.concluded(about, 3);
    await after.drain();
    expect(await stage.post.serials('revisit.plan', about)).toEqual([1, 2, 3]);
    expect((await stage.post.got()).map(({ serial, caught_up }) => `${serial} ${caught_up}`).sort()).toEqual([
      '1 true',
      '1 true',
      '2 true',
      '3 false',
    ]);
    expect([await waiting(after), await after.relay.catchUp()]).toEqual([[], 0]);
    await after.drain();
    expect(await stage.post.got()).toHaveLength(4);
  });

  it('EVT-2 a person takes one: noted in the subject’s timeline, off the list, and never caught up', async () => {
    const [taken, left] = [subject(), subject()];
    const before = new Process(stage.test, ['hotline']);
    await concludedAbout(taken, left);
    await before.drain();
    const [first] = await waiting(before);
    await before.handOffs.take(person, first?.id ?? '');
    expect((await waiting(before)).map(({ subject: about }) => about)).toEqual([left]);
    await expect(before.handOffs.take(person, first?.id ?? '')).rejects.toMatchObject({ kind: 'not-found' });
    const [entry] = await stage.test.work.query(
      'select action, actor_id, data from audit.entry where subject_id = $1',
      [taken.id],
    );
    expect(entry).toEqual({ action: 'hand-off-taken', actor_id: person.employeeId, data: { for: 'revisit' } });
    const after = new Process(stage.test, ['hotline', 'revisit']).hears('revisit.plan', concluded);
    expect(await after.relay.catchUp()).toBe(1);
    await after.drain();
    expect((await stage.post.got()).map((each) => each.subject)).toEqual([left.id]);
  });
});
