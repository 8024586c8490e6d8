/** A sheet as the API shows it: every figure with its rule, its arithmetic and its records (APR-1, APR-7, APR-8). */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PartView, SheetView } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import { monthSources } from '../data/month-sources.store';
import { findPeriod } from '../data/period.store';
import { sheet } from '../sheet.matter';
import { canonical } from '../domain/hr-file.rules';
import type { Period } from '../domain/period.state';
import { scoreSheet } from '../domain/sheet-score.rules';
import { missingItems } from '../domain/sheet.rules';
import type { Scored, Sheet } from '../domain/sheet.state';
import type { Sources } from '../domain/source.state';
import type { Template } from '../template.settings';
import { SheetFrames } from './sheet-frame.query';

@Injectable()
export class SheetViews {
  constructor(
    private readonly matters: Matters,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly frames: SheetFrames,
  ) {}

  async get(actor: UserActor, id: string): Promise<SheetView> {
    return this.view(actor, await this.matters.get(actor, sheet, id));
  }

  async view(actor: UserActor, row: Sheet): Promise<SheetView> {
    const month = await this.month(row);
    const sources = row.sources ?? (await monthSources(this.work, row.period, row.employeeId))(row.employeeId);
    const scored = row.result?.scored ?? scoreSheet(month.template, { self: row.self, head: row.head, sources });
    const now = await this.work.now();
    return {
      ...(await this.matters.frame(actor, sheet, row)),
      ...this.frames.fields(row, month, scored, await this.names(row), now),
      cutOffs: { self: month.cutOffs.self.day, head: month.cutOffs.head.day, latest: month.cutOffs.latest.day },
      parts: partsOf(month.template, scored),
      totals: scored.totals,
      sources: [...sources.entries],
      sample: sampleOf(month.template, sources),
      attendance: sources.attendance,
      frozenAt: row.frozenAt?.toISOString() ?? null,
      missing: [...(row.frozenAt ? [] : ['frozen']), ...missingItems(scored)],
      released: row.result
        ? {
            at: row.result.releasedAt,
            by: row.result.releasedBy,
            hash: row.hash ?? '',
            intact: createHash('sha256').update(canonical(row.result)).digest('hex') === row.hash,
          }
        : null,
    };
  }

  private async month({ period }: Sheet): Promise<Period> {
    const month = await findPeriod(this.work, period);
    if (!month) throw new Error(`The sheet of ${period} has no month.`);
    return month;
  }

  private async names(row: Sheet) {
    const [unit, head] = [
      await this.org.unit(row.unitId),
      row.headId ? await this.org.employee(row.headId) : undefined,
    ];
    return { unit: unit?.name ?? '', head: head?.name ?? '' };
  }
}

/** Bands and guidance come from the month's template, points from the scores. */
function partsOf(template: Template, { parts }: Scored): PartView[] {
  const items = new Map(template.parts.flatMap((part) => part.items.map((item) => [item.code, item] as const)));
  return parts.map((part) => ({
    ...part,
    items: part.items.map((item) => ({
      ...item,
      sources: [...item.sources],
      standard: items.get(item.code)?.standard ?? { zh: '', en: '' },
      bands: (items.get(item.code)?.bands ?? []).map((band) => ({ ...band })),
    })),
  }));
}

function sampleOf(template: Template, { calls }: Sources): SheetView['sample'] {
  const formula = template.parts
    .flatMap(({ items }) => items.map((item) => item.formula))
    .find((each) => each?.kind === 'sample-calls');
  if (formula?.kind !== 'sample-calls') return null;
  const reached = calls.filter(({ state }) => state === 'reached');
  return {
    drawn: calls.length,
    reached: reached.length,
    good: reached.filter(({ good }) => good).length,
    minimum: formula.minimum,
    calls: calls.map((call) => ({ ...call })),
  };
}
