/** Nest wiring of the dispatch module. */
import { Module } from '@nestjs/common';
import { bound, matterParts } from '@bihuan/matters';
import { OrderClocks } from './deadlines/order-clocks.deadline';
import { OverrunSteps } from './deadlines/overrun.deadline';
import { OnOrderRequested } from './events/on-order-requested';
import { ClosedOrders, DispatchFaults } from './events/publish';
import { OrderPapers } from './forms/order-papers.part';
import { DispatchPack } from './pack.settings';
import { DispatchBoards } from './queries/dispatch-board.query';
import { Names } from './queries/names.query';
import { WorkOrderList } from './queries/work-order-list.query';
import { WorkOrderViews } from './queries/work-order-view.query';
import { ACTS_ON_ORDER } from './use-cases/act-on-order/act-on-order.controller';
import { AssignOrderHandler } from './use-cases/act-on-order/assign-order.handler';
import { Destinations } from './use-cases/act-on-order/destination.handler';
import { EndOrderHandler } from './use-cases/act-on-order/end-order.handler';
import { GiveBackOrderHandler } from './use-cases/act-on-order/give-back-order.handler';
import { PartsOfOrder } from './use-cases/act-on-order/parts-of-order.handler';
import { SecondLine } from './use-cases/act-on-order/second-line.handler';
import { ServiceSheetHandler } from './use-cases/act-on-order/service-sheet.handler';
import { WorkOnOrderHandler } from './use-cases/act-on-order/work-on-order.handler';
import { CandidatesController } from './use-cases/choose-engineer/candidates.controller';
import { EngineerChoice } from './use-cases/choose-engineer/engineer-choice.handler';
import { OpenOrderController } from './use-cases/open-order/open-order.controller';
import { OpenOrderHandler } from './use-cases/open-order/open-order.handler';
import { OrderOpener } from './use-cases/open-order/order-opener.handler';
import { ShowBoardController } from './use-cases/show-board/show-board.controller';
import { workOrder } from './work-order.part';

@Module({
  controllers: [OpenOrderController, CandidatesController, ShowBoardController, ...ACTS_ON_ORDER],
  providers: [
    matterParts([bound(workOrder)]),
    DispatchPack,
    Names,
    WorkOrderViews,
    WorkOrderList,
    DispatchBoards,
    OrderClocks,
    OverrunSteps,
    DispatchFaults,
    ClosedOrders,
    EngineerChoice,
    OrderOpener,
    OpenOrderHandler,
    Destinations,
    AssignOrderHandler,
    PartsOfOrder,
    SecondLine,
    WorkOnOrderHandler,
    GiveBackOrderHandler,
    ServiceSheetHandler,
    EndOrderHandler,
    OnOrderRequested,
    OrderPapers,
  ],
})
export class DispatchModule {}
