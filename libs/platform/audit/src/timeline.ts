/** The timeline of a subject, read from the audit entries (IDN-4). */
import { Injectable } from '@nestjs/common';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { DataKeys } from '@bihuan/privacy';

export interface TimelineItem {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly data: Readonly<Record<string, unknown>>;
  /** Personal values; absent when the customer was erased. */
  readonly personal?: Readonly<Record<string, unknown>>;
}

interface Row {
  id: string;
  at: Date;
  action: string;
  actor_id: string | null;
  actor_name: string;
  data: Record<string, unknown>;
  key_id: string | null;
  sealed_values: Buffer | null;
}

@Injectable()
export class Timeline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: DataKeys,
  ) {}

  /** What happened, in order. Whether the reader may see it is decided by the caller. */
  async of(subject: Subject): Promise<TimelineItem[]> {
    const rows = await this.work.query<Row>(
      `select id, at, action, actor_id, actor_name, data, key_id, sealed_values from audit.entry
       where subject_id = $1 and module = $2 and kind = $3 order by id`,
      [subject.id, subject.module, subject.kind],
    );
    const keys = await this.keys.load(rows.flatMap(({ key_id }) => (key_id ? [key_id] : [])));
    return rows.map((row) => {
      const personal = this.keys.open(keys, row.key_id, row.sealed_values) as TimelineItem['personal'];
      return {
        id: row.id,
        at: row.at,
        action: row.action,
        actor: { id: row.actor_id, name: row.actor_name },
        data: row.data,
        ...(personal ? { personal } : {}),
      };
    });
  }

  /** The data key under which the subject's values stand; `undefined` where it has none (CUS-5). */
  async keyOf(tx: Pick<Transaction, 'query'>, subject: Subject): Promise<string | undefined> {
    const [row] = await tx.query<{ key_id: string }>(
      `select key_id from audit.entry where subject_id = $1 and module = $2 and kind = $3 and key_id is not null
       order by id desc limit 1`,
      [subject.id, subject.module, subject.kind],
    );
    return row?.key_id;
  }

  /** Has this person acted on the subject, or was made part of it (IDN-2)? */
  async participated(subject: Subject, employeeId: string): Promise<boolean> {
    return (await this.participatedIn([subject], employeeId)).size > 0;
  }

  /** Ids of the subjects on which this person has acted, or of which he was made part (IDN-2). */
  async participatedIn(subjects: readonly Subject[], employeeId: string): Promise<Set<string>> {
    const rows = await this.work.query<{ id: string }>(
      'select distinct subject_id as id from audit.participant where subject_id = any($1::uuid[]) and employee_id = $2',
      [subjects.map(({ id }) => id), employeeId],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
