/** Form 9 from the sums of the indicator itself: the dashboard's figures to the digit (CMP-16, RPT-4, RPT-6). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { ComplaintRatePaper, RegisterRange } from '@bihuan/forms';
import { complaintRate, complaintRateForm, rateTotals } from '@bihuan/forms';
import { UnitOfWork } from '@bihuan/database';
import { Papers } from '@bihuan/matters';
import { Org } from '@bihuan/org';
import type { UserActor } from '@bihuan/plugin-kit';
import { indicatorById } from '../domain/indicators';
import type { Period } from '../domain/period.rules';
import { monthOf, monthsOf, quarterOf } from '../domain/period.rules';
import { BaseFigureStore } from '../data/base-figure.store';
import { Figures, unitsOf } from '../queries/figure.query';
import { invalidField } from '../reporting.errors';

type Row = ComplaintRatePaper['rows'][number];

@Injectable()
export class ComplaintRatePapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly work: UnitOfWork,
    private readonly figures: Figures,
    private readonly bases: BaseFigureStore,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.papers.register(complaintRateForm('reporting'), {
      permission: MAY.printRegister,
      load: async (actor, range, unitName) => ({ data: await this.paper(actor, range, unitName), keyIds: [] }),
    });
  }

  private async paper(actor: UserActor, range: RegisterRange, unitName: string): Promise<ComplaintRatePaper> {
    const period = monthOrQuarter(range);
    const indicator = indicatorById('complaint-per-repair');
    const units = unitsOf(actor);
    const sums = await this.figures.sums(indicator, { period, by: ['unit'], filter: {}, ...(units ? { units } : {}) });
    const lower = this.figures.lowerOf(indicator);
    const sources = lower?.source === 'base' ? await this.sources(lower.matter, period) : undefined;
    const all = await this.org.units();
    const place = new Map(all.map(({ id, name }, at) => [id, { name, at }]));
    const rows = sums
      .map(({ key: { unit }, numerator, denominator }) => ({ unit: unit ?? '', numerator, denominator }))
      .sort((a, b) => (place.get(a.unit)?.at ?? all.length) - (place.get(b.unit)?.at ?? all.length))
      .map(({ unit, numerator, denominator }): Row => {
        const repairs = denominator === null ? null : Math.round(denominator);
        return {
          unit: place.get(unit)?.name ?? '（未指定）',
          complaints: numerator,
          repairs,
          source: sources?.get(unit) ?? 'counted',
          rate: complaintRate(numerator, repairs),
        };
      });
    return {
      unitName,
      period: wordsOf(period),
      span: period.kind === 'quarter' ? 'quarter' : 'month',
      rows,
      totals: rateTotals(rows),
      ...(sources ? { note: '派单模块未部署，维修次数为录入或导入数据。' } : {}),
      madeBy: actor.name,
      madeAt: (await this.work.now()).toISOString(),
    };
  }

  /** Unit → where its repairs come from; one that was imported for some month counts as imported. */
  private async sources(figure: string, period: Period): Promise<ReadonlyMap<string, Row['source']>> {
    const rows = await this.bases.of(figure, [period.text, ...monthsOf(period)]);
    const sources = new Map<string, Row['source']>();
    for (const { codes, source } of rows) {
      const unit = codes.unit ?? '';
      if (sources.get(unit) !== 'imported') sources.set(unit, source);
    }
    return sources;
  }
}

/** @throws 422 where the days are neither a month nor a quarter */
export function monthOrQuarter({ from, to }: RegisterRange): Period {
  const found = [monthOf(from), quarterOf(from)].find((period) => period.from === from && period.to === to);
  if (found) return found;
  throw invalidField(
    '/to',
    'not-a-period',
    '请给出整月或整季度的起止日期。 / From and to of a whole month or quarter.',
  );
}

function wordsOf({ kind, from }: Period): string {
  const [year, month] = from.split('-').map(Number);
  return kind === 'quarter' ? `${year}年第${Math.ceil((month ?? 1) / 3)}季度` : `${year}年${month}月`;
}
