/**
 * Idempotency keys: one record for one key, and the same answer again (api.md Conventions). Real time, also under the
 * manual clock. The key itself is not kept: its hash finds the row, and the answer is encrypted under a key made from it,
 * so that whoever has the table without the client's key reads nothing of a customer (CUS-5).
 */
import { createHash, hkdfSync, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { leaseFor, leaseIsOver, UnitOfWork } from '@bihuan/database';
import { decryptJson, encryptJson } from '@bihuan/privacy';
import { httpErrors } from '../problem/http.errors';

const HOURS_KEPT = 24;
const MILLISECONDS = 1_000;
const HOUR = 3_600 * MILLISECONDS;

/** A process that died holds a key no longer than this. */
const LEASE = 60 * MILLISECONDS;

/** How long the second of two equal requests waits for the first. */
const PATIENCE = 5 * MILLISECONDS;
const LOOK_AGAIN = 40;

/** One request under one key. */
export interface KeyedRequest {
  readonly userId: string;
  readonly key: string;
  /** Method and address. */
  readonly route: string;
  readonly body: unknown;
}

export interface Claim {
  readonly keyHash: Buffer;
  readonly attempt: string;
  readonly secret: Buffer;
}

export type ClaimResult =
  | { readonly kind: 'mine'; readonly claim: Claim }
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown };

interface Row {
  body_hash: Buffer;
  committed: boolean;
  status: number | null;
  answer: Buffer | null;
  abandoned: boolean;
}

@Injectable()
export class IdempotencyStore {
  constructor(private readonly work: UnitOfWork) {}

  /** Takes the key for this request, or answers what the first one was answered; waits for it a few seconds. */
  async claim(request: KeyedRequest): Promise<ClaimResult> {
    const keyHash = sha256(request.userId, request.route, request.key);
    const bodyHash = sha256(request.key, JSON.stringify(request.body ?? {}));
    const secret = Buffer.from(hkdfSync('sha256', request.key, request.userId, 'bihuan idempotent answer', 32));
    const claim = { keyHash, secret, attempt: randomUUID() };
    const patience = realNow().getTime() + PATIENCE;
    for (;;) {
      if (await this.take(claim, bodyHash)) return { kind: 'mine', claim };
      const [row] = await this.work.query<Row>(
        `select body_hash, committed, status, answer, ${leaseIsOver('lease_until')} as abandoned
         from http.idempotency where key_hash = $1`,
        [keyHash],
      );
      if (row && !row.body_hash.equals(bodyHash)) throw httpErrors['idempotency-key-reused']();
      if (row && row.status !== null) {
        if (!row.answer) throw httpErrors['idempotency-answer-lost']();
        return {
          kind: 'answered',
          status: row.status,
          body: (decryptJson(secret, row.answer) as { body?: unknown }).body,
        };
      }
      if (row?.committed && row.abandoned) throw httpErrors['idempotency-answer-lost']();
      if (realNow().getTime() >= patience) throw httpErrors['idempotency-in-progress']({ params: { retryAfter: 1 } });
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
    }
  }

  /** In every transaction of the request: the key counts as used exactly when the transaction does. */
  async markCommitted(tx: Transaction, { keyHash, attempt }: Claim): Promise<void> {
    const marked = await tx.query(
      'update http.idempotency set committed = true where key_hash = $1 and attempt = $2 returning 1 as one',
      [keyHash, attempt],
    );
    // Another process took the key over because this one was thought dead.
    if (marked.length === 0) throw httpErrors['idempotency-in-progress']({ params: { retryAfter: 1 } });
  }

  async answered({ keyHash, attempt, secret }: Claim, status: number, body: unknown): Promise<void> {
    await this.work.query('update http.idempotency set status = $3, answer = $4 where key_hash = $1 and attempt = $2', [
      keyHash,
      attempt,
      status,
      encryptJson(secret, { body }),
    ]);
  }

  /** A refused request did nothing and frees its key. */
  async release({ keyHash, attempt }: Claim): Promise<void> {
    await this.work.query('delete from http.idempotency where key_hash = $1 and attempt = $2 and not committed', [
      keyHash,
      attempt,
    ]);
  }

  /** Removes what is older than a day. */
  async sweep(): Promise<void> {
    await this.work.query('delete from http.idempotency where expires_at <= $1', [realNow()]);
  }

  /** Drops all kept answers, not the knowledge that a key was used: part of every erasure (CUS-5). */
  async forgetAnswers(tx: Transaction): Promise<number> {
    return (await tx.query('update http.idempotency set answer = null where answer is not null returning 1 as one'))
      .length;
  }

  private async take({ keyHash, attempt }: Claim, bodyHash: Buffer): Promise<boolean> {
    const now = realNow();
    const rows = await this.work.query(
      `insert into http.idempotency as i (key_hash, body_hash, attempt, committed, lease_until, expires_at)
       values ($1, $2, $3, false, ${leaseFor(LEASE)}, $5)
       on conflict (key_hash) do update set body_hash = excluded.body_hash, attempt = excluded.attempt, committed = false,
         status = null, answer = null, lease_until = excluded.lease_until, expires_at = excluded.expires_at
       where i.expires_at <= $4
          or (not i.committed and i.status is null and ${leaseIsOver('i.lease_until')} and i.body_hash = excluded.body_hash)
       returning 1 as one`,
      [keyHash, bodyHash, attempt, now, new Date(now.getTime() + HOURS_KEPT * HOUR)],
    );
    return rows.length > 0;
  }
}

function sha256(...parts: readonly string[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}
