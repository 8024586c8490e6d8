/** The form goes to a department: first referral, and return of one that was sent to the wrong one (HOT-6, HOT-7, HOT-8). */
import { Injectable } from '@nestjs/common';
import type { ReferForm, ReturnForm } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import { Org } from '@bihuan/org';
import { referred, returned } from '../../domain/problem-form.decide';
import { demandAgreement, demandFormAction, demandRoutingReason, isComplaint } from '../../domain/problem-form.rules';
import type { ProblemForm } from '../../domain/problem-form.state';
import { routeOf } from '../../domain/routing.rules';
import { HotlinePack } from '../../pack.settings';
import { Matters } from '@bihuan/matters';
import { problemForm } from '../../problem-form.matter';
import { FormCircle } from '../../events/publish';
import { FormClocks } from '../../deadlines/form-clocks.deadline';

@Injectable()
export class ReferFormHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: FormClocks,
    private readonly circle: FormCircle,
    private readonly org: Org,
    private readonly pack: HotlinePack,
  ) {}

  refer(actor: UserActor, id: string, input: ReferForm): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'refer', input, async (tx, before) => {
      demandFormAction(before, 'refer');
      demandAgreement({
        ...(input.customerAgreed === undefined ? {} : { customerAgreed: input.customerAgreed }),
        ...(input.overrideReason === undefined ? {} : { overrideReason: input.overrideReason }),
      });
      const route = routeOf(this.pack.section, before.category, before.kind);
      const routed = route ? await this.org.unitByCode(route.unit) : undefined;
      const unitId = input.unitId ?? routed?.id;
      if (!unitId)
        throw invalidField('/unitId', 'no-route', '路由表没有该类别的部门，请选择部门。 / No route; name a unit.');
      demandRoutingReason(unitId, routed?.id ?? null, input.reason);
      await this.demandUnit(unitId, input.assigneeId);
      const form = referred(
        before,
        { unitId, assigneeId: input.assigneeId ?? null, customerAgreed: input.customerAgreed ?? false },
        tx.now,
      );
      await this.clocks.atDepartment(tx, form);
      if (isComplaint(form) && before.firstReferredAt === null) await this.circle.complained(tx, form);
      return {
        row: form,
        action: 'referred',
        participants: [form.assigneeId],
        data: {
          unitId,
          unit: (await this.org.unit(unitId))?.name,
          customerAgreed: form.customerAgreed,
          overruled: unitId !== routed?.id,
        },
        personal: { overrideReason: input.overrideReason, reason: input.reason },
      };
    });
  }

  /** Counted as 'pass the buck'; the clock starts anew for the new handler (HOT-8b, RD-3). */
  return(actor: UserActor, id: string, input: ReturnForm): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'return', input, async (tx, before) => {
      demandFormAction(before, 'return');
      if (input.unitId) await this.demandUnit(input.unitId, undefined);
      const form = returned(before, input.unitId, tx.now);
      await (form.unitId ? this.clocks.atDepartment(tx, form) : this.clocks.backToOfficer(tx, form));
      return {
        row: form,
        action: 'returned',
        data: { from: before.unitId, to: form.unitId, returns: form.returns },
        personal: { reason: input.reason },
      };
    });
  }

  private async demandUnit(unitId: string, assigneeId: string | undefined): Promise<void> {
    const unit = await this.org.demandUnit(unitId);
    if (!assigneeId) return;
    const assignee = await this.org.employee(assigneeId);
    if (assignee?.unitId !== unitId) {
      throw invalidField('/assigneeId', 'not-in-unit', `该人员不在「${unit.name}」。 / Not a member of that unit.`);
    }
  }
}
