/** Takes people on and moves them (ORG-3): numbers are unique, officer numbers of one width so that form numbers sort (NUM-1, RD-8), nobody is over a post's limit (ORG-2). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, reachesUnit } from '@bihuan/plugin-kit';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import type { ChangeEmployee, Employee, NewEmployee } from '@bihuan/org-contract';
import { orgPermissions } from '@bihuan/org-contract';
import { Org } from '../org';
import { atField } from '../org.errors';
import { Posts } from '../posts/posts';

@Injectable()
export class EmployeeRegister {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly recorder: Recorder,
    private readonly posts: Posts,
  ) {}

  /** Answers the new employee's id. A unit out of the actor's reach is as unknown as one that is not there. */
  add(actor: UserActor, employee: NewEmployee): Promise<string> {
    return this.work.run(actor, async (tx) => {
      const id = await this.addIn(tx, actor, employee);
      await this.org.changed(tx);
      return id;
    });
  }

  /** The same in a transaction of the caller, who tells that the organisation has changed. */
  async addIn(tx: Transaction, actor: UserActor, employee: NewEmployee): Promise<string> {
    await this.demandUnit(actor, employee.unitId);
    // One at a time, so that two equal numbers meet here and not as an error of the database.
    await tx.query('select 1 from org.state for update');
    await this.checkNumbers(tx, employee);
    await this.posts.demandRoom(tx, employee, '/position');
    const id = randomUUID();
    await tx.query(
      `insert into org.employee (id, staff_number, name, unit_id, position, officer_number, manager_id, phone)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        employee.staffNumber,
        employee.name,
        employee.unitId,
        employee.position,
        employee.officerNumber ?? null,
        employee.managerId ?? null,
        employee.phone ?? null,
      ],
    );
    await this.note(tx, id, 'employee-added', {
      unitId: employee.unitId,
      position: employee.position,
      officerNumber: employee.officerNumber ?? null,
    });
    return id;
  }

  /** Changes the fields given (ORG-3). Whoever goes to another unit is no head any more. 404 out of reach, 412 stale. */
  async change(actor: UserActor, id: string, { version, ...change }: ChangeEmployee): Promise<Employee> {
    const before = await this.org.employee(id);
    if (!before || !reachesUnit(actor, orgPermissions.employeeManage, before.unitId)) throw commonErrors['not-found']();
    if (change.unitId !== undefined) await this.demandUnit(actor, change.unitId);
    if (change.managerId === id) throw atField('manager-of-himself', '/managerId');
    await this.work.run(actor, async (tx) => {
      await tx.query('select 1 from org.state for update');
      const [now] = await tx.query<EmployeeNow & { id: string; version: number }>(
        `select id, version, name, unit_id as "unitId", position, officer_number as "officerNumber", manager_id as "managerId", phone
         from org.employee where id = $1 for update`,
        [id],
      );
      if (!now) throw commonErrors['not-found']();
      demandVersion(now, version);
      const next: EmployeeNow = { ...now, ...given(change) };
      await this.checkNumbers(tx, next, id);
      const pointer = change.position === undefined ? '/unitId' : '/position';
      await this.posts.demandRoom(tx, next, pointer, { id, before: now });
      await tx.query(
        `update org.employee set name = $2, unit_id = $3, position = $4, officer_number = $5, manager_id = $6, phone = $7,
           head = head and unit_id = $3, version = version + 1 where id = $1`,
        [id, next.name, next.unitId, next.position, next.officerNumber, next.managerId, next.phone],
      );
      const { phone: _, ...told } = given(change);
      await this.note(tx, id, 'employee-changed', { ...told, ...('phone' in change ? { phone: 'changed' } : {}) });
      await this.org.changed(tx);
    });
    return (await this.org.snapshot(await this.org.version())).employees.get(id) as Employee;
  }

  /** Names the head of a unit (ORG-3); who was it before is it no more. 404 for a unit out of reach. */
  async nameHead(actor: UserActor, unitId: string, employeeId: string): Promise<void> {
    const unit = await this.org.unit(unitId);
    if (!unit || !reachesUnit(actor, orgPermissions.employeeManage, unitId)) throw commonErrors['not-found']();
    await this.work.run(actor, async (tx) => {
      await tx.query('select 1 from org.state for update');
      const [found] = await tx.query<{ here: boolean }>(
        'select $2 = unit_id or $2 = any(further_unit_ids) as here from org.employee where id = $1 for update',
        [employeeId, unitId],
      );
      if (!found) throw atField('unknown-employee', '/employeeId');
      if (!found.here) throw atField('not-in-unit', '/employeeId');
      const former = await tx.query<{ id: string }>(
        'update org.employee set head = false, version = version + 1 where unit_id = $1 and head and id <> $2 returning id',
        [unitId, employeeId],
      );
      await tx.query('update org.employee set head = true, version = version + 1 where id = $1 and not head', [
        employeeId,
      ]);
      await this.note(tx, employeeId, 'head-named', { unitId, former: former.map(({ id }) => id) });
      await this.org.changed(tx);
    });
  }

  private async demandUnit(actor: UserActor, unitId: string): Promise<void> {
    const known = (await this.org.snapshot()).unitsById.has(unitId);
    if (!known || !reachesUnit(actor, orgPermissions.employeeManage, unitId)) throw atField('unknown-unit', '/unitId');
  }

  /** @param self the employee himself, where he is changed */
  private async checkNumbers(
    tx: Transaction,
    { staffNumber, officerNumber, position, managerId }: Numbers,
    self: string | null = null,
  ): Promise<void> {
    const [found] = await tx.query<Found>(
      `select exists (select 1 from org.employee where staff_number = $1 and id is distinct from $4) as staff,
              exists (select 1 from org.employee where officer_number = $2 and id is distinct from $4) as officer,
              exists (select 1 from org.position where code = $3) as position,
              $5::uuid is null or exists (select 1 from org.employee where id = $5) as manager,
              (select length(officer_number) from org.employee
               where officer_number is not null and id is distinct from $4 limit 1) as width`,
      [staffNumber ?? null, officerNumber ?? null, position, self, managerId ?? null],
    );
    if (!found?.position) throw atField('unknown-position', '/position');
    if (!found.manager) throw atField('unknown-employee', '/managerId');
    if (found.staff) throw atField('staff-number-taken', '/staffNumber');
    if (found.officer) throw atField('officer-number-taken', '/officerNumber');
    if (officerNumber && found.width !== null && officerNumber.length !== found.width) {
      throw atField('officer-number-width', '/officerNumber', { width: found.width });
    }
  }

  private note(tx: Transaction, id: string, action: string, data: Record<string, unknown>): Promise<void> {
    return this.recorder.record(tx, { subject: { module: 'org', kind: 'employee', id }, action, data });
  }
}

interface EmployeeNow {
  name: string;
  unitId: string;
  position: string;
  officerNumber: string | null;
  managerId: string | null;
  phone: string | null;
}

interface Numbers {
  readonly staffNumber?: string | undefined;
  readonly officerNumber?: string | null | undefined;
  readonly managerId?: string | null | undefined;
  readonly position: string;
}

interface Found {
  staff: boolean;
  officer: boolean;
  position: boolean;
  manager: boolean;
  width: number | null;
}

/** Only what was said: an absent field is not a change. */
const given = (change: Omit<ChangeEmployee, 'version'>): Partial<EmployeeNow> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
