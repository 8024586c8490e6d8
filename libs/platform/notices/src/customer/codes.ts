/** One-time codes sent to a customer's phone; their time is real, also under the manual clock (DSP-8a, api.md). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import { defineErrors } from '@bihuan/plugin-kit';
import { realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { SideConnection } from '@bihuan/database';
import type { NoticeParams } from '../notice';
import { drawCode, hashCode, isCode } from './code.rules';
import { CustomerMessages } from './customer-messages';

/** Figures are the pack's: six digits, fifteen minutes, three tries. */
export interface NewCode {
  readonly subject: Subject;
  /** What it allows, such as `sign`; a new code of a purpose ends the one before it. */
  readonly purpose: string;
  /** Phone it is sent to. */
  readonly to: string;
  readonly keyId: string;
  readonly minutes: number;
  readonly digits: number;
  /** Wrong tries that are allowed; with the last one the code is spent. */
  readonly tries: number;
  /** Codes of one purpose within an hour; more are refused (429). No limit unless set. */
  readonly perHour?: number;
  /** Template of the pack with the places `{code}` and `{minutes}`. */
  readonly template: string;
  readonly params?: NoticeParams;
}

export interface TriedCode {
  readonly subject: Subject;
  readonly purpose: string;
  readonly code: string;
}

/** `spent`: used already, replaced by a newer one, or too many wrong tries. `expired`: too late, or never sent. */
export type CodeVerdict = 'ok' | 'wrong' | 'expired' | 'spent';

export const codeErrors = defineErrors({
  'too-many-codes': {
    kind: 'too-many',
    zh: '验证码发送过于频繁，请稍后再试。',
    en: 'Too many codes were sent; try again later.',
  },
});

const HOUR = 3_600_000;

interface Row {
  id: string;
  hash: Buffer;
  expires_at: Date;
  tries_left: number;
  used_at: Date | null;
}

@Injectable()
export class Codes {
  constructor(
    private readonly side: SideConnection,
    private readonly messages: CustomerMessages,
  ) {}

  /** Sends a code by SMS and keeps its hash. Answers until when it is good. */
  async issue(tx: Transaction, code: NewCode): Promise<{ readonly expiresAt: Date }> {
    const { subject, purpose, minutes, digits, tries, perHour } = code;
    const now = realNow();
    const sent = await tx.query<{ count: string; first: Date }>(
      `select count(*) as count, min(created_at) as first from notices.code
       where subject_id = $1 and module = $2 and kind = $3 and purpose = $4 and created_at > $5`,
      [...of(subject), purpose, new Date(now.getTime() - HOUR)],
    );
    if (perHour !== undefined && Number(sent[0]?.count ?? 0) >= perHour) {
      const retryAfter = Math.ceil(((sent[0]?.first ?? now).getTime() + HOUR - now.getTime()) / 1_000);
      throw codeErrors['too-many-codes']({ params: { retryAfter: Math.max(1, retryAfter) } });
    }
    await tx.query(
      `update notices.code set tries_left = 0
       where subject_id = $1 and module = $2 and kind = $3 and purpose = $4 and tries_left > 0`,
      [...of(subject), purpose],
    );
    const drawn = drawCode(digits);
    const expiresAt = new Date(now.getTime() + minutes * 60_000);
    await tx.query(
      `insert into notices.code (id, subject_id, module, kind, purpose, hash, tries_left, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [randomUUID(), ...of(subject), purpose, await hashCode(drawn), tries, now, expiresAt],
    );
    await this.messages.send(tx, {
      subject,
      keyId: code.keyId,
      channel: 'sms',
      to: code.to,
      template: code.template,
      params: { ...code.params, code: drawn, minutes },
      secret: drawn,
    });
    return { expiresAt };
  }

  /**
   * Is this the code? A wrong try counts even where the use case that asked is refused and takes everything back; the
   * right one is used up only with the use case.
   */
  async check(tx: Transaction, { subject, purpose, code }: TriedCode): Promise<CodeVerdict> {
    const [last] = await this.side.query<Row>(
      `select id, hash, expires_at, tries_left, used_at from notices.code
       where subject_id = $1 and module = $2 and kind = $3 and purpose = $4 order by created_at desc, id limit 1`,
      [...of(subject), purpose],
    );
    if (!last) return 'expired';
    if (last.used_at || last.tries_left === 0) return 'spent';
    if (last.expires_at <= realNow()) return 'expired';
    // Taken before it is compared: guesses sent side by side are counted one by one.
    const taken = await this.side.query(
      'update notices.code set tries_left = tries_left - 1 where id = $1 and tries_left > 0 returning id',
      [last.id],
    );
    if (taken.length === 0) return 'spent';
    if (!(await isCode(code, last.hash))) return 'wrong';
    await this.side.query('update notices.code set tries_left = tries_left + 1 where id = $1', [last.id]);
    const used = await tx.query('update notices.code set used_at = $2 where id = $1 and used_at is null returning id', [
      last.id,
      realNow(),
    ]);
    return used.length > 0 ? 'ok' : 'spent';
  }

  /** Codes over for a day are of no use to anybody. */
  async sweep(): Promise<void> {
    await this.side.query('delete from notices.code where expires_at < $1', [
      new Date(realNow().getTime() - 24 * HOUR),
    ]);
  }
}

const of = ({ id, module, kind }: Subject) => [id, module, kind];
