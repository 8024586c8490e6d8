/** Where rows are read from: present ones of open months, frozen ones of closed months; and what of them is asked (RPT-4). */
import type { Term } from '../domain/indicator.rules';
import type { Cube } from '../domain/fact.rules';
import type { Period } from '../domain/period.rules';
import type { Conditions } from './conditions.part';

/** Which rows count, besides the term's own conditions. */
export interface Slice {
  readonly period: Period;
  /** Months of a whole period; empty for others. */
  readonly months: readonly string[];
  readonly by: readonly string[];
  readonly filter: Readonly<Record<string, string>>;
  /** Units the reader may see; absent: all. */
  readonly units?: readonly string[];
  /** The roll-up to read; absent: the rows. */
  readonly cube?: Cube;
}

const FACT = 'case_id, matter, module, kind, number, state, opened_at, day, hour, dims, measures';
const CLOCK = `id, matter, case_id, number, stage, unit_id, person_id, started_at, state, late, warned_at, breached_at,
  supervisions, limit_seconds, actual_seconds, day`;

const open = (closed: string): string => `to_char(day, 'YYYY-MM') <> all(${closed})`;

/** Rows of cases on alias `r`. */
export function factRows(where: Conditions, { from, to, hour }: Period, closed: readonly string[]): string {
  where.add(`r.day between ${where.bind(from)}::date and ${where.bind(to)}::date`);
  if (hour !== undefined) where.add(`r.hour = ${where.bind(hour)}`);
  if (closed.length === 0) return 'reporting.fact r';
  const months = where.bind(closed);
  return `(select ${FACT} from reporting.fact where ${open(months)}
    union all select ${FACT} from reporting.frozen_fact where month = any(${months})) r`;
}

/** Rows of clocks on alias `r`, with the codes of their cases. */
export function clockRows(where: Conditions, { from, to }: Period, closed: readonly string[]): string {
  where.add(`r.day between ${where.bind(from)}::date and ${where.bind(to)}::date and r.state <> 'cancelled'`);
  const months = where.bind(closed);
  const present = CLOCK.split(',').map((name) => `c.${name.trim()}`);
  return `(select ${present.join(', ')}, coalesce(f.dims, '{}'::jsonb) as dims
      from reporting.clock c left join reporting.fact f on f.case_id = c.case_id
      where ${open(months).replace('day', 'c.day')}
    union all select ${CLOCK}, dims from reporting.frozen_clock where month = any(${months})) r`;
}

const IN_TIME: Readonly<Record<string, string>> = {
  month: "to_char(r.day, 'YYYY-MM')",
  day: 'r.day::text',
};

const OF_CLOCK: Readonly<Record<string, string>> = {
  stage: 'r.stage',
  unit: 'r.unit_id::text',
  person: 'r.person_id::text',
};

/** The code of a dimension; names come from the catalogue, never from a reader. */
export const factColumn = (dim: string): string => IN_TIME[dim] ?? `r.dims ->> '${dim}'`;
export const clockColumn = (dim: string): string => OF_CLOCK[dim] ?? factColumn(dim);
export const cellColumn = (cube: Cube) => (dim: string) =>
  dim === 'month' ? 'c.month' : `nullif(c.d${cube.dims.indexOf(dim) + 1}, '')`;

const ENDED = "(r.state in ('met', 'breached') or r.breached_at is not null)";
const IN = "r.state = 'met' and r.late is false";

/** What one clock counts, by name. */
const CLOCK_MEASURES: Readonly<Record<string, string>> = {
  ended: `${ENDED}::int`,
  'in-time': `(${IN})::int`,
  warned: '(r.warned_at is not null)::int',
  'warned-ended': `(r.warned_at is not null and ${ENDED})::int`,
  supervised: 'r.supervisions',
  'supervised-ended': `(r.supervisions > 0 and ${ENDED})::int`,
  'in-time-after-warning': `(r.warned_at is not null and ${IN})::int`,
  'in-time-after-supervision': `(r.supervisions > 0 and ${IN})::int`,
  overrun: '(r.late is true)::int',
  'overrun-seconds': 'case when r.late then greatest(r.actual_seconds - r.limit_seconds, 0) else 0 end',
};

/** Complaints whose way somebody found wrong on the month's sheet (RPT-1d). */
export const FOUND_WRONG = "r.case_id in (select x.case_id from reporting.flow_check x where x.verdict = 'wrong')";

/** Does the sheet have a say in it? What it found wrong is not right, whatever the case tells of itself. */
export const isOnSheet = ({ source, matter, measure }: Term): boolean =>
  source === 'cases' && matter === 'complaints.complaint' && measure === 'flow-right';

/** What one row adds to a term; `null` where it does not know. `cases` is a measure of every case. */
export function measureOf(term: Term): string {
  return isOnSheet(term) ? `case when ${FOUND_WRONG} then 0 else ${toldOf(term)} end` : toldOf(term);
}

/** The same without the month's sheet: what the roll-ups hold. */
export function toldOf({ source, measure }: Term): string {
  if (source === 'clocks') {
    const sql = CLOCK_MEASURES[measure];
    if (!sql) throw new Error(`Clocks have no measure "${measure}".`);
    return sql;
  }
  const known = /^known:(.+)$/.exec(measure)?.[1];
  return known ? `(r.measures ? '${known}')::int` : `(r.measures ->> '${measure}')::numeric`;
}

/** The term's own codes, the reader's filter, where an empty code asks for rows that have none, the units he may see. */
export function narrow(
  where: Conditions,
  term: Term,
  { filter, units }: Pick<Slice, 'filter' | 'units'>,
  column: (dim: string) => string,
): void {
  for (const [dim, codes] of Object.entries(term.where ?? {})) where.add(`${column(dim)} = any(${where.bind(codes)})`);
  for (const [dim, code] of Object.entries(filter)) {
    where.add(code === '' ? `coalesce(${column(dim)}, '') = ''` : `${column(dim)} = ${where.bind(code)}`);
  }
  if (units) where.add(`${column('unit')} = any(${where.bind(units)})`);
}
