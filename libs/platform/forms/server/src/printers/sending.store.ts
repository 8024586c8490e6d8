/** Rows of what goes to printers: held for a while of real time, so that a dead process keeps none (FRM-6). */
import { Injectable } from '@nestjs/common';
import type { SendingState, SendingView } from '@bihuan/forms-contract';
import { realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { leaseIsOver, UnitOfWork } from '@bihuan/database';
import { LEASE_END } from '../lease';

export interface NewSending {
  readonly id: string;
  readonly printerId: string;
  /** `null`: a test page. */
  readonly printId: string | null;
  readonly copies: number;
  readonly orderedBy: string;
}

/** A sending this process works on, with its printer as it is now. */
export interface Claimed extends NewSending {
  readonly state: SendingState;
  readonly jobId: number | null;
  /** Times it was taken, this one included; also tells who took it last. */
  readonly attempts: number;
  /** Tries in a row that failed. */
  readonly failures: number;
  readonly looks: number;
  /** 1, and one more each time the person sends it anew. */
  readonly round: number;
  readonly printerName: string;
  readonly url: string;
  readonly fingerprint: string | null;
  readonly enabled: boolean;
  readonly orderedAt: Date;
}

export interface SendingChange {
  readonly state: SendingState;
  readonly jobId?: number;
  readonly error: string | null;
  readonly failures: number;
  readonly looks: number;
  /** Real time; `null` when it is over. */
  readonly tryAt: Date | null;
}

/** Taken at once: printers are slow. */
const BATCH = 8;

const VIEW = `s.id, s.printer_id as "printerId", p.name as "printerName", s.print_id as "printId", s.copies, s.state,
  s.job_id as "jobId", s.error, s.attempts, s.ordered_at as "orderedAt", s.done_at as "doneAt"`;

@Injectable()
export class SendingStore {
  constructor(private readonly work: UnitOfWork) {}

  async add(tx: Transaction, { id, printerId, printId, copies, orderedBy }: NewSending): Promise<void> {
    await tx.query(
      `insert into forms.sending (id, printer_id, print_id, copies, state, try_at, ordered_by, ordered_at)
       values ($1, $2, $3, $4, 'waiting', $5, $6, $7)`,
      [id, printerId, printId, copies, realNow(), orderedBy, tx.now],
    );
  }

  /** What this person sent, newest first. */
  list(orderedBy: string, limit: number): Promise<SendingView[]> {
    return this.work.query<SendingView>(
      `select ${VIEW} from forms.sending s join forms.printer p on p.id = s.printer_id where s.ordered_by = $1
       order by s.ordered_at desc, s.id limit $2`,
      [orderedBy, limit],
    );
  }

  async of(id: string, orderedBy: string): Promise<SendingView | undefined> {
    const [row] = await this.work.query<SendingView>(
      `select ${VIEW} from forms.sending s join forms.printer p on p.id = s.printer_id
       where s.id = $1 and s.ordered_by = $2`,
      [id, orderedBy],
    );
    return row;
  }

  /** What is to be sent or looked at now. To each printer in the order of sending, one after another. */
  claim(): Promise<Claimed[]> {
    return this.work.query<Claimed>(
      `with due as (
         select s.id from forms.sending s where s.state in ('waiting', 'printing') and s.try_at <= $1
           and ${leaseIsOver('s.leased_until')}
           and (s.state = 'printing' or not exists (select 1 from forms.sending b
             where b.printer_id = s.printer_id and b.state = 'waiting' and b.seq < s.seq))
         order by s.try_at, s.seq limit ${BATCH} for update skip locked)
       update forms.sending s set attempts = s.attempts + 1, leased_until = ${LEASE_END} from due, forms.printer p
       where s.id = due.id and p.id = s.printer_id
       returning s.id, s.printer_id as "printerId", s.print_id as "printId", s.copies, s.state, s.job_id as "jobId",
         s.attempts, s.failures, s.looks, s.round, s.ordered_by as "orderedBy", s.ordered_at as "orderedAt",
         p.name as "printerName", p.url, p.fingerprint, p.enabled`,
      [realNow()],
    );
  }

  /** Holds on to one that the printer is being talked to about, unless another process took it over. */
  async renew({ id, attempts }: Claimed): Promise<void> {
    await this.work.query(
      `update forms.sending set leased_until = ${LEASE_END}
       where id = $1 and attempts = $2 and state in ('waiting', 'printing')`,
      [id, attempts],
    );
  }

  /** Answers whether it was still ours: another process may have taken it over. */
  async change(tx: Transaction, { id, attempts }: Claimed, change: SendingChange): Promise<boolean> {
    const { state, jobId, error, failures, looks, tryAt } = change;
    const rows = await tx.query(
      `update forms.sending set state = $3, job_id = coalesce($4, job_id), error = $5, failures = $6, looks = $7,
         try_at = $8, leased_until = null, done_at = $9
       where id = $1 and attempts = $2 and state in ('waiting', 'printing') returning id`,
      [id, attempts, state, jobId ?? null, error, failures, looks, tryAt, tryAt === null ? tx.now : null],
    );
    return rows.length > 0;
  }

  /** Gives it back as it was: the process is going down. */
  async giveBack({ id, attempts }: Claimed): Promise<void> {
    await this.work.query(
      "update forms.sending set leased_until = null where id = $1 and attempts = $2 and state in ('waiting', 'printing')",
      [id, attempts],
    );
  }

  /** Failed ones wait anew; answers whether it was one. */
  async again(tx: Transaction, id: string, orderedBy: string): Promise<boolean> {
    const rows = await tx.query(
      `update forms.sending set state = 'waiting', job_id = null, error = null, failures = 0, looks = 0, round = round + 1, try_at = $3,
         done_at = null where id = $1 and ordered_by = $2 and state = 'failed' returning id`,
      [id, orderedBy, realNow()],
    );
    return rows.length > 0;
  }

  /** When something is next due and free, in real time; `null` where nothing waits. */
  async nextTry(): Promise<Date | null> {
    const [row] = await this.work.query<{ due: Date | null }>(
      "select min(greatest(try_at, leased_until)) as due from forms.sending where state in ('waiting', 'printing')",
    );
    return row?.due ?? null;
  }
}
