/**
 * Poison events: subscribers that throw, never settle, alone or with many at once, in our code or in PostgreSQL, or take a
 * gigabyte. All are parked, each alone, and the others go on (EVT-1; R15).
 */
import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { tell } from '@bihuan/testing-kit';
import type { React } from './test/post';
import { Process, revisited, Stage, subject } from './test/post';

jest.setTimeout(1_200_000);

// Each try is a warning.
beforeAll(() => Logger.overrideLogger(['error']));

const FULL = process.env['FAULTS'] === 'full';
const EACH = FULL ? 50 : 2;
const LIMIT = 100;
const GIGABYTE = 2 ** 30;

const poisons: Readonly<Record<string, React>> = {
  throw: () => Promise.reject(new Error('no')),
  hang: () => new Promise(() => undefined),
  'hang-in-sql': async (tx) => void (await tx.query('select pg_sleep(3600)')),
  greedy: () => {
    const taken = Buffer.alloc(GIGABYTE);
    return Promise.reject(new Error(`${taken.length} bytes and no end`));
  },
};
/** Kind by kind in full: each that never settles makes all others of its batch come again. */
const mixes = FULL ? Object.keys(poisons).map((kind) => [kind]) : [Object.keys(poisons)];
const plays = mixes.flatMap((mix) =>
  (['one by one', 'many at once'] as const).map((manner) => ({ mix, what: mix.join(', '), manner })),
);

describe('poison events', () => {
  const stage = new Stage();

  /** Events of poison subjects among those of innocent ones, each kind with a second event behind the first. */
  async function publish(kinds: readonly string[]): Promise<{ sick: Map<string, string>; well: string[] }> {
    const sick = new Map<string, string>();
    const well: string[] = [];
    for (let i = 0; i < EACH * kinds.length; i++) {
      const [bad, good] = [subject(), subject()];
      sick.set(bad.id, kinds[i % kinds.length] as string);
      well.push(good.id);
      for (const serial of [1, 2]) for (const about of [bad, good]) await stage.post.revisited(about, serial);
    }
    return { sick, well };
  }

  const states = async () =>
    stage.test.work.query<{ state: string; attempts: number; count: number }>(
      'select state, attempts, count(*)::int as count from outbox.delivery group by 1, 2 order by 1, 2',
    );

  it.each(plays)(
    'EVT-1 R15 poison events ($what) are parked, all others delivered once, $manner',
    async ({ mix, manner }) => {
      const { sick, well } = await publish(mix);
      const react: React = async (tx, { subject: about }) => {
        const kind = sick.get(about.id);
        if (kind) await poisons[kind]?.(tx, undefined as never);
      };
      const process = new Process(stage.test, ['hotline']);
      process.deliverer.limit = LIMIT;
      if (manner === 'one by one') process.hears('hotline.a', revisited, react);
      else process.hearsMany('hotline.a', revisited, [], react);
      await process.drain();
      tell({ 'of each kind': EACH, parked: sick.size, others: well.length, came: (await stage.post.got()).length / 2 });
      expect(await states()).toEqual(
        [
          { state: 'done', attempts: 0, count: 2 * well.length },
          { state: 'parked', attempts: 5, count: sick.size },
          // Behind a parked one of their own subject.
          { state: 'pending', attempts: 0, count: sick.size },
        ].sort((a, b) => (a.state < b.state ? -1 : 1)),
      );
      const got = (await stage.post.got()).map(({ subject: about, serial }) => `${about} ${serial}`).sort();
      expect(got).toEqual(well.flatMap((id) => [`${id} 1`, `${id} 2`]).sort());
    },
  );

  it('EVT-1 R15 what a handler does after it was given up reaches nobody', async () => {
    const about = subject();
    const late: Promise<string>[] = [];
    await stage.post.revisited(about, 1);
    const process = new Process(stage.test, ['hotline']);
    process.deliverer.limit = LIMIT;
    process.hears('hotline.a', revisited, async (tx) => {
      await new Promise((done) => setTimeout(done, 3 * LIMIT));
      const write = tx.query('insert into test.got (subject, serial) values ($1, 99)', [randomUUID()]);
      late.push(
        write.then(
          () => 'written',
          (error: Error) => error.message,
        ),
      );
      await write;
    });
    await process.drain();
    await new Promise((done) => setTimeout(done, 4 * LIMIT));
    expect(await Promise.all(late)).toEqual(Array<string>(5).fill('The transaction is over.'));
    expect(await stage.post.got()).toEqual([]);
    expect(await states()).toEqual([{ state: 'parked', attempts: 5, count: 1 }]);
  });

  it('R15 control: until the limit is over nothing goes on behind an event that never settles', async () => {
    const [bad, good] = [subject(), subject()];
    await stage.post.revisited(bad, 1);
    await stage.post.revisited(good, 1);
    const process = new Process(stage.test, ['hotline']);
    process.deliverer.limit = 1_500;
    process.hears('hotline.a', revisited, (_tx, { subject: about }) =>
      about.id === bad.id ? new Promise(() => undefined) : Promise.resolve(),
    );
    const drained = process.drain();
    await new Promise((done) => setTimeout(done, 700));
    expect(await stage.post.got()).toEqual([]);
    process.deliverer.limit = LIMIT;
    await drained;
    expect(await stage.post.serials('hotline.a', good)).toEqual([1]);
    expect(await states()).toEqual([
      { state: 'done', attempts: 0, count: 1 },
      { state: 'parked', attempts: 5, count: 1 },
    ]);
  });
});
