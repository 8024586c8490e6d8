/** One frame for every act on every case: seen, locked, permitted, decided, saved, told, in one transaction. */
import { Injectable } from '@nestjs/common';
import type { DeadlineLine, MatterFrame } from '@bihuan/events';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import { Recorder } from '@bihuan/audit';
import { visible } from '@bihuan/identity';
import { Publisher } from '@bihuan/outbox';
import { DataKeys } from '@bihuan/privacy';
import { WorkPush } from '@bihuan/work';
import type { Matter, MatterRow } from './matter';
import { actsOf, holds, mine } from './matter';

/** How the timeline tells what happened. */
export interface Happened {
  /** Its word in the timeline: `dispatched`. */
  readonly action: string;
  /** Codes, ids, instants: nothing personal. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Words and personal values; they stand under the row's key. */
  readonly personal?: Readonly<Record<string, unknown>>;
  /** People who see the whole story from now on. */
  readonly participants?: readonly (string | null)[];
}

export interface Outcome<Row> extends Happened {
  readonly row: Row;
}

@Injectable()
export class Matters {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly deadlines: Deadlines,
    private readonly keys: DataKeys,
    private readonly push: WorkPush,
    private readonly publisher: Publisher,
  ) {}

  /** The row, if the reader may see it; else it does not exist for him: 404 (IDN-2). */
  async read<Row extends MatterRow, Act extends string>(
    reader: Pick<Transaction, 'query'>,
    actor: UserActor,
    matter: Matter<Row, Act>,
    id: string,
    lock = false,
  ): Promise<Row> {
    const scope = visible(actor, matter.read, matter.scope, 2, 'few');
    const condition = `r.id = $1 and ${scope.sql} ${lock ? 'for update' : ''}`;
    const [row] = await matter.store.find(reader, condition, [id, ...scope.parameters]);
    if (!row) throw commonErrors['not-found']();
    return row;
  }

  /** Reads outside a transaction. */
  get<Row extends MatterRow, Act extends string>(actor: UserActor, matter: Matter<Row, Act>, id: string): Promise<Row> {
    return this.read(this.work, actor, matter, id);
  }

  /** A new case. @param clocks those armed for it in this transaction */
  async open<Row extends MatterRow, Act extends string>(
    tx: Transaction,
    matter: Matter<Row, Act>,
    draft: Row,
    { clocks, ...happened }: Happened & { readonly clocks?: readonly DeadlineView[] },
  ): Promise<Row> {
    const due = (clocks ?? []).map(({ dueAt }) => dueAt.getTime());
    const row = { ...draft, dueAt: due.length > 0 ? new Date(Math.min(...due)) : null };
    matter.store.add(tx, row);
    await this.told(tx, matter, row, { ...happened, data: { number: row.number, ...happened.data } });
    return row;
  }

  /**
   * An act of a person.
   *
   * @throws 404 where it is not his, 403 where he may not, 409 where its state does not allow it, 412 where it changed,
   *   410 where the customer was erased and the act would write of him
   */
  act<Row extends MatterRow, Act extends string>(
    actor: UserActor,
    matter: Matter<Row, Act>,
    id: string,
    act: Act,
    { version }: { readonly version?: number | undefined },
    decide: (tx: Transaction, before: Row) => Promise<Outcome<Row>> | Outcome<Row>,
  ): Promise<Row> {
    return this.work.run(actor, async (tx) => {
      const before = await this.read(tx, actor, matter, id, true);
      demandAct(matter, before, actor, act);
      demandVersion(before, version);
      if (matter.writesWords?.(act) ?? true) await this.keys.demandLiving(tx, before.keyId);
      return this.keep(tx, matter, before, await decide(tx, before));
    });
  }

  /** Saves and tells what a subscriber or a deadline's step decided on a row it has locked. */
  async keep<Row extends MatterRow, Act extends string>(
    tx: Transaction,
    matter: Matter<Row, Act>,
    before: Row,
    { row, ...happened }: Outcome<Row>,
  ): Promise<Row> {
    const dueAt = matter.isOpen(row) ? await this.deadlines.nearest(tx, matter.subject(row.id)) : null;
    const after = await matter.store.save(tx, before, { ...row, dueAt });
    const moved = before.state === after.state ? {} : { from: before.state, to: after.state };
    await this.told(tx, matter, after, { ...happened, data: { ...happened.data, ...moved } });
    return after;
  }

  /** What every view begins with. */
  async frame<Row extends MatterRow, Act extends string>(
    actor: UserActor,
    matter: Matter<Row, Act>,
    row: Row,
    clocks?: readonly DeadlineView[],
  ): Promise<MatterFrame> {
    const deadlines = clocks ?? (await this.deadlines.of(matter.subject(row.id)));
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      version: row.version,
      allowedActions: [...actsOf(matter, row, actor)],
      customerId: row.customerId,
      createdAt: row.createdAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
      deadlines: deadlines.map(deadlineLine),
    };
  }

  private async told<Row extends MatterRow, Act extends string>(
    tx: Transaction,
    matter: Matter<Row, Act>,
    row: Row,
    { action, data, personal, participants }: Happened,
  ): Promise<void> {
    const subject = matter.subject(row.id);
    const words = Object.fromEntries(Object.entries(personal ?? {}).filter(([, value]) => value));
    await this.recorder.record(tx, {
      subject,
      action,
      ...(data ? { data } : {}),
      ...(Object.keys(words).length > 0 ? { personal: words, keyId: row.keyId } : {}),
    });
    for (const person of participants ?? []) if (person) this.recorder.participate(tx, subject, person);
    const { employees, units } = matter.people(row);
    for (const person of employees) if (person) this.push.changed(tx, person);
    for (const unit of units) if (unit) this.push.unitChanged(tx, unit);
    await this.publishFacts(tx, matter, row);
  }

  private async publishFacts<Row extends MatterRow, Act extends string>(
    tx: Transaction,
    matter: Matter<Row, Act>,
    row: Row,
  ): Promise<void> {
    if (!matter.facts) return;
    const { event, of } = matter.facts;
    const fact = {
      caseId: row.id,
      kind: matter.kind,
      number: row.number,
      version: row.version,
      state: row.state,
      open: matter.isOpen(row),
      customerId: row.customerId,
      openedAt: row.createdAt.toISOString(),
      ...of(row),
    };
    await this.publisher.publish(tx, event, matter.subject(row.id), fact, null);
  }
}

/** 403 before 409: who may never do it learns nothing of the state. */
function demandAct<Row extends MatterRow, Act extends string>(
  matter: Matter<Row, Act>,
  row: Row,
  actor: UserActor,
  act: Act,
): void {
  if (!holds(matter, actor, act)) throw commonErrors.forbidden();
  if (!matter.actions(row).includes(act)) {
    const refused = matter.refusal?.(row, act) ?? commonErrors['wrong-state'];
    throw refused({ state: row.state, allowedActions: actsOf(matter, row, actor) });
  }
  matter.demandActor?.(row, actor, act);
  if (!mine(matter, row, actor, act)) throw commonErrors.forbidden();
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A clock as views show it. */
export const deadlineLine = (deadline: DeadlineView): DeadlineLine => ({
  id: deadline.id,
  stage: deadline.stage,
  policy: deadline.policy,
  state: deadline.state,
  generation: deadline.generation,
  startedAt: deadline.startedAt.toISOString(),
  dueAt: deadline.dueAt.toISOString(),
  firstDueAt: deadline.firstDueAt.toISOString(),
  warnAt: iso(deadline.warnAt),
  metAt: iso(deadline.metAt),
  late: deadline.late ?? false,
  calendar: deadline.calendar,
  pausedAt: iso(deadline.pausedAt),
  remainingSeconds: deadline.remainingSeconds,
  provisional: deadline.provisional,
  ...(deadline.merged ? { merged: true } : {}),
});
