/** The catalogue as it is read: words, unit, dimensions, target (RPT-1). */
import { Injectable } from '@nestjs/common';
import type { IndicatorView } from '@bihuan/reporting-contract';
import { Deployment } from '@bihuan/plugin-kit';
import type { Indicator } from '../domain/indicator.rules';
import { INDICATORS } from '../domain/indicators';
import { PERIOD_KINDS } from '../domain/period.rules';
import { ReportingPack } from '../pack.settings';

@Injectable()
export class IndicatorList {
  constructor(
    private readonly pack: ReportingPack,
    private readonly deployment: Deployment,
  ) {}

  /** Of the modules deployed here. */
  all(): IndicatorView[] {
    return INDICATORS.filter(({ numerator }) => this.deployment.has(moduleOf(numerator.matter))).map((indicator) =>
      this.view(indicator),
    );
  }

  private view({ numerator, denominator, otherwise, dimensions, ...words }: Indicator): IndicatorView {
    return {
      ...words,
      module: moduleOf(numerator.matter),
      counts: numerator.source === 'clocks' ? 'clocks' : 'cases',
      base: [denominator, otherwise].find((term) => term?.source === 'base')?.matter ?? null,
      periods: [...PERIOD_KINDS],
      dimensions: [...dimensions],
      target: this.pack.target(words.id),
    };
  }
}

const moduleOf = (matter: string): string => matter.split('.')[0] ?? '';
