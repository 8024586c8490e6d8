/** Acts on supervision orders, sanctions and circulations (CMP-11, CMP-20). */
import * as body from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import { actRoutes } from '@bihuan/matters';
import { CirculationViews } from '../../queries/circulation-view.query';
import { OrderViews } from '../../queries/order-view.query';
import { SanctionViews } from '../../queries/sanction-view.query';
import { ActOnCirculationHandler } from '../act-on-circulation/act-on-circulation.handler';
import { ActOnSanctionHandler } from '../act-on-sanction/act-on-sanction.handler';
import { ActOnSupervisionHandler } from './act-on-supervision.handler';

export const ORDER_ACT_ROUTES = [
  actRoutes({
    path: 'complaints/supervisions',
    views: OrderViews,
    handler: ActOnSupervisionHandler,
    acts: { reply: { permit: MAY.replySupervision, body: body.replySupervision } },
  }),
  actRoutes({
    path: 'complaints/sanctions',
    views: SanctionViews,
    handler: ActOnSanctionHandler,
    acts: {
      decide: { permit: MAY.decideSanction, body: body.decideSanction },
      object: { permit: MAY.objectSanction, body: body.objectSanction },
      review: { permit: MAY.decideSanction, body: body.reviewSanction },
    },
  }),
  actRoutes({
    path: 'complaints/circulations',
    views: CirculationViews,
    handler: ActOnCirculationHandler,
    acts: { read: { permit: MAY.readCirculation, body: body.readCirculation } },
  }),
];
