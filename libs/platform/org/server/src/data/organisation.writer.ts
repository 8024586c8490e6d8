/** Writes units, positions, recipients and people: when the company is set up, and when a pack's release changes them. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { EmployeeData, PostData, RecipientData, StructureData, UnitData } from '@bihuan/org-contract';

@Injectable()
export class OrganisationWriter {
  /** Adds and updates by code; nothing is taken away, because records point at it. Answers whether anything changed. */
  async structure(
    tx: Transaction,
    { units, positions, posts = [], certificatePassMark }: StructureData,
    recipients: RecipientData,
  ): Promise<boolean> {
    const known = await this.unitIds(tx);
    let changes = await count(
      tx,
      'update org.state set pass_mark = $1 where pass_mark is distinct from $1::numeric returning 1 as one',
      [certificatePassMark ?? null],
    );
    for (const [sort, unit] of parentsFirst(units).entries()) {
      if (!known.has(unit.code)) known.set(unit.code, randomUUID());
      changes += await count(
        tx,
        `insert into org.unit as u (id, code, name, function, parent_id, calendar, sort) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (code) do update set name = excluded.name, function = excluded.function,
           parent_id = excluded.parent_id, calendar = excluded.calendar, sort = excluded.sort
         where (u.name, u.function, u.parent_id, u.calendar, u.sort) is distinct from
           (excluded.name, excluded.function, excluded.parent_id, excluded.calendar, excluded.sort)
         returning 1 as one`,
        [known.get(unit.code), unit.code, unit.name, unit.function, parentId(unit, known), unit.calendar, sort],
      );
    }
    for (const { code, title } of positions) {
      changes += await count(
        tx,
        `insert into org.position as p (code, title_zh, title_en) values ($1, $2, $3)
         on conflict (code) do update set title_zh = excluded.title_zh, title_en = excluded.title_en
         where (p.title_zh, p.title_en) is distinct from (excluded.title_zh, excluded.title_en) returning 1 as one`,
        [code, title.zh, title.en],
      );
    }
    changes += await this.posts(tx, posts, known);
    const pairs = Object.entries(recipients);
    const roles = pairs.map(([role]) => role);
    const holders = pairs.map(([, position]) => position);
    changes += await count(
      tx,
      `delete from org.recipient where (role, position) not in (select * from unnest($1::text[], $2::text[]))
       returning 1 as one`,
      [roles, holders],
    );
    changes += await count(
      tx,
      `insert into org.recipient (role, position) select * from unnest($1::text[], $2::text[])
       on conflict do nothing returning 1 as one`,
      [roles, holders],
    );
    return changes > 0;
  }

  /** Nothing points at a post: the pack's list takes the place of the one before it. */
  private async posts(
    tx: Transaction,
    posts: readonly PostData[],
    units: ReadonlyMap<string, string>,
  ): Promise<number> {
    const wanted = posts.map(({ position, unit, function: purpose, below, min, max }, sort) => ({
      sort,
      position,
      unit_id: (unit && units.get(unit)) ?? null,
      function: purpose ?? null,
      below,
      min,
      max,
    }));
    const standing = await tx.query(
      'select sort, position, unit_id, function, below, min, max from org.post order by sort',
    );
    if (JSON.stringify(standing) === JSON.stringify(wanted)) return 0;
    await tx.query('delete from org.post');
    for (const post of wanted) {
      await tx.query(
        'insert into org.post (sort, position, unit_id, function, below, min, max) values ($1, $2, $3, $4, $5, $6, $7)',
        Object.values(post),
      );
    }
    return 1;
  }

  /** Adds people with their certificates. */
  async people(tx: Transaction, employees: readonly EmployeeData[]): Promise<void> {
    const units = await this.unitIds(tx);
    for (const employee of employees) {
      const id = randomUUID();
      await tx.query(
        `insert into org.employee (id, staff_number, name, unit_id, further_unit_ids, position, officer_number, phone, head)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          employee.staffNumber,
          employee.name,
          units.get(employee.unit),
          (employee.furtherUnits ?? []).map((code) => units.get(code)),
          employee.position,
          employee.officerNumber ?? null,
          employee.phone ?? null,
          employee.head ?? false,
        ],
      );
      for (const { productLines, issuedOn, expiresOn, training, test } of employee.certificates ?? []) {
        await tx.query(
          `insert into org.certificate
             (id, employee_id, product_lines, issued_on, expires_on, training_on, test_on, examiner, mark, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            randomUUID(),
            id,
            productLines,
            issuedOn,
            expiresOn,
            training.date,
            test.date,
            test.examiner,
            test.mark,
            tx.now,
          ],
        );
      }
    }
  }

  async isEmpty(tx: Transaction): Promise<boolean> {
    return (await tx.query('select 1 from org.employee limit 1')).length === 0;
  }

  private async unitIds(tx: Transaction): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; code: string }>('select id, code from org.unit');
    return new Map(rows.map(({ id, code }) => [code, id]));
  }
}

const parentId = ({ parent }: UnitData, known: ReadonlyMap<string, string>) => (parent ? known.get(parent) : null);

const count = async (tx: Transaction, sql: string, parameters: readonly unknown[]) =>
  (await tx.query(sql, parameters)).length;

/** In the order given, but never a unit before the one above it. Throws where the tree runs in a ring. */
export function parentsFirst(units: readonly UnitData[]): UnitData[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const done = new Set<string>();
  const path = new Set<string>();
  const ordered: UnitData[] = [];
  const place = (unit: UnitData): void => {
    if (done.has(unit.code)) return;
    if (path.has(unit.code)) throw new Error(`The unit "${unit.code}" stands above itself.`);
    path.add(unit.code);
    const parent = unit.parent ? byCode.get(unit.parent) : undefined;
    if (parent) place(parent);
    done.add(unit.code);
    ordered.push(unit);
  };
  units.forEach(place);
  return ordered;
}
