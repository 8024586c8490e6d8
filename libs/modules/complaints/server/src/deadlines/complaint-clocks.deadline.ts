/** The clocks of a complaint as it goes through its moments, as the pack lists them (CMP-4, DLN-1b). */
import { Injectable } from '@nestjs/common';
import type { DeadlineOwner, DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { clocksAt, factsOf, policyOf } from '../domain/clocks.rules';
import { followsUnanswered, type Complaint } from '../domain/complaint.state';
import { ComplaintsPack } from '../pack.settings';
import type { ClockSetting, Moment } from '../procedure.settings';
import { complaint as matter } from '../complaint.matter';
import { PROGRESS_REPLY, PROMISED } from './stages.deadline';

/** Moments at which a stage runs once more: from now, not from when it was first heard. */
const AGAIN: readonly Moment[] = ['returned-to-channel', 're-handled'];

@Injectable()
export class ComplaintClocks {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly pack: ComplaintsPack,
    private readonly org: Org,
  ) {}

  /** Moments in the order in which they came. @param first the complaint is made in this transaction */
  async at(tx: Transaction, complaint: Complaint, moments: readonly Moment[], first = false): Promise<DeadlineView[]> {
    const armed: DeadlineView[] = [];
    const started = new Set<string>();
    for (const moment of moments) {
      const { meet, cancel, arm } = clocksAt(this.pack.section.clocks, moment);
      for (const { stage } of meet) {
        if (first && !started.has(stage)) continue;
        const met = await this.deadlines.meet(tx, matter.subject(complaint.id), stage);
        if (met) this.metIn(tx, complaint.id)[stage] = !met.late;
      }
      for (const { stage } of cancel) await this.deadlines.cancel(tx, matter.subject(complaint.id), stage, moment);
      // What follows another runs on that one's clocks until it is answered (DLN-3).
      for (const clock of followsUnanswered(complaint) ? [] : arm) {
        if (clock.once && (first ? started.has(clock.stage) : await this.isKnown(complaint, clock))) continue;
        const view = await this.arm(tx, complaint, clock, { moment, first: first && !started.has(clock.stage) });
        if (!view) continue;
        armed.push(view);
        started.add(clock.stage);
      }
    }
    return armed.filter(({ stage }, index) => armed.findLastIndex((one) => one.stage === stage) === index);
  }

  /** Stages met in this transaction, and whether in time: they go onto the row when it is kept. */
  metIn(tx: Transaction, id: string): Record<string, boolean> {
    return tx.memo(`complaints:met:${id}`, () => ({}));
  }

  /** CMP-4f: a time told to the customer is a clock of its own. */
  promised(tx: Transaction, complaint: Complaint, dueAt: Date, first = false): Promise<DeadlineView> {
    return this.named(tx, complaint, PROMISED, this.pack.section.promisedPolicy, dueAt, first);
  }

  /** CMP-8a: told before the old promise ends. */
  progressReply(tx: Transaction, complaint: Complaint, dueAt: Date): Promise<DeadlineView> {
    return this.named(tx, complaint, PROGRESS_REPLY, this.pack.section.progressPolicy, dueAt, false);
  }

  /** The customer has his answer: what was promised to him is kept, or late. */
  async kept(tx: Transaction, complaint: Complaint): Promise<void> {
    const subject = matter.subject(complaint.id);
    const met = complaint.promisedAt ? await this.deadlines.meet(tx, subject, PROMISED) : undefined;
    if (met) this.metIn(tx, complaint.id)[PROMISED] = !met.late;
    if (complaint.rePromises > 0) await this.deadlines.cancel(tx, subject, PROGRESS_REPLY, 'answered');
  }

  /** The unit that has it changed: its clocks go with it. */
  async moved(tx: Transaction, complaint: Complaint): Promise<void> {
    const owned = this.pack.section.clocks.filter(({ owner }) => owner === 'unit');
    for (const clock of owned) {
      const owner = this.ownerOf(complaint, clock);
      const people = await this.people(complaint, owner);
      await this.deadlines.changeOwner(tx, matter.subject(complaint.id), clock.stage, owner, people);
    }
  }

  /** Stages that are promises to the customer. */
  get promises(): readonly string[] {
    return this.pack.section.clocks.filter(({ promise }) => promise).map(({ stage }) => stage);
  }

  /** All but paper that is still under way. */
  async filed(tx: Transaction, complaint: Complaint): Promise<void> {
    const subject = matter.subject(complaint.id);
    const stages = this.pack.section.clocks.filter(({ outlivesFiling }) => !outlivesFiling).map(({ stage }) => stage);
    for (const stage of [...stages, PROMISED, PROGRESS_REPLY]) await this.deadlines.cancel(tx, subject, stage, 'filed');
  }

  /** CMP-4c: who is told besides the unit: people of the case, deputies, and the office. */
  async people(complaint: Complaint, owner: DeadlineOwner): Promise<Record<string, string>> {
    const { officerId, handlerId } = complaint;
    const { units, tell } = this.pack.section;
    const office = units.office ? await this.org.headOf((await this.pack.unit(units.office)).id) : undefined;
    const deputy = await this.deputyOf(owner.unitId);
    const told: Record<string, string> = {};
    for (const [role, position] of Object.entries(tell)) {
      const [holder] = await this.org.inPosition(position);
      if (holder) told[role] = holder.id;
    }
    return {
      ...told,
      ...(officerId ? { officer: officerId } : {}),
      ...(handlerId ? { handler: handlerId } : {}),
      ...(office ? { office: office.id } : {}),
      ...(deputy ? { deputy } : {}),
    };
  }

  private async arm(
    tx: Transaction,
    complaint: Complaint,
    clock: ClockSetting,
    { moment, first }: { readonly moment: Moment; readonly first: boolean },
  ): Promise<DeadlineView | undefined> {
    const policy = policyOf(clock, complaint);
    const owner = this.ownerOf(complaint, clock);
    if (policy === undefined) return undefined;
    if (clock.beforeHoliday && !(await this.pack.beforeHoliday(owner.unitId, tx.now))) return undefined;
    const startedAt = clock.fromHeard && !AGAIN.includes(moment) ? complaint.heardAt : tx.now;
    return this.deadlines.arm(tx, {
      subject: matter.subject(complaint.id),
      stage: clock.stage,
      policy,
      startedAt,
      ...(clock.closeOfDay ? { dueAt: await this.closing(owner.unitId, policy, startedAt) } : {}),
      owner,
      people: await this.people(complaint, owner),
      facts: factsOf(complaint, this.pack.business(complaint.business)?.facts ?? []),
      label: complaint.number,
      first,
    });
  }

  /** Has the stage ever run for this complaint? */
  private async isKnown({ id }: Complaint, { stage }: ClockSetting): Promise<boolean> {
    return (await this.deadlines.of(matter.subject(id))).some((one) => one.stage === stage);
  }

  private closing(unitId: string, policy: string, startedAt: Date): Promise<Date> {
    return this.pack.closeOfDay(unitId, new Date(startedAt.getTime() + this.pack.elapsedOf(policy, startedAt)));
  }

  private async named(
    tx: Transaction,
    complaint: Complaint,
    stage: string,
    policy: string,
    dueAt: Date,
    first: boolean,
  ): Promise<DeadlineView> {
    const owner = { unitId: complaint.answerUnitId, employeeId: complaint.officerId };
    return this.deadlines.arm(tx, {
      subject: matter.subject(complaint.id),
      stage,
      policy,
      startedAt: tx.now,
      dueAt,
      owner,
      people: await this.people(complaint, owner),
      label: complaint.number,
      first,
    });
  }

  private ownerOf(complaint: Complaint, { owner }: ClockSetting): DeadlineOwner {
    const { intakeUnitId, centreUnitId, unitId, answerUnitId, officerId, handlerId, screeningUnitId } = complaint;
    switch (owner) {
      case 'intake':
        return { unitId: intakeUnitId, employeeId: officerId };
      case 'centre':
        return { unitId: centreUnitId, employeeId: null };
      case 'unit':
        return { unitId: unitId ?? centreUnitId, employeeId: handlerId };
      case 'answer':
        return { unitId: answerUnitId, employeeId: answerUnitId === intakeUnitId ? officerId : null };
      case 'screening':
        return { unitId: screeningUnitId ?? centreUnitId, employeeId: null };
    }
  }

  /** Who stands in for the head of a unit: the first in the positions the pack names. */
  private async deputyOf(unitId: string): Promise<string | undefined> {
    const { deputies } = this.pack.section;
    if (deputies.length === 0) return undefined;
    const members = (await this.org.employees()).filter((one) => one.unitId === unitId && !one.head);
    for (const position of deputies) {
      const found = members.find((one) => one.position === position);
      if (found) return found.id;
    }
    return undefined;
  }
}
