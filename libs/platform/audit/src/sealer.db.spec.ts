/** The chain over the audit log: sealed in batches behind the writers, and every forgery is found (IDN-3, S13 at 1/20). */
import { randomUUID } from 'node:crypto';
import type { Subject } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';
import { Recorder } from './record';
import { Sealer } from './sealer';
import { Timeline } from './timeline';
import { scene, type Scene } from './test/scene';

const actor = systemActor('test');
const subject = (): Subject => ({ module: 'hotline', kind: 'contact', id: randomUUID() });

let test: Scene;
let keys: DataKeys;
let recorder: Recorder;
let sealer: Sealer;

beforeEach(async () => {
  test = await scene();
  keys = new DataKeys(test.work);
  recorder = new Recorder(keys);
  sealer = new Sealer(test.work);
});
afterEach(() => test.close());

const record = (count = 1) =>
  test.work.run(actor, async (tx) => {
    for (let i = 0; i < count; i++) await recorder.record(tx, { subject: subject(), action: 'noted', data: { i } });
  });

const sealAll = async () => {
  while ((await sealer.seal()) > 0);
};

describe('sealing', () => {
  it('IDN-3 seals what was committed, batch after batch, into one chain', async () => {
    await record(1_700);
    await record(3);
    expect(await sealer.verify()).toMatchObject({ whole: true, sealed: 0, waiting: 1_703 });
    expect([await sealer.seal(), await sealer.seal(), await sealer.seal()]).toEqual([1_000, 703, 0]);
    const { head } = await sealer.verify();
    await record();
    await sealAll();
    const after = await sealer.verify();
    expect(after).toMatchObject({ whole: true, sealed: 1_704, waiting: 0, broken: [] });
    expect(after.head).not.toBe(head);
  });

  it('IDN-3 writers never wait for each other nor for a seal that is pending', async () => {
    await record(10);
    // A seal in the middle of its transaction: it has taken its rows and holds its lock.
    const pending = test.db.createQueryRunner();
    await pending.startTransaction();
    await pending.query('select pg_advisory_xact_lock(7201002)');
    await pending.query('delete from audit.unsealed');
    // Two writers that both have written, before either commits.
    const written: (() => void)[] = [];
    const both = new Promise<void>((go) => written.push(go));
    let inside = 0;
    const writer = () =>
      test.work.run(actor, async (tx) => {
        await tx.query("set local lock_timeout = '3s'");
        await recorder.record(tx, { subject: subject(), action: 'noted' });
        await tx.flush();
        if (++inside === 2) written[0]?.();
        await both;
      });
    await Promise.all([writer(), writer()]);
    // Who seals meanwhile goes away instead of waiting.
    expect(await sealer.seal()).toBe(0);
    await pending.rollbackTransaction();
    await pending.release();
    await sealAll();
    expect(await sealer.verify()).toMatchObject({ whole: true, sealed: 12, waiting: 0 });
  });

  it('IDN-3 an entry that commits after a later one was sealed takes its place behind it', async () => {
    const late = test.db.createQueryRunner();
    await late.startTransaction();
    await late.query(`insert into audit.entry (at, actor_name, action, module, kind, subject_id, data)
      values ('2026-09-17T00:00:00Z', 'late', 'noted', 'hotline', 'contact', gen_random_uuid(), '{}')`);
    await record(5);
    await sealAll();
    await late.commitTransaction();
    await late.release();
    await sealAll();
    expect(await sealer.verify()).toMatchObject({ whole: true, sealed: 6, broken: [] });
  });

  it('IDN-3 several sealers at once seal each entry once', async () => {
    await record(2_500);
    for (let sealed = 0; sealed < 2_500;) {
      for (const count of await Promise.all([1, 2, 3].map(() => new Sealer(test.work).seal()))) sealed += count;
    }
    expect(await sealer.verify()).toMatchObject({ whole: true, sealed: 2_500, waiting: 0 });
  });
});

describe('append-only', () => {
  it.each(["update audit.entry set action = 'x'", 'delete from audit.entry', 'truncate audit.entry'])(
    'IDN-3 the database refuses "%s"',
    async (sql) => {
      await record();
      await expect(test.db.query(sql)).rejects.toThrow('audit entries are append-only');
    },
  );
});

describe('forgeries', () => {
  /** Reads in a transaction that is taken back afterwards. */
  class Inside extends UnitOfWork {
    constructor(private readonly tx: Transaction) {
      super(test.db, test.clock);
    }

    override query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
      return this.tx.query<R>(sql, parameters);
    }
  }

  const undo = new Error('undo');

  /** What verify finds after somebody who owns the database did this. */
  const after = async (forge: (tx: Transaction) => Promise<unknown>, keptHead?: string) => {
    let found: Awaited<ReturnType<Sealer['verify']>> | undefined;
    const forged = test.work.run(actor, async (tx) => {
      await tx.query('set local session_replication_role = replica'); // no trigger stops an owner
      await forge(tx);
      found = await new Sealer(new Inside(tx)).verify(keptHead);
      throw undo;
    });
    await expect(forged).rejects.toBe(undo);
    if (!found) throw new Error('verify did not run');
    return found;
  };

  const ROWS = 500;
  /** A different row each time, spread over the chain. */
  const pick = (n: number) => String(1 + ((n * 73) % ROWS));

  beforeEach(async () => {
    await test.work.run(actor, async (tx) => {
      for (let i = 0; i < ROWS; i++) {
        const keyId = keys.create(tx, null);
        await recorder.record(tx, {
          subject: subject(),
          action: 'noted',
          data: { i },
          personal: { name: '王' },
          keyId,
        });
      }
    });
    await sealAll();
    expect(await sealer.verify()).toMatchObject({ whole: true, sealed: ROWS });
  });

  const CHANGES = [
    "at = at + interval '1 microsecond'",
    'actor_id = gen_random_uuid()',
    "actor_name = actor_name || ' '",
    "action = 'withdrawn'",
    "module = 'revisit'",
    "kind = 'problem-form'",
    'subject_id = gen_random_uuid()',
    `data = data || '{"i": -1}'`,
    'key_id = null',
    "sealed_values = sealed_values || '\\x00'",
    "ip = '127.0.0.1'",
    "request_id = 'x'",
  ];

  it('IDN-3 S13 finds every changed row, whichever column it is', async () => {
    for (const [n, change] of [...CHANGES, ...CHANGES].entries()) {
      const id = pick(n);
      const found = await after((tx) => tx.query(`update audit.entry set ${change} where id = $1`, [id]));
      expect([change, found.whole, found.broken]).toEqual([change, false, [id]]);
    }
  });

  it('IDN-3 S13 finds every missing row, with or without its seal', async () => {
    for (let n = 1; n <= 8; n++) {
      const id = pick(n);
      const entry = await after((tx) => tx.query('delete from audit.entry where id = $1', [id]));
      expect([entry.whole, entry.broken]).toEqual([false, [id]]);
      const both = await after(async (tx) => {
        await tx.query('delete from audit.entry where id = $1', [id]);
        await tx.query('delete from audit.seal where entry_id = $1', [id]);
      });
      // The row behind it does not follow any more.
      expect([both.whole, both.broken]).toEqual([false, [String(Number(id) + 1)]]);
      const seal = await after((tx) => tx.query('delete from audit.seal where entry_id = $1', [id]));
      expect(seal.broken).toContain(id);
    }
  });

  it('IDN-3 S13 finds a row missing that was not even sealed yet', async () => {
    await record();
    const lost = await after((tx) => tx.query('delete from audit.entry where id = $1', [ROWS + 1]));
    expect([lost.whole, lost.broken]).toEqual([false, [String(ROWS + 1)]]);
    await test.db.query(
      'set session_replication_role = replica; delete from audit.entry where id > 500; reset session_replication_role',
    );
    // Sealing goes on behind it and does not forget it.
    await record(2);
    await sealAll();
    expect(await sealer.verify()).toMatchObject({ whole: false, broken: [String(ROWS + 1)], sealed: ROWS + 2 });
  });

  it('IDN-3 S13 finds every inserted row', async () => {
    const insert = (id: number) => (tx: Transaction) =>
      tx.query(
        `insert into audit.entry overriding system value
         select $1, at, actor_id, actor_name, action, module, kind, subject_id, data, key_id, sealed_values, ip, request_id
         from audit.entry where id = 1`,
        [id],
      );
    for (let n = 1; n <= 8; n++) {
      const id = n % 2 ? -n : ROWS + 100 + n;
      const found = await after(insert(id));
      expect([found.whole, found.broken]).toEqual([false, [String(id)]]);
    }
    const sealedToo = await after(async (tx) => {
      await insert(9_000)(tx);
      await tx.query("insert into audit.seal values (501, 9000, '\\x00')");
    });
    expect([sealedToo.whole, sealedToo.broken]).toEqual([false, ['9000']]);
  });

  it('IDN-3 S13 finds every pair of rows that were swapped', async () => {
    for (let n = 0; n < 8; n++) {
      const [a, b] = [pick(n), pick(n + 1)];
      const found = await after(async (tx) => {
        await tx.query('alter table audit.entry alter id drop identity');
        await tx.query('update audit.entry set id = -1 where id = $1', [a]);
        await tx.query('update audit.entry set id = $2 where id = $1', [b, a]);
        await tx.query('update audit.entry set id = $1 where id = -1', [b]);
      });
      expect([found.whole, [...found.broken].sort()]).toEqual([false, [a, b].sort()]);
      const seals = await after(async (tx) => {
        await tx.query('update audit.seal set entry_id = -1 where entry_id = $1', [a]);
        await tx.query('update audit.seal set entry_id = $2 where entry_id = $1', [b, a]);
        await tx.query('update audit.seal set entry_id = $1 where entry_id = -1', [b]);
      });
      expect([seals.whole, [...seals.broken].sort()]).toEqual([false, [a, b].sort()]);
    }
  });

  it('IDN-3 S13 finds a cut tail against the head that was kept outside', async () => {
    const { head } = await sealer.verify();
    for (const cut of [1, 2, 50, 499, 500]) {
      const tail = async (tx: Transaction) => {
        await tx.query('delete from audit.entry where id > $1', [ROWS - cut]);
        await tx.query('delete from audit.seal where entry_id > $1', [ROWS - cut]);
      };
      expect(await after(tail, head)).toMatchObject({ whole: false, broken: [], sealed: ROWS - cut });
    }
  });

  it('IDN-3 S13 a chain that only grew since the head was kept is whole', async () => {
    const { head } = await sealer.verify();
    await record(3);
    await sealAll();
    expect(await sealer.verify(head)).toMatchObject({ whole: true, sealed: ROWS + 3 });
    expect(await sealer.verify('00'.repeat(31) + '01')).toMatchObject({ whole: false });
  });

  it('CUS-5 IDN-3 destroying a customer’s keys changes no row: the chain is whole and its timeline empty of him', async () => {
    const customer = randomUUID();
    const matter = subject();
    const timeline = new Timeline(test.work, keys);
    const keyId = await test.work.run(actor, async (tx) => {
      const key = keys.create(tx, customer);
      const personal = { callerName: '王建国', phone: '13812345678' };
      await recorder.record(tx, { subject: matter, action: 'taken', data: { channel: 'phone' }, personal, keyId: key });
      await recorder.record(tx, { subject: matter, action: 'concluded', data: { state: 'concluded' } });
      return key;
    });
    await sealAll();
    const { head } = await sealer.verify();
    expect((await timeline.of(matter))[0]).toMatchObject({ personal: { callerName: '王建国' } });
    await test.work.run(actor, (tx) => keys.destroy(tx, customer));
    const items = await timeline.of(matter);
    expect(items.map(({ action, data }) => [action, data])).toEqual([
      ['taken', { channel: 'phone' }],
      ['concluded', { state: 'concluded' }],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/王建国|13812345678|personal/);
    expect(await sealer.verify(head)).toMatchObject({ whole: true, head, broken: [] });
    expect((await keys.load([keyId])).size).toBe(0);
  });
});
