/** The whole organisation in memory: units, people and the roles by which notices find them (ORG-1 … ORG-3). */
import type { Post, Seats } from '@bihuan/domain';
import { seatsOf } from '@bihuan/domain';
import type { Employee, Unit } from '@bihuan/org-contract';

/** A post of the pack; `unit` is the id of a unit. */
export interface OrgPost extends Post {
  readonly title: { readonly zh: string; readonly en: string };
}

export interface Snapshot {
  /** Raised by every change of units, positions, people and recipients. */
  readonly version: number;
  readonly units: readonly Unit[];
  readonly unitsById: ReadonlyMap<string, Unit>;
  readonly unitsByCode: ReadonlyMap<string, Unit>;
  /** Unit → itself first, then everything below it. */
  readonly below: ReadonlyMap<string, readonly string[]>;
  readonly employees: ReadonlyMap<string, Employee>;
  readonly byPosition: ReadonlyMap<string, readonly Employee[]>;
  readonly headByUnit: ReadonlyMap<string, Employee>;
  /** Role of notices such as `supervisor` → codes of the positions that hold it. */
  readonly recipients: ReadonlyMap<string, readonly string[]>;
  /** Posts in the units they stand for (ORG-2). */
  readonly seats: readonly Seats<OrgPost>[];
}

export interface OrganisationRows {
  readonly version: number;
  readonly units: readonly Unit[];
  readonly employees: readonly Employee[];
  readonly recipients: readonly { readonly role: string; readonly position: string }[];
  readonly posts: readonly OrgPost[];
}

/** Indexes the rows; pure. Employees come in order of staff number, so that the answers are the same everywhere. */
export function snapshotOf({ version, units, employees, recipients, posts }: OrganisationRows): Snapshot {
  const byPosition = new Map<string, Employee[]>();
  const headByUnit = new Map<string, Employee>();
  for (const employee of employees) {
    push(byPosition, employee.position, employee);
    if (!employee.head) continue;
    for (const unitId of [employee.unitId, ...employee.furtherUnitIds]) {
      if (!headByUnit.has(unitId)) headByUnit.set(unitId, employee);
    }
  }
  const roles = new Map<string, string[]>();
  for (const { role, position } of recipients) push(roles, role, position);
  return {
    version,
    units,
    unitsById: new Map(units.map((unit) => [unit.id, unit])),
    unitsByCode: new Map(units.map((unit) => [unit.code, unit])),
    below: belowOf(units),
    employees: new Map(employees.map((employee) => [employee.id, employee])),
    byPosition,
    headByUnit,
    recipients: roles,
    seats: seatsOf(
      posts,
      units.map(({ id, function: purpose, parentId }) => ({ key: id, function: purpose, parent: parentId })),
    ),
  };
}

/** The head of the unit, or of the nearest unit above that has one. */
export function headOf(snapshot: Snapshot, unitId: string): Employee | undefined {
  for (
    let unit = snapshot.unitsById.get(unitId);
    unit;
    unit = unit.parentId ? snapshot.unitsById.get(unit.parentId) : undefined
  ) {
    const head = snapshot.headByUnit.get(unit.id);
    if (head) return head;
  }
  return undefined;
}

/**
 * Who holds a position for a unit: its holders in the unit and below it, else below the nearest unit above that has any.
 * What happens in one province is not told to the holders in another (IDN-2), whoever is told takes part in it.
 */
export function holdersNear(snapshot: Snapshot, position: string, unitId: string): readonly Employee[] {
  const holders = snapshot.byPosition.get(position) ?? [];
  for (
    let unit = snapshot.unitsById.get(unitId);
    unit;
    unit = unit.parentId ? snapshot.unitsById.get(unit.parentId) : undefined
  ) {
    const within = new Set(snapshot.below.get(unit.id));
    const near = holders.filter((holder) => [holder.unitId, ...holder.furtherUnitIds].some((id) => within.has(id)));
    if (near.length > 0) return near;
  }
  return holders;
}

/** Those units and everything below them, each once, the given ones first. */
export function unitsBelow(snapshot: Snapshot, unitIds: readonly string[]): string[] {
  return [...new Set([...unitIds, ...unitIds.flatMap((unitId) => snapshot.below.get(unitId) ?? [])])];
}

function belowOf(units: readonly Unit[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of units) if (parentId) push(children, parentId, id);
  const collect = (unitId: string): string[] => [unitId, ...(children.get(unitId) ?? []).flatMap(collect)];
  return new Map(units.map(({ id }) => [id, collect(id)]));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
