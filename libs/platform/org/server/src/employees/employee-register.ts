/** Takes people on (ORG-3): numbers are unique, officer numbers of one width so that form numbers sort (NUM-1, RD-8). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { reachesUnit } from '@bihuan/plugin-kit';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { NewEmployee } from '@bihuan/org-contract';
import { orgPermissions } from '@bihuan/org-contract';
import { Org } from '../org';
import { atField } from '../org.errors';

@Injectable()
export class EmployeeRegister {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly recorder: Recorder,
  ) {}

  /** Answers the new employee's id. A unit out of the actor's reach is as unknown as one that is not there. */
  async add(actor: UserActor, employee: NewEmployee): Promise<string> {
    const snapshot = await this.org.snapshot();
    if (
      !snapshot.unitsById.has(employee.unitId) ||
      !reachesUnit(actor, orgPermissions.employeeManage, employee.unitId)
    ) {
      throw atField('unknown-unit', '/unitId');
    }
    if (employee.managerId && !snapshot.employees.has(employee.managerId))
      throw atField('unknown-employee', '/managerId');
    return this.work.run(actor, async (tx) => {
      // One at a time, so that two equal numbers meet here and not as an error of the database.
      await tx.query('select 1 from org.state for update');
      await this.checkNumbers(tx, employee);
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
      await this.recorder.record(tx, {
        subject: { module: 'org', kind: 'employee', id },
        action: 'employee-added',
        data: { unitId: employee.unitId, position: employee.position, officerNumber: employee.officerNumber ?? null },
      });
      await this.org.changed(tx);
      return id;
    });
  }

  private async checkNumbers(tx: Transaction, { staffNumber, officerNumber, position }: NewEmployee): Promise<void> {
    const [found] = await tx.query<{ staff: boolean; officer: boolean; position: boolean; width: number | null }>(
      `select exists (select 1 from org.employee where staff_number = $1) as staff,
              exists (select 1 from org.employee where officer_number = $2) as officer,
              exists (select 1 from org.position where code = $3) as position,
              (select length(officer_number) from org.employee where officer_number is not null limit 1) as width`,
      [staffNumber, officerNumber ?? null, position],
    );
    if (!found?.position) throw atField('unknown-position', '/position');
    if (found.staff) throw atField('staff-number-taken', '/staffNumber');
    if (found.officer) throw atField('officer-number-taken', '/officerNumber');
    if (officerNumber && found.width !== null && officerNumber.length !== found.width) {
      throw atField('officer-number-width', '/officerNumber', { width: found.width });
    }
  }
}
