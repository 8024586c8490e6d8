/** Makes the roll-ups anew from the rows: the same to the last digit (RPT-8). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { Cube } from '../domain/fact.rules';

type Rolled = ReadonlyMap<string, ReadonlySet<string>>;

@Injectable()
export class RebuildStore {
  /**
   * Cells of all open months from the present rows, of closed months from the frozen ones. Answers how many cells.
   *
   * @param cubesOf roll-ups kept of a matter
   */
  async rebuild(tx: Transaction, cubesOf: (matter: string) => readonly Cube[], rolled: Rolled): Promise<number> {
    await tx.query('lock table reporting.cell in exclusive mode');
    await tx.query('delete from reporting.cell');
    for (const [matter, measures] of rolled) await tx.query(...cellsOf(matter, cubesOf(matter), [...measures]));
    const [count] = await tx.query<{ n: number }>('select count(*)::int as n from reporting.cell');
    return count?.n ?? 0;
  }

  /** Notes what the cells hold. Answers whether they held something else before, or nothing. */
  async differs(tx: Transaction, rolled: string): Promise<boolean> {
    const rows = await tx.query('update reporting.state set rolled = $1 where rolled <> $1 returning one', [rolled]);
    return rows.length > 0;
  }
}

/** One reading of a matter's rows for all its roll-ups. Names come from the catalogue, never from a reader. */
function cellsOf(matter: string, cubes: readonly Cube[], measures: readonly string[]): [string, unknown[]] {
  const dims = [...new Set(cubes.flatMap((cube) => cube.dims))];
  const value = (measure: string): string =>
    measure.startsWith('known:')
      ? `(f.measures ? '${measure.slice('known:'.length)}')::int`
      : `(f.measures ->> '${measure}')::numeric`;
  const columns = [
    ...dims.map((dim, at) => `coalesce(f.dims ->> '${dim}', '') as d${at}`),
    ...measures.map((measure, at) => `${value(measure)} as m${at}`),
  ];
  const named = dims.map((_, at) => `d${at}`);
  const setOf = (cube: Cube): string => `(${['month', ...cube.dims.map((dim) => `d${dims.indexOf(dim)}`)].join(', ')})`;
  // The bit of a dimension is set where a roll-up is not split by it.
  const maskOf = (cube: Cube): number => dims.reduce((mask, dim) => mask * 2 + (cube.dims.includes(dim) ? 0 : 1), 0);
  const codeAt = (index: number): string =>
    `case g.mask ${cubes.map((cube) => `when ${maskOf(cube)} then ${codeOf(cube, index)}`).join(' ')} end`;
  const codeOf = (cube: Cube, index: number): string => {
    const dim = cube.dims[index];
    return dim === undefined ? `''` : `g.d${dims.indexOf(dim)}`;
  };
  const name = `case g.mask ${cubes.map((cube) => `when ${maskOf(cube)} then '${cube.name}'`).join(' ')} end`;
  const sql = `
    insert into reporting.cell (matter, cube, month, d1, d2, d3, measure, value)
    select $1, ${name}, g.month, ${codeAt(0)}, ${codeAt(1)}, ${codeAt(2)}, k.measure, g.sums[k.at]
    from (select month, ${[...named, ''].join(', ')} grouping(${named.join(', ')}) as mask,
            array[${measures.map((_, at) => `coalesce(sum(m${at}), 0)::numeric`).join(', ')}] as sums
          from (select to_char(f.day, 'YYYY-MM') as month, ${columns.join(', ')}
                from (select matter, day, dims, measures from reporting.fact
                        where matter = $1 and to_char(day, 'YYYY-MM') not in (select month from reporting.period)
                      union all
                      select matter, day, dims, measures from reporting.frozen_fact where matter = $1) f) x
          group by grouping sets (${cubes.map(setOf).join(', ')})) g,
      unnest($2::text[]) with ordinality as k(measure, at)
    where g.sums[k.at] <> 0`;
  return [sql, [matter, measures]];
}
