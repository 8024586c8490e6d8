/** The organisation as other rooms see it: units, people, heads and who is told of what (ORG-1, ORG-3, NTF-1). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { WakeBus } from '@bihuan/database';
import { invalidField } from '@bihuan/plugin-kit';
import type { Employee, Unit } from '@bihuan/org-contract';
import { OrganisationStore } from './data/organisation.store';
import type { Snapshot } from './data/snapshot';
import { headOf, holdersNear, unitsBelow } from './data/snapshot';

export const ORG_CHANNEL = 'bihuan_org';

/** Without a wake-up call a snapshot is compared with the database after so many milliseconds of real time. */
const FRESH = 10_000;

/** Where a notice goes: the unit concerned, and the people known by their role in the matter. */
export interface RecipientContext {
  readonly unitId: string;
  /** `officer`, `handler`, `owner` … → employee id */
  readonly people?: Readonly<Record<string, string>>;
}

@Injectable()
export class Org implements OnModuleInit {
  private cached: { readonly snapshot: Snapshot; readonly checkedAt: number } | undefined;
  private loading: Promise<Snapshot> | undefined;

  constructor(
    private readonly store: OrganisationStore,
    private readonly bus: WakeBus,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.bus.listen(ORG_CHANNEL, () => this.forget());
  }

  /** All units, parents and children alike, in the order of the pack. */
  async units(): Promise<readonly Unit[]> {
    return (await this.snapshot()).units;
  }

  async unit(id: string): Promise<Unit | undefined> {
    return (await this.snapshot()).unitsById.get(id);
  }

  /** @throws 422 at the field that names it, where there is no such unit */
  async demandUnit(id: string, pointer = '/unitId'): Promise<Unit> {
    const unit = await this.unit(id);
    if (!unit) throw invalidField(pointer, 'unknown-unit', '没有该部门。 / There is no such unit.');
    return unit;
  }

  async unitByCode(code: string): Promise<Unit | undefined> {
    return (await this.snapshot()).unitsByCode.get(code);
  }

  async employee(id: string): Promise<Employee | undefined> {
    return (await this.snapshot()).employees.get(id);
  }

  /** @throws 422 at the field that names him, where there is no such employee */
  async demandEmployee(id: string, pointer = '/employeeId'): Promise<Employee> {
    const employee = await this.employee(id);
    if (!employee) throw invalidField(pointer, 'unknown-employee', '没有该员工。 / There is no such employee.');
    return employee;
  }

  async employees(): Promise<readonly Employee[]> {
    return [...(await this.snapshot()).employees.values()];
  }

  /** The head of the unit, or of the nearest unit above that has one. */
  async headOf(unitId: string): Promise<Employee | undefined> {
    return headOf(await this.snapshot(), unitId);
  }

  /** Everybody in a position, by staff number. */
  async inPosition(positionCode: string): Promise<readonly Employee[]> {
    return (await this.snapshot()).byPosition.get(positionCode) ?? [];
  }

  /** Code of the calendar by which the unit works (CAL-1, DLN-1b). Throws where there is no such unit. */
  async calendarOf(unitId: string): Promise<string> {
    const unit = await this.unit(unitId);
    if (!unit) throw new Error(`There is no unit ${unitId}.`);
    return unit.calendar;
  }

  /** Those units and everything below them. */
  async unitsBelow(unitIds: readonly string[]): Promise<readonly string[]> {
    return unitsBelow(await this.snapshot(), unitIds);
  }

  /**
   * Employee ids that a role stands for: a person of the matter, the head of its unit, or the nearest holders of the
   * positions which the pack names for the role; empty where nobody is.
   */
  async recipients(role: string, { unitId, people = {} }: RecipientContext): Promise<string[]> {
    const snapshot = await this.snapshot();
    const person = people[role];
    if (person) return [person];
    if (role === 'unit-head') {
      const head = headOf(snapshot, unitId);
      return head ? [head.id] : [];
    }
    const positions = snapshot.recipients.get(role) ?? [];
    return [...new Set(positions.flatMap((position) => holdersNear(snapshot, position, unitId).map(({ id }) => id)))];
  }

  /** @param version known to be in the database, where the caller has just read it: an older snapshot is not used */
  async snapshot(version?: number): Promise<Snapshot> {
    const cached = this.cached;
    if (
      cached &&
      (version === undefined ? realNow().getTime() - cached.checkedAt < FRESH : cached.snapshot.version >= version)
    ) {
      return cached.snapshot;
    }
    return (this.loading ??= this.load());
  }

  /** Version of the organisation in the database: a snapshot of it knows every change committed before. */
  version(): Promise<number> {
    return this.store.version();
  }

  /** Tells all processes, once the transaction is committed, that the organisation has changed. */
  async changed(tx: Transaction): Promise<void> {
    await this.store.raiseVersion(tx);
    tx.afterCommit(() => {
      this.forget();
      this.bus.call(ORG_CHANNEL);
    });
  }

  /** What is being read at this moment may be from before the change: whoever asks from now on reads again. */
  private forget(): void {
    this.cached = undefined;
    this.loading = undefined;
  }

  private load(): Promise<Snapshot> {
    const loading = this.read().then(
      (read) => {
        if (this.loading === loading) [this.cached, this.loading] = [read, undefined];
        return read.snapshot;
      },
      (error: unknown) => {
        if (this.loading === loading) this.loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  private async read(): Promise<{ snapshot: Snapshot; checkedAt: number }> {
    const known = this.cached?.snapshot;
    const checkedAt = realNow().getTime();
    const fresh = known && (await this.store.version()) === known.version;
    return { snapshot: fresh ? known : await this.store.load(), checkedAt };
  }
}
