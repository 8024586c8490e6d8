/** The five clocks of a case as it goes: desk, branch, headquarters, outer, the regulator's own (APL-1, APL-2, RD-11). */
import { Injectable } from '@nestjs/common';
import type { AppealClock } from '@bihuan/appeals-contract';
import { dueAt } from '@bihuan/domain';
import type { Transaction } from '@bihuan/database';
import type { ArmDeadline, DeadlineOwner, DeadlineView, NewPromise } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import { Calendars } from '@bihuan/calendars';
import { Policies } from '@bihuan/policies';
import { appeal as matter } from '../appeal.matter';
import { cutOff, outerFloor } from '../domain/clocks.rules';
import type { Appeal } from '../domain/appeal.state';
import { AppealsPack } from '../pack.settings';

/** Why a clock was cut off or moved: stands in the timeline. */
const REGULATOR_DATE = 'regulator-date';

type Clocked = Pick<
  Appeal,
  'id' | 'number' | 'level' | 'gravity' | 'deskId' | 'deskUnitId' | 'unitId' | 'handlerId' | 'replyDueAt' | 'receivedAt'
>;

/** Who is told by role: the desk's officer, and whoever handles it. */
const peopleOf = ({ deskId, handlerId }: Clocked): Record<string, string> =>
  handlerId ? { officer: deskId, handler: handlerId } : { officer: deskId };

@Injectable()
export class AppealClocks {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly pack: AppealsPack,
  ) {}

  /** Three run from receipt: the desk's, the outer one and the regulator's date (APL-1, APL-2a). */
  async received(tx: Transaction, row: Clocked): Promise<DeadlineView[]> {
    const from = { startedAt: row.receivedAt, owner: this.desk(row), first: true };
    const { outer } = this.pack.section.clocks;
    const floor = await this.floor(row.receivedAt);
    const clocks = [
      await this.arm(tx, row, 'desk', from),
      await this.arm(tx, row, 'outer', { ...from, calendar: outer.calendar, ...(floor ? { dueAt: floor } : {}) }),
    ];
    if (row.replyDueAt) clocks.push(await this.arm(tx, row, 'regulator', { ...from, dueAt: row.replyDueAt }));
    return clocks;
  }

  /** APL-2: the branch has it from now on. Dispatched again, another branch has what is left. */
  async dispatched(tx: Transaction, row: Clocked, again: boolean): Promise<void> {
    if (again) await this.handedTo(tx, row);
    else {
      await this.deadlines.meet(tx, matter.subject(row.id), 'desk');
      await this.arm(tx, row, 'branch', { startedAt: tx.now, owner: this.branch(row) });
    }
    // The regulator's date is the branch's concern too: its steps tell the handler.
    if (row.replyDueAt) {
      await this.deadlines.changeOwner(tx, matter.subject(row.id), 'regulator', this.desk(row), peopleOf(row));
    }
  }

  /** Another person of the branch, or another branch, has the branch's clock: not a second more. */
  async handedTo(tx: Transaction, row: Clocked): Promise<void> {
    await this.deadlines.changeOwner(tx, matter.subject(row.id), 'branch', this.branch(row), peopleOf(row));
  }

  /** APL-2: the report is there; headquarters answers the regulator from now on. */
  async reported(tx: Transaction, row: Clocked): Promise<void> {
    await this.deadlines.meet(tx, matter.subject(row.id), 'branch');
    await this.arm(tx, row, 'headquarters', { startedAt: tx.now, owner: this.desk(row) });
  }

  /** APL-4: the branch has its whole limit again (DLN-3), within the regulator's date. */
  async sentBack(tx: Transaction, row: Clocked): Promise<void> {
    await this.deadlines.cancel(tx, matter.subject(row.id), 'headquarters', 'sent-back');
    await this.arm(tx, row, 'branch', { startedAt: tx.now, owner: this.branch(row) });
  }

  /** APL-2: answered; was the whole of it in time (DLN-7)? */
  async replied(tx: Transaction, row: Clocked): Promise<{ readonly late: boolean }> {
    const subject = matter.subject(row.id);
    await this.deadlines.meet(tx, subject, 'headquarters');
    await this.deadlines.meet(tx, subject, 'regulator');
    const outer = await this.deadlines.meet(tx, subject, 'outer');
    return { late: outer?.late ?? false };
  }

  /** DLN-3: another due time of a stage that runs. */
  async promised(tx: Transaction, row: Clocked, stage: AppealClock, promise: NewPromise): Promise<void> {
    await this.deadlines.rePromise(tx, matter.subject(row.id), stage, promise);
  }

  /**
   * The regulator gives a date, or another one: stages that would end after it are cut off there. Answers which.
   *
   * @param running the open clocks as they stand
   * @param hadDate he had given one before
   */
  async regulatorDate(
    tx: Transaction,
    row: Clocked,
    { promise, running, hadDate }: { promise: NewPromise; running: readonly DeadlineView[]; hadDate: boolean },
  ): Promise<readonly AppealClock[]> {
    if (hadDate) await this.promised(tx, row, 'regulator', promise);
    else await this.arm(tx, row, 'regulator', { startedAt: tx.now, owner: this.desk(row), dueAt: promise.dueAt });
    const beyond = cutOff(running, promise.dueAt).map(({ stage }) => stage as AppealClock);
    for (const stage of beyond) {
      await this.promised(tx, row, stage, { dueAt: promise.dueAt, reason: REGULATOR_DATE });
    }
    return beyond;
  }

  /** RD-11: seven working days on the pack's calendar are never fewer than its hours. */
  private async floor(receivedAt: Date): Promise<Date | null> {
    const { policy, calendar, notShorterThanHours } = this.pack.section.clocks.outer;
    const { limit } = this.policies.deadlinePolicy(policy, receivedAt);
    return outerFloor(receivedAt, dueAt(receivedAt, limit, await this.calendars.byCode(calendar)), notShorterThanHours);
  }

  private arm(
    tx: Transaction,
    row: Clocked,
    stage: AppealClock,
    clock: Pick<ArmDeadline, 'startedAt' | 'owner' | 'dueAt' | 'calendar' | 'first'>,
  ): Promise<DeadlineView> {
    const { replyDueAt } = row;
    const bounded = stage !== 'regulator' && replyDueAt !== null && replyDueAt > clock.startedAt;
    return this.deadlines.arm(tx, {
      subject: matter.subject(row.id),
      stage,
      policy: this.pack.section.clocks[stage].policy,
      label: row.number,
      people: peopleOf(row),
      facts: { ...(row.level ? { level: row.level } : {}), gravity: row.gravity },
      ...(bounded ? { notAfter: replyDueAt } : {}),
      ...clock,
    });
  }

  private desk({ deskUnitId, deskId }: Clocked): DeadlineOwner {
    return { unitId: deskUnitId, employeeId: deskId };
  }

  private branch({ unitId, handlerId, deskUnitId }: Clocked): DeadlineOwner {
    return { unitId: unitId ?? deskUnitId, employeeId: handlerId };
  }
}
