/** Nest wiring of the complaints module. */
import { Module } from '@nestjs/common';
import { bound, matterParts } from '@bihuan/matters';
import { circulation } from './circulation.matter';
import { complaint } from './complaint.matter';
import { RepairStore } from './data/repair.store';
import { AskProgressStep } from './deadlines/ask-progress.deadline';
import { ComplaintClocks } from './deadlines/complaint-clocks.deadline';
import { OnAppealLinked } from './events/on-appeal-linked';
import { OnComplaintRaised } from './events/on-complaint-raised';
import { OnMatterRevisited } from './events/on-matter-revisited';
import { OnWorkOrderChanged } from './events/on-work-order-changed';
import { ComplaintNews } from './events/publish';
import { CasePapers } from './forms/case-papers.part';
import { PaperWords } from './forms/paper-words.part';
import { RegisterPapers } from './forms/register-papers.part';
import { ComplaintsPack } from './pack.settings';
import { CirculationViews } from './queries/circulation-view.query';
import { ComplaintList } from './queries/complaint-list.query';
import { ComplaintRates } from './queries/complaint-rate.query';
import { ComplaintViews } from './queries/complaint-view.query';
import { OrderViews } from './queries/order-view.query';
import { PackLists } from './queries/pack-lists.query';
import { ReservedSeats } from './queries/reserved-seats.query';
import { SanctionViews } from './queries/sanction-view.query';
import { UnitNames } from './queries/unit-names.query';
import { sanction } from './sanction.matter';
import { supervision } from './supervision.matter';
import { ActOnCirculationHandler } from './use-cases/act-on-circulation/act-on-circulation.handler';
import { CirculationsController } from './use-cases/act-on-circulation/circulations.controller';
import { COMPLAINT_ACT_ROUTES } from './use-cases/act-on-complaint/act-on-complaint.controller';
import { Acting } from './use-cases/act-on-complaint/acting.handler';
import { AfterAnswer } from './use-cases/act-on-complaint/after-answer.handler';
import { Followers } from './use-cases/act-on-complaint/followers.handler';
import { AnswerComplaintHandler } from './use-cases/act-on-complaint/answer-complaint.handler';
import { CheckComplaintHandler } from './use-cases/act-on-complaint/check-complaint.handler';
import { CloseComplaintHandler } from './use-cases/act-on-complaint/close-complaint.handler';
import { Closure } from './use-cases/act-on-complaint/closure.handler';
import { HandleComplaintHandler } from './use-cases/act-on-complaint/handle-complaint.handler';
import { IntakeComplaint } from './use-cases/act-on-complaint/intake-complaint.handler';
import { ReportComplaintHandler } from './use-cases/act-on-complaint/report-complaint.handler';
import { RevisitBook } from './use-cases/act-on-complaint/revisit-book.handler';
import { RoadComplaintHandler } from './use-cases/act-on-complaint/road-complaint.handler';
import { ScreenComplaintHandler } from './use-cases/act-on-complaint/screen-complaint.handler';
import { SuperviseComplaintHandler } from './use-cases/act-on-complaint/supervise-complaint.handler';
import { ActOnSanctionHandler } from './use-cases/act-on-sanction/act-on-sanction.handler';
import { SanctionBook } from './use-cases/act-on-sanction/sanction-book.handler';
import { SanctionsController } from './use-cases/act-on-sanction/sanctions.controller';
import { ORDER_ACT_ROUTES } from './use-cases/act-on-supervision/act-on-order.controller';
import { ActOnSupervisionHandler } from './use-cases/act-on-supervision/act-on-supervision.handler';
import { IgnoredWarning } from './use-cases/act-on-supervision/ignored-warning.handler';
import { SupervisionBook } from './use-cases/act-on-supervision/supervision-book.handler';
import { SupervisionsController } from './use-cases/act-on-supervision/supervisions.controller';
import { ComplaintRateController } from './use-cases/enter-repairs/complaint-rate.controller';
import { EnterRepairsHandler } from './use-cases/enter-repairs/enter-repairs.handler';
import { RepairsImport } from './use-cases/enter-repairs/repairs-import.part';
import { HeardElsewhere } from './use-cases/register-complaint/heard-elsewhere.handler';
import { RegisterComplaintController } from './use-cases/register-complaint/register-complaint.controller';
import { RegisterComplaintHandler } from './use-cases/register-complaint/register-complaint.handler';
import { Register } from './use-cases/register-complaint/register.handler';

@Module({
  controllers: [
    RegisterComplaintController,
    ...COMPLAINT_ACT_ROUTES,
    SupervisionsController,
    SanctionsController,
    CirculationsController,
    ...ORDER_ACT_ROUTES,
    ComplaintRateController,
  ],
  providers: [
    ComplaintsPack,
    matterParts([bound(complaint), bound(supervision), bound(sanction), bound(circulation)]),
    RepairStore,
    ComplaintClocks,
    ComplaintNews,
    Register,
    RegisterComplaintHandler,
    HeardElsewhere,
    Acting,
    IntakeComplaint,
    CheckComplaintHandler,
    RoadComplaintHandler,
    HandleComplaintHandler,
    AnswerComplaintHandler,
    AfterAnswer,
    Followers,
    Closure,
    RevisitBook,
    ReportComplaintHandler,
    CloseComplaintHandler,
    ScreenComplaintHandler,
    SuperviseComplaintHandler,
    SupervisionBook,
    ActOnSupervisionHandler,
    IgnoredWarning,
    SanctionBook,
    ActOnSanctionHandler,
    ActOnCirculationHandler,
    EnterRepairsHandler,
    RepairsImport,
    AskProgressStep,
    OnComplaintRaised,
    OnMatterRevisited,
    OnAppealLinked,
    OnWorkOrderChanged,
    UnitNames,
    ComplaintViews,
    ComplaintList,
    ReservedSeats,
    PackLists,
    OrderViews,
    SanctionViews,
    CirculationViews,
    ComplaintRates,
    PaperWords,
    CasePapers,
    RegisterPapers,
  ],
})
export class ComplaintsModule {}
