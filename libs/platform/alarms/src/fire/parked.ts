/** Steps that failed five times: a person looks at them and sends them again (DLN-2). */
import { Injectable } from '@nestjs/common';
import type { Actor, Subject } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { AlarmCalls } from '../queue/alarm-calls';

export interface ParkedStep {
  /** Deadline id, round, step and occurrence: the effect key. */
  readonly id: string;
  readonly subject: Subject;
  readonly stage: string;
  readonly step: string;
  readonly action: string;
  readonly at: Date;
  readonly attempts: number;
  readonly error: string | null;
}

interface Row {
  deadline_id: string;
  round: number;
  key: string;
  n: number;
  action: string;
  at: Date;
  attempts: number;
  error: string | null;
  module: string;
  kind: string;
  subject_id: string;
  stage: string;
}

const MOST = 500;

@Injectable()
export class ParkedSteps {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calls: AlarmCalls,
  ) {}

  /** The latest first. */
  async list(): Promise<ParkedStep[]> {
    const rows = await this.work.query<Row>(
      `select s.deadline_id, s.round, s.key, s.n, s.action, s.at, s.attempts, s.error,
              d.module, d.kind, d.subject_id, d.stage
       from alarms.step s join alarms.deadline d on d.id = s.deadline_id
       where s.state = 'parked' order by s.at desc limit ${MOST}`,
    );
    return rows.map(({ deadline_id, round, key, n, module, kind, subject_id, ...rest }) => ({
      id: [deadline_id, round, key, n].join('~'),
      subject: { module, kind, id: subject_id },
      stage: rest.stage,
      step: key,
      action: rest.action,
      at: rest.at,
      attempts: rest.attempts,
      error: rest.error,
    }));
  }

  /** Arms a parked step again; it fires at once. 404 where it is not parked. */
  async replay(actor: Actor, id: string): Promise<void> {
    const [deadline, round, key, n] = /^([0-9a-f-]{36})~(\d{1,9})~([^~]+)~(\d{1,9})$/.exec(id)?.slice(1) ?? [];
    if (deadline === undefined) throw commonErrors['not-found']();
    await this.work.run(actor, async (tx) => {
      const [row] = await tx.query<{ at: Date }>(
        `update alarms.step set state = case when told then 'armed' else 'fired' end, attempts = 0, next_at = at
         where deadline_id = $1 and round = $2 and key = $3 and n = $4 and state = 'parked' returning at`,
        [deadline, round, key, n],
      );
      if (!row) throw commonErrors['not-found']();
      this.calls.armed(tx, row.at);
    });
  }
}
