/** `POST /api/complaints/complaints/:id/{…}` (api.md Complaints): one table of acts for each handler. */
import * as body from '@bihuan/complaints-contract';
import { COMPLAINTS_PERMISSIONS as MAY } from '@bihuan/complaints-contract';
import { actRoutes } from '@bihuan/matters';
import { ComplaintViews } from '../../queries/complaint-view.query';
import { AnswerComplaintHandler } from './answer-complaint.handler';
import { CheckComplaintHandler } from './check-complaint.handler';
import { CloseComplaintHandler } from './close-complaint.handler';
import { HandleComplaintHandler } from './handle-complaint.handler';
import { IntakeComplaint } from './intake-complaint.handler';
import { ReportComplaintHandler } from './report-complaint.handler';
import { RoadComplaintHandler } from './road-complaint.handler';
import { ScreenComplaintHandler } from './screen-complaint.handler';
import { SuperviseComplaintHandler } from './supervise-complaint.handler';

const path = 'complaints/complaints';
const views = ComplaintViews;

export const COMPLAINT_ACT_ROUTES = [
  actRoutes({
    path,
    views,
    handler: IntakeComplaint,
    acts: {
      sign: { permit: MAY.register, body: body.signComplaint },
      complete: { permit: MAY.register, body: body.completeComplaint },
      relay: { permit: MAY.register, body: body.relayComplaint },
      acknowledge: { permit: MAY.handle, body: body.acknowledgeComplaint },
    },
  }),
  actRoutes({
    path,
    views,
    handler: CheckComplaintHandler,
    acts: {
      check: { permit: MAY.check, body: body.checkComplaint },
      'return-to-channel': { permit: MAY.check, body: body.returnComplaint },
      judge: { permit: MAY.check, body: body.judgeComplaint },
      dispatch: { permit: MAY.check, body: body.dispatchComplaint },
    },
  }),
  actRoutes({
    path,
    views,
    handler: RoadComplaintHandler,
    acts: {
      forward: { permit: MAY.handle, body: body.forwardComplaint },
      raise: { permit: MAY.handle, body: body.raiseComplaint },
      'name-co-operators': { permit: MAY.handle, body: body.nameCoOperators },
      'feed-back': { permit: MAY.handle, body: body.feedBack },
      'note-contact': { permit: MAY.handle, body: body.noteContact },
      'request-order': { permit: MAY.handle, body: body.requestOrder },
    },
  }),
  actRoutes({
    path,
    views,
    handler: HandleComplaintHandler,
    acts: {
      investigate: { permit: MAY.handle, body: body.investigateComplaint },
      propose: { permit: MAY.handle, body: body.proposeHandling },
      decide: { permit: MAY.decide, body: body.decideHandling },
      'carry-out': { permit: MAY.handle, body: body.carryOut },
    },
  }),
  actRoutes({
    path,
    views,
    handler: AnswerComplaintHandler,
    acts: {
      answer: { permit: MAY.answer, body: body.answerComplaint },
      'progress-reply': { permit: MAY.answer, body: body.progressReply },
      're-promise': { permit: MAY.answer, body: body.rePromise },
      'take-feedback': { permit: MAY.answer, body: body.takeFeedback },
    },
  }),
  actRoutes({
    path,
    views,
    handler: ReportComplaintHandler,
    acts: { report: { permit: MAY.report, body: body.reportComplaint } },
  }),
  actRoutes({
    path,
    views,
    handler: CloseComplaintHandler,
    acts: {
      revisit: { permit: MAY.revisit, body: body.revisitComplaint },
      summarise: { permit: MAY.summarise, body: body.summariseComplaint },
      file: { permit: MAY.file, body: body.fileComplaint },
      withdraw: { permit: MAY.withdraw, body: body.withdrawComplaint },
    },
  }),
  actRoutes({
    path,
    views,
    handler: ScreenComplaintHandler,
    acts: { screen: { permit: MAY.screen, body: body.screenComplaint } },
  }),
  actRoutes({
    path,
    views,
    handler: SuperviseComplaintHandler,
    acts: {
      supervise: { permit: MAY.supervise, body: body.superviseComplaint },
      look: { permit: MAY.supervise, body: body.lookAtComplaint },
      'mark-major': { permit: MAY.supervise, body: body.markMajor },
      join: { permit: MAY.check, body: body.joinComplaint },
    },
  }),
];
