/** Makes the roll-ups anew from the rows: the same to the last digit (RPT-8). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { Cube } from '../domain/fact.rules';

@Injectable()
export class RebuildStore {
  /** Cells of all open months from the present rows, of closed months from the frozen ones. Answers how many cells. */
  async rebuild(
    tx: Transaction,
    cubes: readonly Cube[],
    rolled: ReadonlyMap<string, ReadonlySet<string>>,
  ): Promise<number> {
    await tx.query('lock table reporting.cell in exclusive mode');
    await tx.query('delete from reporting.cell');
    const pairs = [...rolled].flatMap(([matter, measures]) => [...measures].map((measure) => ({ matter, measure })));
    for (const { name, dims, matters } of cubes) {
      const code = (index: number): string => (dims[index] ? `coalesce(f.dims ->> '${dims[index]}', '')` : `''`);
      const kept = pairs.filter(({ matter }) => !matters || matters.includes(matter));
      await tx.query(
        `insert into reporting.cell (matter, cube, month, d1, d2, d3, measure, value)
         select f.matter, $1, to_char(f.day, 'YYYY-MM'), ${code(0)}, ${code(1)}, ${code(2)}, k.measure, sum(
           case when k.measure like 'known:%' then (f.measures ? substr(k.measure, 7))::int
             else coalesce((f.measures ->> k.measure)::numeric, 0) end)
         from (select matter, day, dims, measures from reporting.fact
                 where to_char(day, 'YYYY-MM') not in (select month from reporting.period)
               union all select matter, day, dims, measures from reporting.frozen_fact) f
           join unnest($2::text[], $3::text[]) as k(matter, measure) on k.matter = f.matter
         group by 1, 3, 4, 5, 6, 7 having sum(
           case when k.measure like 'known:%' then (f.measures ? substr(k.measure, 7))::int
             else coalesce((f.measures ->> k.measure)::numeric, 0) end) <> 0`,
        [name, kept.map(({ matter }) => matter), kept.map(({ measure }) => measure)],
      );
    }
    const [count] = await tx.query<{ n: number }>('select count(*)::int as n from reporting.cell');
    return count?.n ?? 0;
  }

  /** Notes what the cells hold. Answers whether they held something else before, or nothing. */
  async differs(tx: Transaction, rolled: string): Promise<boolean> {
    const rows = await tx.query('update reporting.state set rolled = $1 where rolled <> $1 returning one', [rolled]);
    return rows.length > 0;
  }
}
