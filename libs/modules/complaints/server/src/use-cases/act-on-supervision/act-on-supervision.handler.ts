/** The supervised unit replies (CMP-20). */
import { Injectable } from '@nestjs/common';
import type { ReplySupervision } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Deadlines } from '@bihuan/alarms';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { SUPERVISION_REPLY } from '../../deadlines/stages.deadline';
import { signed } from '../../domain/handling.decide';
import type { Supervision } from '../../domain/supervision.state';
import { supervision as matter } from '../../supervision.matter';

@Injectable()
export class ActOnSupervisionHandler {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly notices: Notices,
  ) {}

  reply(actor: UserActor, id: string, input: ReplySupervision): Promise<Supervision> {
    return this.matters.act(actor, matter, id, 'reply', input, async (tx, before) => {
      const by = { id: actor.employeeId, name: actor.name };
      await this.deadlines.meet(tx, matter.subject(id), SUPERVISION_REPLY);
      if (before.issuedBy) {
        await this.notices.send(tx, {
          subject: matter.subject(id),
          to: [before.issuedBy.id],
          template: 'complaint-supervision-replied',
          params: { number: before.complaintNumber, order: before.number },
        });
      }
      return {
        row: { ...before, state: 'replied' as const, reply: signed(input.text, by, tx.now) },
        action: 'supervision-replied',
        personal: { text: input.text },
      };
    });
  }
}
