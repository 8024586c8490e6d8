/** Rows of print jobs: who works on one holds it for a while of real time, so that a dead process keeps none (FRM-2). */
import { Injectable } from '@nestjs/common';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { leaseFor, leaseIsOver, UnitOfWork } from '@bihuan/database';
import { LEASE_END } from '../lease';

export type JobState = 'waiting' | 'running' | 'done' | 'failed';

export interface JobItem {
  readonly subject: string;
  readonly formCode: string;
  readonly copies?: number | number[] | undefined;
  readonly blank?: boolean | undefined;
}

export interface PrintJob {
  readonly id: string;
  readonly state: JobState;
  readonly items: readonly JobItem[];
  /** One an item that is done, in the order of the items. */
  readonly prints: readonly string[];
  readonly error: string | null;
  /** Times the job was taken since it last got on; also tells who took it last. */
  readonly attempts: number;
  readonly actor: Omit<UserActor, 'permissions'> & { readonly permissions: readonly (readonly [string, Scope])[] };
}

/** A job that failed waits this long before its next try, and longer each time. Milliseconds. */
const BACK_OFF = 5_000;

const COLUMNS = 'id, state, items, prints, error, attempts, actor';

@Injectable()
export class PrintJobStore {
  constructor(private readonly work: UnitOfWork) {}

  async add(tx: Transaction, id: string, items: readonly JobItem[], actor: UserActor): Promise<void> {
    await tx.query(
      `insert into forms.print_job (id, state, items, prints, ordered_by, actor, ordered_at)
       values ($1, 'waiting', $2, '{}', $3, $4, $5)`,
      [
        id,
        JSON.stringify(items),
        actor.employeeId,
        JSON.stringify({ ...actor, permissions: [...actor.permissions] }),
        tx.now,
      ],
    );
  }

  /** The job of the person who ordered it; 404 for anybody else. */
  async of(id: string, orderedBy: string): Promise<PrintJob> {
    const [job] = await this.work.query<PrintJob>(
      `select ${COLUMNS} from forms.print_job where id = $1 and ordered_by = $2`,
      [id, orderedBy],
    );
    if (!job) throw commonErrors['not-found']();
    return job;
  }

  /** Takes the oldest job that nobody works on. */
  async take(): Promise<PrintJob | undefined> {
    const [job] = await this.work.query<PrintJob>(
      `update forms.print_job set state = 'running', attempts = attempts + 1, lease_until = ${LEASE_END} where id = (
         select id from forms.print_job where state in ('waiting', 'running') and ${leaseIsOver('lease_until')}
         order by ordered_at, id limit 1 for update skip locked)
       returning ${COLUMNS}`,
    );
    return job;
  }

  /** Holds on to a job that is being worked on, unless another process took it over. */
  async renew({ id, attempts }: PrintJob): Promise<void> {
    await this.work.query(
      `update forms.print_job set lease_until = ${LEASE_END} where id = $1 and attempts = $2 and state = 'running'`,
      [id, attempts],
    );
  }

  /** When a job that is held, or waits after a failure, may be taken; `null` where there is none. Real time. */
  async nextFree(): Promise<Date | null> {
    const [row] = await this.work.query<{ free: Date | null }>(
      "select min(lease_until) as free from forms.print_job where state in ('waiting', 'running')",
    );
    return row?.free ?? null;
  }

  /** Some more forms are filed; throws where another process took the job over, which takes these forms back. */
  async progress(tx: Transaction, job: PrintJob, prints: readonly string[]): Promise<void> {
    const all = [...job.prints, ...prints];
    const state: JobState = all.length === job.items.length ? 'done' : 'running';
    const rows = await tx.query(
      `update forms.print_job set state = $3, prints = $4::uuid[], attempts = 0, lease_until = null, error = null
       where id = $1 and attempts = $2 and prints = $5::uuid[] returning 1 as one`,
      [job.id, job.attempts, state, all, job.prints],
    );
    if (rows.length === 0) throw new Error('Another process took the print job over.');
  }

  /** @param final nobody tries it again */
  async failed(id: string, attempts: number, error: string, final: boolean): Promise<void> {
    await this.work.query(
      `update forms.print_job set state = $3, error = $4, lease_until = ${leaseFor(attempts * BACK_OFF)}
       where id = $1 and attempts = $2`,
      [id, attempts, final ? 'failed' : 'waiting', error],
    );
  }
}
