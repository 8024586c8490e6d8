/** Seals entries into the chain in batches, after their commit: writers never wait for each other (IDN-3). */
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { StoredEntry } from './chain';
import { chainHash, GENESIS, STORED_COLUMNS } from './chain';

const LOCK = 7_201_002;
const BATCH = 1_000;

const seals = { table: 'audit.seal', columns: { seq: 'bigint', entry_id: 'bigint', hash: 'bytea' } } as const;

/** What a check of the chain found. */
export interface Verification {
  readonly whole: boolean;
  /** Entries that stand in the chain. */
  readonly sealed: number;
  /** Entries written but not sealed yet. */
  readonly waiting: number;
  /** Last hash, to be kept outside: only against it a cut tail shows. */
  readonly head: string;
  /** Entry ids that are changed, missing, or not in the chain. */
  readonly broken: readonly string[];
}

@Injectable()
export class Sealer {
  constructor(private readonly work: UnitOfWork) {}

  /** Seals what waits; answers how many. One sealer at a time in the whole suite. */
  async seal(): Promise<number> {
    return this.work.run(systemActor('audit'), async (tx) => {
      const [lock] = await tx.query<{ got: boolean }>('select pg_try_advisory_xact_lock($1) as got', [LOCK]);
      if (!lock?.got) return 0;
      const entries = await tx.query<StoredEntry>(
        `with taken as (
           delete from audit.unsealed where entry_id in (
             select u.entry_id from audit.unsealed u join audit.entry e on e.id = u.entry_id
             order by u.entry_id limit ${BATCH})
           returning entry_id)
         select ${STORED_COLUMNS} from taken join audit.entry e on e.id = taken.entry_id order by e.id`,
      );
      if (entries.length === 0) return 0;
      const [last] = await tx.query<{ seq: string; hash: Buffer }>(
        'select seq, hash from audit.seal order by seq desc limit 1',
      );
      let seq = Number(last?.seq ?? 0);
      let hash: Buffer = last?.hash ?? GENESIS;
      for (const entry of entries) {
        hash = chainHash(hash, entry);
        tx.append(seals, { seq: ++seq, entry_id: entry.id, hash });
      }
      return entries.length;
    });
  }

  /** Walks the whole chain. @param keptHead head of an earlier check, kept outside: the chain must still lead through it */
  async verify(keptHead?: string): Promise<Verification> {
    const broken: string[] = [];
    let hash: Buffer = GENESIS;
    let seq = 0;
    let passed = keptHead === undefined || keptHead === GENESIS.toString('hex');
    for (;;) {
      const rows = await this.work.query<StoredEntry & { seq: string; entry_id: string; hash: Buffer }>(
        `select s.seq, s.entry_id, s.hash, ${STORED_COLUMNS} from audit.seal s
         left join audit.entry e on e.id = s.entry_id where s.seq > $1 order by s.seq limit ${BATCH}`,
        [seq],
      );
      if (rows.length === 0) break;
      for (const row of rows) {
        const skipped = Number(row.seq) !== seq + 1;
        seq = Number(row.seq);
        const expected = row.id === null ? null : chainHash(hash, row);
        if (skipped || !expected?.equals(row.hash)) broken.push(String(row.entry_id));
        hash = row.hash;
        passed ||= hash.toString('hex') === keptHead;
      }
    }
    const [outside] = await this.work.query<{ ids: string[] | null; waiting: string }>(
      `select (select array_agg(coalesce(e.id, u.entry_id)::text) from audit.entry e
               full join audit.unsealed u on u.entry_id = e.id
               where e.id is null or (u.entry_id is null
                 and not exists (select 1 from audit.seal s where s.entry_id = e.id))) as ids,
              (select count(*) from audit.unsealed) as waiting`,
    );
    broken.push(...(outside?.ids ?? []));
    const waiting = Number(outside?.waiting ?? 0);
    return { whole: broken.length === 0 && passed, sealed: seq, waiting, head: hash.toString('hex'), broken };
  }
}
