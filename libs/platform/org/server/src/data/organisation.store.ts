/** Reads the organisation's tables into a snapshot, and raises the version that tells everybody to read again. */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { Employee, Unit } from '@bihuan/org-contract';
import type { OrgPost, Snapshot } from './snapshot';
import { snapshotOf } from './snapshot';

interface EmployeeRow {
  id: string;
  version: number;
  staff_number: string;
  name: string;
  unit_id: string;
  further_unit_ids: string[];
  position: string;
  officer_number: string | null;
  manager_id: string | null;
  phone: string | null;
  head: boolean;
}

interface PostRow {
  position: string;
  unit_id: string | null;
  function: string | null;
  below: boolean;
  min: number;
  max: number;
  title_zh: string;
  title_en: string;
}

@Injectable()
export class OrganisationStore {
  constructor(private readonly work: UnitOfWork) {}

  async version(): Promise<number> {
    const [row] = await this.work.query<{ version: number }>('select version from org.state');
    return row?.version ?? 0;
  }

  async load(): Promise<Snapshot> {
    // The version first: what is changed while reading is read again next time.
    const version = await this.version();
    const [units, employees, recipients, posts] = await Promise.all([
      this.work.query<Unit>(
        'select id, code, name, function, parent_id as "parentId", calendar from org.unit order by sort, code',
      ),
      this.work.query<EmployeeRow>(
        `select id, version, staff_number, name, unit_id, further_unit_ids, position, officer_number, manager_id, phone, head
         from org.employee order by staff_number`,
      ),
      this.work.query<{ role: string; position: string }>(
        'select role, position from org.recipient order by role, position',
      ),
      this.work.query<PostRow>(
        `select t.position, t.unit_id, t.function, t.below, t.min, t.max, p.title_zh, p.title_en
         from org.post t join org.position p on p.code = t.position order by t.sort`,
      ),
    ]);
    return snapshotOf({
      version,
      units,
      employees: employees.map(employeeOf),
      recipients,
      posts: posts.map(postOf),
    });
  }

  /** Called by every writer of these tables, inside its transaction. */
  async raiseVersion(tx: Transaction): Promise<void> {
    await tx.query('update org.state set version = version + 1');
  }
}

function employeeOf(row: EmployeeRow): Employee {
  return {
    id: row.id,
    version: row.version,
    staffNumber: row.staff_number,
    name: row.name,
    unitId: row.unit_id,
    furtherUnitIds: row.further_unit_ids,
    position: row.position,
    head: row.head,
    ...(row.officer_number === null ? {} : { officerNumber: row.officer_number }),
    ...(row.manager_id === null ? {} : { managerId: row.manager_id }),
    ...(row.phone === null ? {} : { phone: row.phone }),
  };
}

function postOf({ position, unit_id, function: purpose, below, min, max, title_zh, title_en }: PostRow): OrgPost {
  return {
    position,
    unit: unit_id ?? undefined,
    function: purpose ?? undefined,
    below,
    min,
    max,
    title: { zh: title_zh, en: title_en },
  };
}
