/** `GET /api/reporting/indicators`, a figure, the cases behind it, when they came in, sales (api.md; RPT-1 … RPT-5, RPT-10). */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { FigureCase, FigureView, HeatCell, IndicatorView, SalesView } from '@bihuan/reporting-contract';
import { REPORTING_PERMISSIONS as MAY } from '@bihuan/reporting-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams, parseInput } from '@bihuan/http';
import { BehindFigures } from './behind-figure.query';
import { Figures } from './figure.query';
import { IndicatorList } from './indicator-list.query';
import { Sales } from './sales.query';

const MOST_DIMENSIONS = 4;

const figureQuery = z.looseObject({
  period: z.string().max(30).default('live'),
  by: z
    .string()
    .max(200)
    .optional()
    .transform((text) => (text ? text.split(',').map((dim) => dim.trim()) : []))
    .refine(
      (dims) => dims.length <= MOST_DIMENSIONS,
      `最多 ${MOST_DIMENSIONS} 个维度。 / At most ${MOST_DIMENSIONS} dimensions.`,
    ),
  part: z.enum(['numerator', 'denominator']).optional(),
});

type Asked = Record<string, unknown>;

@ApiTags('reporting')
@Controller('reporting')
export class FiguresController {
  constructor(
    private readonly catalogue: IndicatorList,
    private readonly figures: Figures,
    private readonly behind: BehindFigures,
    private readonly sales: Sales,
  ) {}

  @Get('indicators')
  @Permit(MAY.readFigures)
  list(): Page<IndicatorView> {
    return { data: this.catalogue.all(), page: {} };
  }

  @Get('indicators/:indicator')
  @Permit(MAY.readFigures)
  figure(
    @Actor() actor: UserActor,
    @Param('indicator') id: string,
    @Query() query: Asked,
    @ListParams() { filter }: ListQuery,
  ): Promise<FigureView> {
    const { period, by } = parseInput(figureQuery, query);
    return this.figures.figure(actor, id, { period, by, filter });
  }

  @Get('indicators/:indicator/cases')
  @Permit(MAY.readFigures)
  cases(
    @Actor() actor: UserActor,
    @Param('indicator') id: string,
    @Query() query: Asked,
    @ListParams() list: ListQuery,
  ): Promise<Page<FigureCase>> {
    const { period, part } = parseInput(figureQuery, query);
    return this.behind.rows(actor, id, { period, filter: list.filter }, list, part);
  }

  @Get('indicators/:indicator/heat-map')
  @Permit(MAY.readFigures)
  async heat(
    @Actor() actor: UserActor,
    @Param('indicator') id: string,
    @Query() query: Asked,
    @ListParams() { filter }: ListQuery,
  ): Promise<Page<HeatCell>> {
    const { period } = parseInput(figureQuery, query);
    return { data: await this.behind.heat(actor, id, { period, filter }), page: {} };
  }

  @Get('sales')
  @Permit(MAY.readSales)
  salesOf(@Query() query: Asked): Promise<SalesView> {
    return this.sales.of(parseInput(figureQuery, query).period);
  }
}
