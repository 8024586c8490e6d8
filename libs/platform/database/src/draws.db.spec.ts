/** Texts drawn with the last statement stand in every row, parameter and answer as if they had been known (NUM-1). */
import { systemActor } from '@bihuan/plugin-kit';
import type { Draw } from './draws';
import type { AppendTarget } from './side-rows';
import type { Transaction } from './transaction';
import { scene, type Scene } from './test/scene';

const line: AppendTarget = { table: 'test.line', columns: { text: 'text' } };
const note: AppendTarget = {
  table: 'test.note',
  columns: { id: 'uuid', version: 'int', title: 'text', facts: 'jsonb', sealed: 'bytea' },
};

let test: Scene;
beforeAll(async () => {
  test = await scene();
  await test.db.query('create table test.counter (name text primary key, value int not null)');
});
afterAll(() => test.close());
beforeEach(() => test.db.query('truncate test.note, test.line, test.statement, test.counter'));

const run = <T>(use: (tx: Transaction) => Promise<T>) => test.work.run(systemActor('test'), use);

const counted = (name: string): Draw => ({
  sql: `insert into test.counter as c (name, value) values ($1, 1) on conflict (name) do update set value = c.value + 1
        returning $2::text || c.value::text as text`,
  parameters: [name, `${name}-`],
});

it('NUM-1 what is drawn stands in the rows of every table, in JSON, and in what the use case answers', async () => {
  const at = new Date('2026-09-17T02:00:00Z');
  const answered = await run(async (tx) => {
    const [first, second] = [tx.draw(counted('a')), tx.draw(counted('b'))];
    tx.append(line, { text: `${first} and ${second}` });
    tx.append(note, {
      id: '11111111-1111-4111-8111-111111111111',
      version: 1,
      facts: { said: [first] },
      sealed: Buffer.from('x'),
    });
    return Promise.resolve({ number: first, both: [first, second], at, nothing: null });
  });
  expect(answered).toEqual({ number: 'a-1', both: ['a-1', 'b-1'], at, nothing: null });
  expect(await test.lines()).toEqual(['a-1 and b-1']);
  expect(await test.work.query('select facts, sealed from test.note')).toEqual([
    { facts: { said: ['a-1'] }, sealed: Buffer.from('x') },
  ]);
  // The counters were raised by the very statement that wrote the rows.
  const [statement] = await test.work.query<{ text: string }>('select text from test.statement limit 1');
  expect(statement?.text).toContain('insert into test.counter');
});

it('NUM-1 thirty at once get thirty texts without a gap, and one that fails gives its own back', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 40 }, (_none, at) =>
      run(async (tx) => {
        const drawn = tx.draw(counted('n'));
        tx.append(line, { text: drawn });
        // Every fourth writes a row twice, so that its last statement fails.
        if (at % 4 === 0) tx.append(line, { text: drawn });
        return Promise.resolve(drawn);
      }),
    ),
  );
  const given = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(new Set(given)).toEqual(new Set(Array.from({ length: 30 }, (_none, at) => `n-${at + 1}`)));
  expect(new Set(await test.lines())).toEqual(new Set(given));
});

it('NUM-1 who asks the database with it before the end has it drawn then, once', async () => {
  const answered = await run(async (tx) => {
    const drawn = tx.draw(counted('q'));
    const [row] = await tx.query<{ text: string }>('select $1::text as text', [`<${drawn}>`]);
    tx.append(line, { text: drawn });
    await tx.query('insert into test.line select unnest($1::text[])', [[`${drawn}!`]]);
    return { asked: row?.text, sealed: await tx.settled({ words: drawn }) };
  });
  expect(answered).toEqual({ asked: '<q-1>', sealed: { words: 'q-1' } });
  expect(await test.lines()).toEqual(['q-1', 'q-1!']);
  expect(await test.work.query('select value from test.counter')).toEqual([{ value: 1 }]);
});

it('NUM-1 what an attempt drew goes with it', async () => {
  const answered = await run(async (tx) => {
    const failed = await test.work.attempt(tx, () => {
      tx.append(line, { text: tx.draw(counted('t')) });
      return Promise.reject(new Error('refused'));
    });
    const drawn = tx.draw(counted('t'));
    tx.append(line, { text: drawn });
    return [failed.ok, drawn];
  });
  expect(answered).toEqual([false, 't-1']);
  expect(await test.lines()).toEqual(['t-1']);
});

it('DLN-3 a row that waits to be written can still be amended, a written one cannot', async () => {
  const amended = await run(async (tx) => {
    const row = tx.append(line, { text: 'before' });
    const early = row.amend({ text: 'after' });
    await tx.flush();
    return [early, row.amend({ text: 'too late' })];
  });
  expect(amended).toEqual([true, false]);
  expect(await test.lines()).toEqual(['after']);
});

it('DLN-3 a row that waits to be written can still be taken back, a written one cannot', async () => {
  const dropped = await run(async (tx) => {
    const [kept, gone] = [tx.append(line, { text: 'kept' }), tx.append(line, { text: 'gone' })];
    const early = gone.drop();
    await tx.flush();
    const alone = tx.append(line, { text: 'alone' }).drop();
    return [early, alone, kept.drop()];
  });
  expect(dropped).toEqual([true, true, false]);
  expect(await test.lines()).toEqual(['kept']);
});
