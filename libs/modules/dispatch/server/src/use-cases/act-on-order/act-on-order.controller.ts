/** `POST /api/dispatch/work-orders/:id/{dispatch, accept, …}`: the way of an order, act by act (api.md Dispatch). */
import * as contract from '@bihuan/dispatch-contract';
import { actRoutes } from '@bihuan/matters';
import { WorkOrderViews } from '../../queries/work-order-view.query';
import { AssignOrderHandler } from './assign-order.handler';
import { EndOrderHandler } from './end-order.handler';
import { GiveBackOrderHandler } from './give-back-order.handler';
import { PartsOfOrder } from './parts-of-order.handler';
import { ServiceSheetHandler } from './service-sheet.handler';
import { WorkOnOrderHandler } from './work-on-order.handler';

const { DISPATCH_PERMISSIONS: MAY } = contract;
const path = 'dispatch/work-orders';
const views = WorkOrderViews;

const AssignOrder = actRoutes({
  path,
  views,
  handler: AssignOrderHandler,
  acts: {
    dispatch: { permit: MAY.assign, body: contract.dispatchOrder },
    redispatch: { permit: MAY.assign, body: contract.redispatchOrder },
    reassign: { permit: MAY.assign, body: contract.reassignOrder },
  },
});

const AddPart = actRoutes({
  path,
  views,
  handler: PartsOfOrder,
  acts: { 'co-operate': { permit: MAY.assign, body: contract.coOperateOrder } },
});

const WorkOnOrder = actRoutes({
  path,
  views,
  handler: WorkOnOrderHandler,
  acts: {
    accept: { permit: MAY.handle, body: contract.acceptOrder },
    contact: { permit: MAY.handle, body: contract.contactOrder },
    'en-route': { permit: MAY.handle, body: contract.enRouteOrder },
    arrive: { permit: MAY.handle, body: contract.arriveOrder },
    restore: { permit: MAY.handle, body: contract.restoreOrder },
    solve: { permit: MAY.handle, body: contract.solveOrder },
    'feed-back': { permit: MAY.handle, body: contract.feedBackOrder },
  },
});

// Standing still is the desk's right too: the route asks for reading, the act for either permission.
const GiveBackOrder = actRoutes({
  path,
  views,
  handler: GiveBackOrderHandler,
  acts: {
    return: { permit: MAY.handle, body: contract.returnOrder },
    'request-replacement': { permit: MAY.handle, body: contract.requestReplacementOrder },
    'call-help': { permit: MAY.handle, body: contract.callHelpOrder },
    'approve-plan': { permit: MAY.handle, body: contract.approvePlanOrder },
    suspend: { permit: MAY.read, body: contract.suspendOrder },
    resume: { permit: MAY.read, body: contract.resumeOrder },
    cancel: { permit: MAY.cancel, body: contract.cancelOrder },
  },
});

const ServiceSheet = actRoutes({
  path,
  views,
  handler: ServiceSheetHandler,
  acts: {
    'fill-sheet': { permit: MAY.handle, body: contract.fillSheet },
    'send-code': { permit: MAY.handle, body: contract.sendCode },
    sign: { permit: MAY.handle, body: contract.signOrder },
  },
});

const EndOrder = actRoutes({
  path,
  views,
  handler: EndOrderHandler,
  acts: {
    grade: { permit: MAY.grade, body: contract.gradeOrder },
    verify: { permit: MAY.close, body: contract.verifyOrder },
    close: { permit: MAY.close, body: contract.closeOrder },
  },
});

export const ACTS_ON_ORDER = [AssignOrder, AddPart, WorkOnOrder, GiveBackOrder, ServiceSheet, EndOrder];
