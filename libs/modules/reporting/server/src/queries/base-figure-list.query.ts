/** Figures from outside as they were given; a reader of some units sees theirs (RPT-1c, IDN-2). */
import { Injectable } from '@nestjs/common';
import type { BaseFigureView } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Page } from '@bihuan/http';
import { BaseFigureStore } from '../data/base-figure.store';
import { unitsOf } from './figure.query';

@Injectable()
export class BaseFigureList {
  constructor(private readonly figures: BaseFigureStore) {}

  async list(actor: UserActor, figure: string | undefined, period: string | undefined): Promise<Page<BaseFigureView>> {
    const rows = await this.figures.list(figure, period);
    const units = unitsOf(actor);
    const mine = units ? rows.filter(({ unit_id }) => unit_id !== null && units.includes(unit_id)) : rows;
    const data = mine.map((row) => ({
      figure: row.figure,
      period: row.period,
      value: Number(row.value),
      business: row.business || null,
      level: row.level || null,
      brand: row.brand || null,
      unitId: row.unit_id,
      source: row.source,
      enteredAt: row.entered_at.toISOString(),
    }));
    return { data, page: {} };
  }
}
