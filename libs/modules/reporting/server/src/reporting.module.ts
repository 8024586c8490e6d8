/** Nest wiring of the reporting module. */
import { Module } from '@nestjs/common';
import { BaseFigureStore } from './data/base-figure.store';
import { CaseStore } from './data/case.store';
import { ClockStore } from './data/clock.store';
import { FactStore } from './data/fact.store';
import { FlowCheckStore } from './data/flow-check.store';
import { PeriodStore } from './data/period.store';
import { RebuildStore } from './data/rebuild.store';
import { ReportStore } from './data/report.store';
import { SaleStore } from './data/sale.store';
import { TermStore } from './data/term.store';
import { ByItself } from './deadlines/by-itself.part';
import { CloseMonths } from './deadlines/close-months.part';
import { DrawFlowSample } from './deadlines/draw-flow-sample.part';
import { DueReports } from './deadlines/due-reports.part';
import { MakeReport } from './deadlines/make-report.part';
import { OnCaseChanged } from './events/on-case-changed';
import { OnDeadlineChanged } from './events/on-deadline-changed';
import { PeriodEvents } from './events/publish';
import { ComplaintRatePapers } from './forms/complaint-rate-papers.part';
import { ReportingPack } from './pack.settings';
import { BaseFigureList } from './queries/base-figure-list.query';
import { BehindFigures } from './queries/behind-figure.query';
import { Figures } from './queries/figure.query';
import { FiguresController } from './queries/figures.controller';
import { FlowSheets } from './queries/flow-sheet.query';
import { IndicatorList } from './queries/indicator-list.query';
import { ReportAccess } from './queries/report-access.part';
import { ReportList } from './queries/report-list.query';
import { Sales } from './queries/sales.query';
import { ScheduleList } from './queries/schedule-list.query';
import { CheckFlowHandler } from './use-cases/check-flow/check-flow.handler';
import { FlowSheetsController } from './use-cases/check-flow/flow-sheets.controller';
import { ClosePeriodHandler } from './use-cases/close-period/close-period.handler';
import { PeriodsController } from './use-cases/close-period/periods.controller';
import { RebuildHandler } from './use-cases/close-period/rebuild.handler';
import { BaseFiguresController } from './use-cases/enter-base-figures/base-figures.controller';
import { EnterBaseFiguresHandler } from './use-cases/enter-base-figures/enter-base-figures.handler';
import { BaseFiguresImport } from './use-cases/import-figures/base-figures.part';
import { SalesImport } from './use-cases/import-figures/sales.part';
import { ReportsController } from './use-cases/send-report/reports.controller';
import { SendReportHandler } from './use-cases/send-report/send-report.handler';

@Module({
  controllers: [FiguresController, BaseFiguresController, PeriodsController, ReportsController, FlowSheetsController],
  providers: [
    ReportingPack,
    FactStore,
    ClockStore,
    TermStore,
    CaseStore,
    BaseFigureStore,
    PeriodStore,
    RebuildStore,
    ReportStore,
    SaleStore,
    FlowCheckStore,
    OnCaseChanged,
    OnDeadlineChanged,
    PeriodEvents,
    Figures,
    BehindFigures,
    IndicatorList,
    BaseFigureList,
    Sales,
    ReportList,
    ScheduleList,
    FlowSheets,
    ReportAccess,
    CloseMonths,
    MakeReport,
    DueReports,
    ByItself,
    DrawFlowSample,
    EnterBaseFiguresHandler,
    BaseFiguresImport,
    SalesImport,
    ClosePeriodHandler,
    CheckFlowHandler,
    RebuildHandler,
    SendReportHandler,
    ComplaintRatePapers,
  ],
})
export class ReportingModule {}
