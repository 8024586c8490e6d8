/** CMP-9: what a revisit's result does to a complaint, whoever made the call. */
import { Injectable } from '@nestjs/common';
import type { RevisitComplaint } from '@bihuan/complaints-contract';
import type { Transaction } from '@bihuan/database';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { revisited } from '../../domain/closing.decide';
import type { Complaint, Person } from '../../domain/complaint.state';
import { ComplaintsPack } from '../../pack.settings';
import type { Done } from './acting.handler';
import { Closure } from './closure.handler';

@Injectable()
export class RevisitBook {
  constructor(
    private readonly clocks: ComplaintClocks,
    private readonly closure: Closure,
    private readonly pack: ComplaintsPack,
  ) {}

  /** @param call `by`: `null` where the revisit module called */
  async noted(
    tx: Transaction,
    before: Complaint,
    result: RevisitComplaint,
    call: { readonly by: Person | null; readonly at: Date },
  ): Promise<Done> {
    const after = revisited(before, result, call.by, call.at);
    const { screening } = this.pack.section.units;
    const screened = !result.satisfied && before.procedure.unsatisfied === 'screening';
    const unitId = screened && screening ? (await this.pack.unit(screening)).id : null;
    const row = await this.closure.newLine(tx, { ...after, screeningUnitId: unitId ?? after.screeningUnitId });
    await this.clocks.at(tx, row, result.satisfied ? ['revisited'] : ['revisited', 'dissatisfied']);
    return {
      row,
      action: 'revisited',
      data: { satisfied: result.satisfied, ...(row.followedById ? { followedBy: row.followedById } : {}) },
      personal: { text: result.text, proposal: result.proposal },
    };
  }
}
