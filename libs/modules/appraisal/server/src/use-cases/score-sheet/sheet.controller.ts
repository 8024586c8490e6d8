/** Routes of the sheets: months, lists, one sheet, and what is done with it (api.md; APR-1, APR-5). */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import type { PeriodView, SheetLine, SheetView } from '@bihuan/appraisal-contract';
import * as contract from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import type { ListQuery, Page } from '@bihuan/http';
import { Actor, ListParams } from '@bihuan/http';
import { actRoutes } from '@bihuan/matters';
import { MonthsBegin } from '../../deadlines/months-begin.part';
import { PeriodViews } from '../../queries/period-view.query';
import { SheetList } from '../../queries/sheet-list.query';
import { SheetViews } from '../../queries/sheet-view.query';
import { ScoreSheetHandler } from './score-sheet.handler';

const { APPRAISAL_PERMISSIONS: MAY } = contract;

@Controller('appraisal')
export class SheetController {
  constructor(
    private readonly months: PeriodViews,
    private readonly sheets: SheetList,
    private readonly views: SheetViews,
    private readonly begin: MonthsBegin,
  ) {}

  @Get('periods')
  @Permit(MAY.readSheet)
  periods(@Actor() actor: UserActor): Promise<Page<PeriodView>> {
    return this.months.list(actor);
  }

  @Get('periods/:period')
  @Permit(MAY.readSheet)
  async period(@Actor() actor: UserActor, @Param('period') period: string): Promise<PeriodView> {
    await this.begin.asked(period);
    return this.months.one(actor, period);
  }

  @Get('periods/:period/sheets')
  @Permit(MAY.readSheet)
  async ofPeriod(
    @Actor() actor: UserActor,
    @Param('period') period: string,
    @ListParams() query: ListQuery,
  ): Promise<Page<SheetLine>> {
    await this.begin.asked(period);
    return this.sheets.list(actor, period, query);
  }

  @Get('sheets/:id')
  @Permit(MAY.readSheet)
  one(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string): Promise<SheetView> {
    return this.views.get(actor, id);
  }
}

export const ActOnSheet = actRoutes({
  path: 'appraisal/sheets',
  handler: ScoreSheetHandler,
  views: SheetViews,
  acts: {
    'self-score': { permit: MAY.selfScore, body: contract.selfScore },
    'head-score': { permit: MAY.headScore, body: contract.headScore },
    release: { permit: MAY.release, body: contract.releaseSheet },
  },
});
