/** What every act on a complaint starts from: the frame of cases with this module's matter, and who acts. */
import { Injectable } from '@nestjs/common';
import type { ComplaintAct } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { Outcome } from '@bihuan/matters';
import { Matters } from '@bihuan/matters';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import type { Complaint, Person } from '../../domain/complaint.state';

export const personOf = (actor: UserActor): Person => ({ id: actor.employeeId, name: actor.name });

export type Done = Outcome<Complaint>;

@Injectable()
export class Acting {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: ComplaintClocks,
  ) {}

  act(
    actor: UserActor,
    id: string,
    act: ComplaintAct,
    input: { readonly version?: number | undefined },
    decide: (tx: Transaction, before: Complaint) => Promise<Done> | Done,
  ): Promise<Complaint> {
    return this.matters.act(actor, matter, id, act, input, async (tx, before) =>
      this.timed(tx, await decide(tx, before)),
    );
  }

  keep(tx: Transaction, before: Complaint, outcome: Done): Promise<Complaint> {
    return this.matters.keep(tx, matter, before, this.timed(tx, outcome));
  }

  /** Which stages the act met in time stays with the case: reporting reads it from there (RPT-1d). */
  private timed(tx: Transaction, outcome: Done): Done {
    const { row } = outcome;
    return { ...outcome, row: { ...row, onTime: { ...row.onTime, ...this.clocks.metIn(tx, row.id) } } };
  }
}
