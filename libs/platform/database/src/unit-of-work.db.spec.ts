/** A use case is one transaction: all of it or nothing, its side rows in one statement (DLN-2, architecture.md rule 1). */
import { randomUUID } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import type { AppendTarget } from './side-rows';
import type { Transaction } from './transaction';
import { transactionHook } from './transaction-hook';
import { NOW, scene, type Scene } from './test/scene';

const actor = systemActor('test');
const line: AppendTarget = { table: 'test.line', columns: { text: 'text' } };
const note: AppendTarget = {
  table: 'test.note',
  columns: {
    id: 'uuid',
    version: 'int',
    title: 'text',
    sealed: 'bytea',
    facts: 'jsonb',
    tags: 'text[]',
    at: 'timestamptz',
    count: 'int',
  },
};

let test: Scene;
beforeAll(async () => (test = await scene()));
afterAll(() => test.close());
beforeEach(() => test.db.query('truncate test.note, test.line, test.statement'));

const run = <T>(use: (tx: Transaction) => Promise<T>) => test.work.run(actor, use);
const write = (tx: Transaction, text: string) => tx.query('insert into test.line values ($1)', [text]);

describe('unit of work', () => {
  it('DLN-2 what fails late takes back rows, side rows and calls made before', async () => {
    let called = 0;
    const failing = run(async (tx) => {
      await write(tx, 'row');
      tx.append(line, { text: 'side row' });
      tx.afterCommit(() => (called += 1));
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect([await test.lines(), called]).toEqual([[], 0]);
  });

  it('DLN-2 side rows that cannot be written take the use case with them', async () => {
    const failing = run(async (tx) => {
      await write(tx, 'same');
      tx.append(line, { text: 'same' });
    });
    await expect(failing).rejects.toThrow(/duplicate key/);
    expect(await test.lines()).toEqual([]);
  });

  it('DLN-2 what is not committed because a failure was swallowed is not called done', async () => {
    let called = 0;
    const swallowing = run(async (tx) => {
      await write(tx, 'row');
      tx.afterCommit(() => (called += 1));
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow(/Not committed/);
    expect([await test.lines(), called]).toEqual([[], 0]);
  });

  it('DLN-2 questions asked together are answered in their order, and one that fails takes all back', async () => {
    const together = run((tx) => Promise.all([write(tx, 'a'), tx.query('select text from test.line'), write(tx, 'b')]));
    expect((await together)[1]).toEqual([{ text: 'a' }]);
    const failing = run((tx) => Promise.all([write(tx, 'c'), write(tx, 'a'), write(tx, 'd')]));
    await expect(failing).rejects.toThrow(/duplicate key/);
    expect(await test.lines()).toEqual(['a', 'b']);
  });

  it('DLN-2 a question that comes after the end is refused: the connection serves others by then', async () => {
    let late: Transaction | undefined;
    await run((tx) => Promise.resolve((late = tx)));
    await expect(write(late as Transaction, 'late')).rejects.toThrow(/over/);
    await expect(
      run((tx) => {
        late = tx;
        return Promise.reject(new Error('refused'));
      }),
    ).rejects.toThrow('refused');
    await expect(write(late as Transaction, 'later')).rejects.toThrow(/over/);
    expect(await test.lines()).toEqual([]);
  });

  it('DLN-2 a call after the commit sees what was committed, and is made once', async () => {
    const seen: Promise<string[]>[] = [];
    await run((tx) => {
      tx.append(line, { text: 'a' });
      tx.afterCommit(() => seen.push(test.lines()));
      return Promise.resolve();
    });
    expect(await Promise.all(seen)).toEqual([['a']]);
  });

  it('DLN-7 all rows of a transaction carry one instant of the suite’s clock', async () => {
    await run(async (tx) => {
      expect(tx.now).toEqual(NOW);
      await tx.query('select pg_sleep(0.01)');
      expect(tx.now).toEqual(NOW);
    });
  });

  it('DLN-2 side rows of all tables go in one statement, and come back as they were given', async () => {
    const id = randomUUID();
    const sealed = Buffer.from([0, 1, 2, 255, 92, 39]);
    const facts = { quote: `"'\\`, zh: '吞卡', none: null, inner: { at: NOW.toISOString() }, list: [1, 'a'] };
    await run(async (tx) => {
      tx.append(note, { id, version: 1, title: `O'Brien\\ 王`, sealed, facts, tags: ['a,b', '{}'], at: NOW, count: 3 });
      tx.append(note, { id: randomUUID(), version: 1, title: null, sealed: null, facts: null, at: null });
      tx.append(line, { text: 'beside' });
      expect(await tx.query('select 1 from test.note')).toEqual([]);
    });
    expect(await test.work.query('select distinct text from test.statement')).toHaveLength(1);
    const [row] = await test.work.query('select * from test.note where id = $1', [id]);
    expect(row).toEqual({
      id,
      version: 1,
      title: `O'Brien\\ 王`,
      sealed,
      facts,
      tags: ['a,b', '{}'],
      at: NOW,
      count: 3,
    });
    expect(await test.work.query('select title, sealed, facts, at from test.note where id <> $1', [id])).toEqual([
      { title: null, sealed: null, facts: null, at: null },
    ]);
    expect(await test.lines()).toEqual(['beside']);
  });

  it('DLN-2 a later flush writes only what was added since', async () => {
    await run(async (tx) => {
      tx.append(line, { text: 'a' });
      await tx.flush();
      expect(await tx.query('select text from test.line')).toEqual([{ text: 'a' }]);
      tx.append(line, { text: 'b' });
    });
    expect(await test.lines()).toEqual(['a', 'b']);
  });

  it('DLN-2 a suffix of the target is kept: what is there already is left', async () => {
    const known: AppendTarget = { ...line, suffix: 'on conflict do nothing' };
    await run((tx) => write(tx, 'a'));
    await run((tx) => Promise.resolve(['a', 'b'].forEach((text) => tx.append(known, { text }))));
    expect(await test.lines()).toEqual(['a', 'b']);
  });

  it('DLN-2 the hook of a request runs inside each transaction, and what it throws ends it', async () => {
    const begun = (tx: Transaction) => write(tx, 'hook').then(() => undefined);
    await transactionHook.run({ begun }, () => run((tx) => write(tx, 'a')));
    expect(await test.lines()).toEqual(['a', 'hook']);
    const refuse = { begun: () => Promise.reject(new Error('taken over')) };
    await expect(transactionHook.run(refuse, () => run((tx) => write(tx, 'b')))).rejects.toThrow('taken over');
    expect(await test.lines()).toEqual(['a', 'hook']);
  });
});

describe('savepoints', () => {
  it('DLN-2 an attempt that fails leaves nothing, and what was done before and after stays', async () => {
    let called = 0;
    await run(async (tx) => {
      await write(tx, 'before');
      tx.append(line, { text: 'side row before' });
      const outcome = await test.work.attempt(tx, async () => {
        await write(tx, 'inside');
        tx.append(line, { text: 'side row inside' });
        tx.memo('note', () => 'inside');
        tx.afterCommit(() => (called += 1));
        await tx.query('select 1 / 0');
      });
      expect(outcome).toMatchObject({ ok: false, error: expect.objectContaining({ message: 'division by zero' }) });
      expect(tx.memo('note', () => 'after')).toBe('after');
      await write(tx, 'after');
    });
    expect([await test.lines(), called]).toEqual([['after', 'before', 'side row before'], 0]);
  });

  it('DLN-2 an attempt that succeeds keeps its rows, side rows and calls', async () => {
    let called = 0;
    await run(async (tx) => {
      const outcome = await test.work.attempt(tx, async () => {
        tx.append(line, { text: 'inside' });
        tx.afterCommit(() => (called += 1));
        return Promise.resolve(7);
      });
      expect(outcome).toEqual({ ok: true, value: 7 });
    });
    expect([await test.lines(), called]).toEqual([['inside'], 1]);
  });

  it('DLN-2 side rows that cannot be written fail the attempt, not the transaction', async () => {
    await run(async (tx) => {
      await write(tx, 'same');
      const outcome = await test.work.attempt(tx, () => Promise.resolve(tx.append(line, { text: 'same' })));
      expect(outcome.ok).toBe(false);
      await write(tx, 'other');
    });
    expect(await test.lines()).toEqual(['other', 'same']);
  });

  it('DLN-2 one bad row in an attempt within an attempt takes back the whole outer one', async () => {
    await run(async (tx) => {
      const outer = await test.work.attempt(tx, async () => {
        await write(tx, 'outer before');
        await test.work.attempt(tx, () => Promise.reject(new Error('inner')));
        await write(tx, 'outer after');
        throw new Error('outer');
      });
      expect(outer.ok).toBe(false);
    });
    expect(await test.lines()).toEqual([]);
  });
});
