/** The clocks of a form as it goes round (HOT-8, HOT-9a, HOT-9d, DLN-3). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Deadlines } from '@bihuan/alarms';
import { Org } from '@bihuan/org';
import { Tasks } from '@bihuan/work';
import { formSubject } from '../data/problem-form.store';
import { CHASE, STAGES } from './stages.deadline';
import type { ProblemForm } from '../domain/problem-form.state';
import { routeOf } from '../domain/routing.rules';
import { HotlinePack } from '../pack.settings';

@Injectable()
export class FormClocks {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly tasks: Tasks,
    private readonly org: Org,
    private readonly pack: HotlinePack,
  ) {}

  /** HOT-8b: the form is with a department: two working days run from now, and one working hour to call (HOT-9a). */
  async atDepartment(tx: Transaction, form: ProblemForm): Promise<void> {
    const subject = formSubject(form.id);
    await this.deadlines.meet(tx, subject, STAGES.referral);
    if (form.requestedAt && form.unitId) {
      const owner = { unitId: form.unitId, employeeId: form.assigneeId };
      await this.deadlines.changeOwner(tx, subject, STAGES.requestedTime, owner);
    }
    await this.arm(tx, form, STAGES.contactCustomer, this.pack.section.policies.contactCustomer);
    await this.arm(tx, form, STAGES.result, this.pack.section.policies.result);
  }

  /** HOT-9c: another round with the same handler: the result clock starts anew. */
  nextRound(tx: Transaction, form: ProblemForm): Promise<void> {
    return this.arm(tx, form, STAGES.result, this.pack.section.policies.result);
  }

  /** The form is back with the officer, who must refer it again within two working hours from now. */
  async backToOfficer(tx: Transaction, form: ProblemForm): Promise<void> {
    await this.stop(tx, form, [STAGES.result, STAGES.contactCustomer], 'returned');
    await this.arm(tx, form, STAGES.referral, this.pack.section.policies.referral);
  }

  /** HOT-9a: the handler has agreed time and place; from now on he owns the result clock. */
  async accepted(tx: Transaction, form: ProblemForm): Promise<void> {
    await this.deadlines.meet(tx, formSubject(form.id), STAGES.contactCustomer);
    if (form.unitId) {
      const owner = { unitId: form.unitId, employeeId: form.handlerId };
      await this.deadlines.changeOwner(tx, formSubject(form.id), STAGES.result, owner);
    }
  }

  /** HOT-8: the result is back; nobody is chased any more. */
  async resultIsBack(tx: Transaction, form: ProblemForm): Promise<void> {
    await this.deadlines.meet(tx, formSubject(form.id), STAGES.result);
    await this.deadlines.meet(tx, formSubject(form.id), STAGES.requestedTime);
    await this.tasks.closeOpen(tx, formSubject(form.id), CHASE, 'not-done');
  }

  /** The customer's words stay with the form; the clocks only know that they wait for him. */
  async pause(tx: Transaction, form: ProblemForm): Promise<void> {
    for (const stage of waitingStages(form)) {
      await this.deadlines.pause(tx, formSubject(form.id), stage, 'awaiting-customer');
    }
  }

  /** @param form as it was while it waited */
  async resume(tx: Transaction, form: ProblemForm): Promise<void> {
    for (const stage of waitingStages(form)) await this.deadlines.resume(tx, formSubject(form.id), stage);
  }

  async withdrawn(tx: Transaction, form: ProblemForm): Promise<void> {
    await this.stop(tx, form, Object.values(STAGES), 'withdrawn');
    await this.tasks.closeOpen(tx, formSubject(form.id), CHASE, 'not-done');
  }

  private async stop(tx: Transaction, form: ProblemForm, stages: readonly string[], reason: string): Promise<void> {
    for (const stage of stages) await this.deadlines.cancel(tx, formSubject(form.id), stage, reason);
  }

  private async arm(tx: Transaction, form: ProblemForm, stage: string, policy: string): Promise<void> {
    const atOfficer = stage === STAGES.referral || !form.unitId;
    const calendar = atOfficer ? await this.handlersCalendar(form) : undefined;
    await this.deadlines.arm(tx, {
      subject: formSubject(form.id),
      stage,
      policy,
      startedAt: tx.now,
      owner: atOfficer
        ? { unitId: form.originUnitId, employeeId: form.officerId }
        : { unitId: form.unitId as string, employeeId: form.handlerId ?? form.assigneeId },
      people: { officer: form.officerId, ...(form.handlerId ? { handler: form.handlerId } : {}) },
      label: form.number,
      ...(calendar ? { calendar } : {}),
    });
  }

  /** HOT-8a: the officer's clock runs on the calendar of the unit to which the form will go. */
  private async handlersCalendar(form: ProblemForm): Promise<string | undefined> {
    const route = routeOf(this.pack.section, form.category, form.kind);
    return route && (await this.org.unitByCode(route.unit))?.calendar;
  }
}

/** Clocks that stand while a form waits: the result's, and before the acceptance the one to contact the customer. */
const waitingStages = ({ resumeTo }: ProblemForm): readonly string[] =>
  resumeTo === 'referred' ? [STAGES.result, STAGES.contactCustomer] : [STAGES.result];
