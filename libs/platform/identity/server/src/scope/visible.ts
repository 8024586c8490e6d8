/** The one place where data scope becomes SQL (IDN-2). */
import type { Actor } from '@bihuan/plugin-kit';
import { reachOf } from '@bihuan/plugin-kit';

/** Where a row says whose it is. Names are written into the SQL: constants of the caller, never input. */
export interface ScopeColumns {
  /** Employee who owns the row, such as `f.owner_id`; rows without an owner have none. */
  readonly ownerColumn?: string;
  /** Units concerned, such as `['f.unit_id', 'f.handling_unit_id']`. */
  readonly unitColumns: readonly string[];
  /** Id of the subject in timeline and audit, such as `f.id`. */
  readonly subjectColumn: string;
}

export interface SqlPart {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * A condition that holds for the rows this actor may see under this permission: `own` by owner, `unit` and
 * `unit-and-below` by the units concerned, `all` everything. Whoever has taken part in a subject always sees it, also
 * without the permission. The suite itself sees everything.
 *
 * @param firstParameterIndex number of the first `$n` this part may use
 * @param rows `many`: what the reader took part in is read once as a list. `few`: each row is looked up by itself, for
 *   single rows and for pages that end after some; an old hand has taken part in very many.
 */
export function visible(
  actor: Actor,
  permission: string,
  { ownerColumn, unitColumns, subjectColumn }: ScopeColumns,
  firstParameterIndex: number,
  rows: 'many' | 'few' = 'many',
): SqlPart {
  if (actor.kind === 'system') return everything;
  const reach = reachOf(actor, permission);
  if (reach === 'all') return everything;
  const me = `$${firstParameterIndex}::uuid`;
  const parameters: unknown[] = [actor.employeeId];
  const ways: string[] = [];
  if (reach && ownerColumn) ways.push(`${ownerColumn} = ${me}`);
  if (reach && reach.length > 0 && unitColumns.length > 0) {
    parameters.push(reach);
    ways.push(...unitColumns.map((column) => `${column} = any($${firstParameterIndex + 1}::uuid[])`));
  }
  ways.push(
    rows === 'many'
      ? `${subjectColumn} in (select subject_id from audit.participant where employee_id = ${me})`
      : // A value, not EXISTS: of that PostgreSQL makes a list again.
        `(select true from audit.participant p where p.subject_id = ${subjectColumn} and p.employee_id = ${me})`,
  );
  return { sql: `(${ways.join(' or ')})`, parameters };
}

const everything: SqlPart = { sql: 'true', parameters: [] };
