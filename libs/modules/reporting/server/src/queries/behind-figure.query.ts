/** The cases behind a figure, and when they came in: the same rows, the same reach (RPT-2, RPT-5, IDN-2). */
import { Injectable } from '@nestjs/common';
import type { FigureCase, HeatCell } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { decodeCursor, pageOf } from '@bihuan/http';
import type { CaseRow } from '../data/case.store';
import { CaseStore } from '../data/case.store';
import { TermStore } from '../data/term.store';
import type { Indicator, Term } from '../domain/indicator.rules';
import { invalidField } from '../reporting.errors';
import type { FigureQuestion } from './figure.query';
import { Figures, sliceOf } from './figure.query';

export type FigurePart = 'numerator' | 'denominator';

@Injectable()
export class BehindFigures {
  constructor(
    private readonly figures: Figures,
    private readonly cases: CaseStore,
    private readonly terms: TermStore,
  ) {}

  /** @param part whose rows; the denominator's where it counts rows, each with what it adds to the numerator */
  async rows(
    actor: UserActor,
    id: string,
    question: FigureQuestion,
    { after, size }: ListQuery,
    part?: FigurePart,
  ): Promise<Page<FigureCase>> {
    const { indicator, asked } = await this.figures.ask(actor, id, question);
    const term = this.partOf(indicator, part);
    const closed = await this.terms.closedMonths(asked.period);
    const last = after === undefined ? undefined : decodeCursor(after, 2);
    const rows = await this.cases.rows(indicator.numerator, term, sliceOf(term, asked), closed, {
      limit: size + 1,
      ...(last ? { after: [String(last[0]), String(last[1])] as const } : {}),
    });
    return pageOf(rows, size, ({ at, id: rowId }) => [at, rowId], caseView);
  }

  /** Cases of the numerator by weekday and hour. */
  async heat(actor: UserActor, id: string, question: FigureQuestion): Promise<HeatCell[]> {
    const { indicator, asked } = await this.figures.ask(actor, id, question);
    if (indicator.numerator.source !== 'cases') {
      throw invalidField('/id', 'no-intake', '该指标不按受理时间统计。 / The indicator does not count by intake.');
    }
    const closed = await this.terms.closedMonths(asked.period);
    return this.cases.heat(indicator.numerator, sliceOf(indicator.numerator, asked), closed);
  }

  private partOf(indicator: Indicator, part: FigurePart | undefined): Term {
    const lower = this.figures.lowerOf(indicator);
    const counted = lower && lower.source !== 'base' ? lower : undefined;
    if (part === 'denominator' && !counted) {
      throw invalidField('/part', 'no-rows', '分母不是案件数。 / The denominator does not count cases.');
    }
    return part === 'numerator' ? indicator.numerator : (counted ?? indicator.numerator);
  }
}

const caseView = ({ case_id, matter, number, state, at, stage, dims, value }: CaseRow): FigureCase => {
  const [module = '', kind = ''] = matter.split('.');
  return {
    module,
    kind,
    id: case_id,
    number: number ?? '',
    state,
    stage,
    openedAt: at.toISOString(),
    dims: { ...dims },
    value: value === null ? null : Number(value),
  };
};
