/** The head notes incentives and checks, HR breaches; a record is taken back with a reason (APR-2, APR-3, APR-7). */
import { Injectable } from '@nestjs/common';
import type { HandEntry, MakeEntry, WithdrawEntry } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField, reachesUnit } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import type { Employee } from '@bihuan/org';
import { Org } from '@bihuan/org';
import { appraisalErrors } from '../../appraisal.errors';
import { entries, entrySubject, readEntry } from '../../data/entry.store';
import { counterEntry, entryTerms } from '../../domain/entry.rules';
import type { Entry } from '../../domain/entry.state';
import { AppraisalPack } from '../../pack.settings';
import { EnterRecord } from '../enter-record.part';

/** Who may note what. */
export const ENTRY_PERMITS: Readonly<Record<HandEntry, string>> = {
  incentive: MAY.enterIncentive,
  check: MAY.enterCheck,
  breach: MAY.enterBreach,
};

@Injectable()
export class MakeEntryHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pack: AppraisalPack,
    private readonly org: Org,
    private readonly records: EnterRecord,
    private readonly recorder: Recorder,
  ) {}

  async make(actor: UserActor, input: MakeEntry): Promise<Entry> {
    const permission = ENTRY_PERMITS[input.entry];
    if (!actor.permissions.has(permission)) throw commonErrors.forbidden();
    const person = await this.person(actor, permission, input.employeeId);
    const { code, points } = entryTerms(this.pack.section, input);
    return this.work.run(actor, async (tx) => {
      if (input.date > (await this.pack.day(tx.now))) {
        throw invalidField('/date', 'in-the-future', '日期不能晚于今天。 / It lies in the future.');
      }
      return this.records.enter(tx, {
        kind: input.entry,
        employeeId: person.id,
        unitId: person.unitId,
        date: input.date,
        code,
        points,
        ground: input.ground,
        witness: input.witness ?? '',
        byId: actor.employeeId,
        byName: actor.name,
      });
    });
  }

  /** Before the cut-off the record no longer counts; after it the open month gets its opposite. */
  async withdraw(actor: UserActor, id: string, { reason, version }: WithdrawEntry): Promise<Entry> {
    return this.work.run(actor, async (tx) => {
      const before = await readEntry(tx, actor, id);
      this.demandMine(actor, before);
      demandVersion(before, version);
      if (before.state === 'withdrawn') {
        throw commonErrors['wrong-state']({ state: before.state, allowedActions: [] });
      }
      if (await this.records.isFrozen(tx, before.period)) return this.counter(tx, actor, before, reason);
      const gone = { withdrawnAt: tx.now, withdrawnBy: actor.name, withdrawReason: reason };
      const after = await entries.save(tx, before, { ...before, state: 'withdrawn', ...gone });
      await this.recorder.record(tx, { subject: entrySubject(id), action: 'withdrawn', data: { reason } });
      return after;
    });
  }

  private async counter(tx: Transaction, actor: UserActor, before: Entry, reason: string): Promise<Entry> {
    const terms = counterEntry(before);
    if (!terms) throw appraisalErrors['already-frozen']({ state: 'frozen', allowedActions: [] });
    return this.records.enter(tx, {
      kind: before.kind,
      employeeId: before.employeeId,
      unitId: before.unitId,
      date: before.date,
      ...terms,
      ground: `更正：${reason}`,
      naturalKey: `counter:${before.id}`,
      byId: actor.employeeId,
      byName: actor.name,
      forPeriod: before.period,
    });
  }

  /** Somebody he may note of, and who is appraised at all; 422 says which of the two. */
  private async person(actor: UserActor, permission: string, employeeId: string): Promise<Employee> {
    const person = await this.org.employee(employeeId);
    if (!person || !reachesUnit(actor, permission, person.unitId)) {
      throw invalidField('/employeeId', 'unknown-person', '没有此人，或不属于您的部门。 / Nobody of yours.');
    }
    if (!(await this.pack.isAppraised(person))) {
      throw invalidField('/employeeId', 'not-appraised', '此人不在考核范围内。 / He is not appraised.');
    }
    return person;
  }

  private demandMine(actor: UserActor, { kind, unitId }: Entry): void {
    const permission = (ENTRY_PERMITS as Readonly<Record<string, string>>)[kind];
    // What came by event is corrected where it comes from.
    if (!permission || !reachesUnit(actor, permission, unitId)) throw commonErrors.forbidden();
  }
}
