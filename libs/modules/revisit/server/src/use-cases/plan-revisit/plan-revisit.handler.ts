/** A matter is finished: its revisit is planned by the pack's plan, or called again when it came back (RVT-1, RVT-2, RVT-4). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import { Customers } from '@bihuan/customers';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import type { Way, WrittenWay } from '@bihuan/revisit-contract';
import { WRITTEN_WAYS } from '@bihuan/revisit-contract';
import { restOfCustomer } from '../../data/rest-hours.store';
import { revisitTasks } from '../../data/revisit-task.store';
import type { PlanTimes } from '../../domain/revisit-plan.rules';
import { isCalled, planFor, timesOf } from '../../domain/revisit-plan.rules';
import { stillOut } from '../../domain/revisit-task.decide';
import type { MatterFacts, RevisitTask, SentTo } from '../../domain/revisit-task.state';
import { RevisitPack } from '../../pack.settings';
import { OPEN_TASK_OF, revisitTask, taskSubject } from '../../revisit-task.part';
import type { RevisitPlan } from '../../revisit.settings';

export const REVISIT_STAGE = 'revisit';

/** Waiting for the answer to a questionnaire. */
export const ANSWER_STAGE = 'answer';

@Injectable()
export class PlanRevisit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly matters: Matters,
    private readonly pack: RevisitPack,
    private readonly customers: Customers,
    private readonly org: Org,
  ) {}

  /** A matter that came back is called again with the same task (RVT-4); one called about in this round is not. */
  async plan(tx: Transaction, told: MatterFacts): Promise<void> {
    const matter = await this.marked(told);
    const plan = planFor(this.pack.section.plans, matter);
    if (!plan) return;
    const [open] = await revisitTasks.find(tx, OPEN_TASK_OF, [matter.subjectId]);
    if (open) return open.state === 'waiting' ? this.back(tx, open, 'matter', matter) : this.again(tx, open, matter);
    const [done] = await revisitTasks.find(
      tx,
      "r.subject_id = $1 and r.state = 'done' order by r.round desc, r.revisited_at desc limit 1",
      [matter.subjectId],
    );
    if (!isCalled(done, matter.round)) await this.first(tx, plan, matter);
  }

  /** One of the things a task waits for came back; with the last of them it is called again (RVT-4). */
  async back(
    tx: Transaction,
    open: RevisitTask,
    what: SentTo,
    news: Partial<MatterFacts> & { concludedAt: Date },
  ): Promise<void> {
    const waitsFor = stillOut(open, what);
    if (waitsFor.length === 0) return this.again(tx, open, news);
    const row = { ...open, ...news, unitId: open.unitId, waitsFor };
    await this.matters.keep(tx, revisitTask, open, { row, action: 'one-came-back', data: { back: what, waitsFor } });
  }

  /** All that a task waited for came back: it is called again, by its own plan, from now (RVT-4). */
  private async again(
    tx: Transaction,
    open: RevisitTask,
    news: Partial<MatterFacts> & { concludedAt: Date },
  ): Promise<void> {
    const plan = this.pack.planOf(open);
    if (!plan) return;
    const matter = { ...open, ...news, unitId: open.unitId };
    const { times, clock } = await this.clock(tx, plan, open.id, matter, false);
    await this.deadlines.cancel(tx, taskSubject(open.id), ANSWER_STAGE, 'planned-again');
    const row = {
      ...matter,
      state: 'planned' as const,
      callId: await this.callOf(tx, matter, times.day),
      plannedFor: times.plannedFor,
      day: times.day,
      limitAt: clock.dueAt,
      preparedAt: null,
      waysDone: [],
      way: null,
      waitsFor: [],
      sentAt: null,
      linkHash: null,
    };
    const data = { number: row.number, round: row.round, day: row.day };
    await this.matters.keep(tx, revisitTask, open, { row, action: 'planned-again', data });
  }

  private async first(tx: Transaction, plan: RevisitPlan, told: MatterFacts): Promise<void> {
    const unitId = await this.callersOf(plan, told);
    const matter = { ...told, unitId };
    const id = randomUUID();
    const { times, clock } = await this.clock(tx, plan, id, matter, true);
    const row: RevisitTask = {
      ...EMPTY,
      ...matter,
      id,
      version: 1,
      state: 'planned',
      createdAt: tx.now,
      dueAt: null,
      plan: plan.code,
      purpose: plan.purpose,
      ways: plan.ways,
      writtenWays: this.pack.section.ways.filter(isWritten),
      callId: await this.callOf(tx, matter, times.day),
      plannedFor: times.plannedFor,
      day: times.day,
      limitAt: clock.dueAt,
    };
    await this.matters.open(tx, revisitTask, row, {
      action: 'planned',
      data: { round: row.round, day: row.day, plan: plan.code },
      participants: [row.assigneeId],
      clocks: [clock],
    });
  }

  /** The unit the plan names, or the officer's own where it is one of its regions. */
  private async callersOf({ caller }: RevisitPlan, { unitId, officerId }: MatterFacts): Promise<string> {
    if (!caller) return unitId;
    const named = await this.pack.unitId(caller.unit);
    const own = (await this.org.employee(officerId))?.unitId;
    return own && (await this.org.unitsBelow([named])).includes(own) ? own : named;
  }

  private async clock(
    tx: Transaction,
    plan: RevisitPlan,
    id: string,
    matter: MatterFacts,
    first: boolean,
  ): Promise<{ times: PlanTimes; clock: DeadlineView }> {
    const code = await this.pack.calendarCode(plan, matter.unitId);
    const calendar = await this.pack.calendar(plan, matter.unitId);
    const rest = [...this.pack.section.restHours, ...(await restOfCustomer(tx, matter.customerId))];
    const limit = this.pack.limitOf(plan.policy, matter.concludedAt);
    const times = timesOf(plan.due, matter.concludedAt, limit, calendar, rest);
    const clock = await this.deadlines.arm(tx, {
      subject: taskSubject(id),
      stage: REVISIT_STAGE,
      policy: plan.policy,
      startedAt: matter.concludedAt,
      ...(times.named ? { dueAt: times.limitAt } : {}),
      owner: { unitId: matter.unitId, employeeId: matter.assigneeId },
      people: { officer: matter.officerId },
      calendar: code,
      label: matter.number,
      first,
    });
    return { times, clock };
  }

  /** Levels of customers choose the way as the case's own marks do (RVT-1e). */
  private async marked(matter: MatterFacts): Promise<MatterFacts> {
    if (!matter.customerId) return matter;
    const customer = await this.customers.get(matter.customerId);
    if (!customer?.level || matter.marks.includes(customer.level)) return matter;
    return { ...matter, marks: [...matter.marks, customer.level] };
  }

  /** RVT-2: several matters of the same customer on a day are one call. */
  private async callOf(tx: Transaction, matter: MatterFacts, day: string): Promise<string> {
    const [same] = await tx.query<{ call_id: string }>(
      `select call_id from revisit.task r where r.day = $1 and r.unit_id = $2 and ${revisitTask.openSql}
         and (r.customer_id = $3 or (r.phone = $4 and $4 <> '')) limit 1`,
      [day, matter.unitId, matter.customerId, matter.phone],
    );
    return same?.call_id ?? randomUUID();
  }
}

const isWritten = (way: Way): way is WrittenWay => (WRITTEN_WAYS as readonly string[]).includes(way);

const EMPTY = {
  waysDone: [],
  way: null,
  moves: [],
  preparedAt: null,
  callerId: null,
  callerName: null,
  startedAt: null,
  lastCallAt: null,
  sentAt: null,
  linkHash: null,
  attempts: [],
  satisfied: null,
  countsAsSatisfied: null,
  machineWorks: null,
  rating: null,
  words: '',
  about: '',
  improve: '',
  promised: '',
  suggestion: '',
  trouble: null,
  questions: null,
  seconds: null,
  leftScript: '',
  recording: '',
  waitsFor: [],
  complaintId: null,
  complaintNumber: null,
  revisitedAt: null,
  cancelReason: null,
} as const;
