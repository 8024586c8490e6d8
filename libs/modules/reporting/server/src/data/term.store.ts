/** Sums of one term over a period, from the roll-up where one fits, else from the rows (RPT-4, RPT-8). */
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@bihuan/database';
import type { Cube } from '../domain/fact.rules';
import type { GroupSum, Term } from '../domain/indicator.rules';
import type { Period } from '../domain/period.rules';
import { Conditions } from './conditions.part';
import type { Slice } from './row-source.part';
import {
  cellColumn,
  clockColumn,
  clockRows,
  factColumn,
  factRows,
  FOUND_WRONG,
  isOnSheet,
  measureOf,
  narrow,
  toldOf,
} from './row-source.part';

@Injectable()
export class TermStore {
  constructor(private readonly work: UnitOfWork) {}

  /** @param largest the greatest value instead of the sum */
  async sums(term: Term, slice: Slice, largest = false): Promise<GroupSum[]> {
    if (!slice.cube || largest) return this.ofRows(term, slice, largest);
    const told = await this.ofCells(term, slice, slice.cube);
    return isOnSheet(term) ? less(told, await this.foundWrong(term, slice)) : told;
  }

  async closedMonths({ from, to }: Period): Promise<string[]> {
    const rows = await this.work.query<{ month: string }>(
      'select month from reporting.period where month between $1 and $2 order by month',
      [from.slice(0, 7), to.slice(0, 7)],
    );
    return rows.map(({ month }) => month);
  }

  private async ofCells(term: Term, slice: Slice, cube: Cube): Promise<GroupSum[]> {
    const where = new Conditions();
    where.add(`c.matter = ${where.bind(term.matter)} and c.cube = ${where.bind(cube.name)}`);
    where.add(`c.month = any(${where.bind(slice.months)}) and c.measure = ${where.bind(term.measure)}`);
    const column = cellColumn(cube);
    narrow(where, term, slice, column);
    return this.grouped(
      `reporting.cell c where ${where.sql}`,
      'sum(c.value)',
      slice.by.map(column),
      slice,
      where,
      true,
    );
  }

  /** What the roll-ups hold of cases that the month's sheet found wrong: a few rows (RPT-1d). */
  private async foundWrong(term: Term, slice: Slice): Promise<GroupSum[]> {
    const where = new Conditions();
    const from = factRows(where, slice.period, await this.closedMonths(slice.period));
    where.add(`r.matter = ${where.bind(term.matter)} and ${FOUND_WRONG}`);
    narrow(where, term, slice, factColumn);
    return this.grouped(`${from} where ${where.sql}`, `sum(${toldOf(term)})`, slice.by.map(factColumn), slice, where);
  }

  private async ofRows(term: Term, slice: Slice, largest: boolean): Promise<GroupSum[]> {
    const closed = await this.closedMonths(slice.period);
    const where = new Conditions();
    const ofClocks = term.source === 'clocks';
    const from = (ofClocks ? clockRows : factRows)(where, slice.period, closed);
    where.add(`r.matter = ${where.bind(term.matter)}`);
    const column = ofClocks ? clockColumn : factColumn;
    narrow(where, term, slice, column);
    const sum = `${largest ? 'max' : 'sum'}(${measureOf(term)})`;
    return this.grouped(`${from} where ${where.sql}`, sum, slice.by.map(column), slice, where);
  }

  private async grouped(
    from: string,
    sum: string,
    columns: readonly string[],
    { by }: Slice,
    where: Conditions,
    prepared = false,
  ): Promise<GroupSum[]> {
    const keys = columns.map((column, index) => `nullif(${column}, '') as k${index}`);
    const group = columns.length > 0 ? `group by ${columns.map((_, index) => index + 1).join(', ')}` : '';
    const sql = `select ${[...keys, `(${sum})::text as sum`].join(', ')} from ${from} ${group}`;
    // Cells are read by their key, in whatever question; how rows are best read depends on what is asked.
    const rows = prepared
      ? await this.work.query<Record<string, string | null>>(sql, where.parameters)
      : await this.work.search<Record<string, string | null>>(sql, where.parameters);
    return rows.flatMap((row) => {
      const value = row['sum'];
      // A sum over nothing is no row.
      if (value === null || value === undefined) return [];
      const key = Object.fromEntries(by.map((dim, index) => [dim, row[`k${index}`] ?? null]));
      return [{ key, sum: Number(value) }];
    });
  }
}

/** Group by group; both are split the same way. */
function less(sums: readonly GroupSum[], taken: readonly GroupSum[]): GroupSum[] {
  const off = new Map(taken.map(({ key, sum }) => [JSON.stringify(key), sum]));
  return sums.map(({ key, sum }) => ({ key, sum: sum - (off.get(JSON.stringify(key)) ?? 0) }));
}
