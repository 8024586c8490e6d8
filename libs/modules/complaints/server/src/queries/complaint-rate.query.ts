/** CMP-16: complaints ÷ repairs by department over a span of days, from our own rows. */
import { Injectable } from '@nestjs/common';
import type { ComplaintRate } from '@bihuan/complaints-contract';
import { Org } from '@bihuan/org';
import { RepairStore } from '../data/repair.store';
import type { RateRow } from '../domain/rate.rules';
import { rateRow, rateTotal } from '../domain/rate.rules';
import { ComplaintsPack } from '../pack.settings';

@Injectable()
export class ComplaintRates {
  constructor(
    private readonly repairs: RepairStore,
    private readonly org: Org,
    private readonly pack: ComplaintsPack,
  ) {}

  /** @param from, to local days, both included; departments with a complaint or a repair, in the order of the tree */
  async rows(from: string, to: string): Promise<readonly RateRow[]> {
    const calendar = await this.pack.calendarOf((await this.pack.centreOf(undefined)).id);
    const [complaints, counted, entered, isCounted] = await Promise.all([
      this.repairs.complaints(calendar.startOf(from), calendar.startOf(dayAfter(to))),
      this.repairs.counted(from, to),
      this.repairs.entered(from, to),
      this.repairs.isCounted(),
    ]);
    const of = (list: readonly { unitId: string; count: number }[], id: string): number | undefined =>
      list.find(({ unitId }) => unitId === id)?.count;
    const named = new Set([...complaints, ...counted, ...entered].map(({ unitId }) => unitId));
    return (await this.org.units())
      .filter(({ id }) => named.has(id))
      .map(({ id }) =>
        rateRow({
          unitId: id,
          complaints: of(complaints, id) ?? 0,
          counted: isCounted ? (of(counted, id) ?? 0) : null,
          entered: entered.find(({ unitId }) => unitId === id) ?? null,
        }),
      );
  }

  async of(from: string, to: string): Promise<ComplaintRate> {
    const [rows, units] = await Promise.all([this.rows(from, to), this.org.units()]);
    const names = new Map(units.map(({ id, name }) => [id, name]));
    return {
      from,
      to,
      rows: rows.map(({ unitId, ...row }) => ({ ...row, unit: { id: unitId, name: names.get(unitId) ?? '' } })),
      total: rateTotal(rows),
    };
  }
}

export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
