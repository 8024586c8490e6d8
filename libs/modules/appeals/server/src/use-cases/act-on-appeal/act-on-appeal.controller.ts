/** `POST /api/appeals/appeals/:id/{act}`: desk, branch, headquarters, entries (api.md). */
import * as contract from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY } from '@bihuan/appeals-contract';
import { actRoutes } from '@bihuan/matters';
import { AppealViews } from '../../queries/appeal-view.query';
import { BranchHandler } from './branch.handler';
import { DeskHandler } from './desk.handler';
import { EntriesHandler } from './entries.handler';
import { HeadquartersHandler } from './headquarters.handler';

const path = 'appeals/appeals';
const views = AppealViews;

export const DeskActs = actRoutes({
  path,
  views,
  handler: DeskHandler,
  acts: {
    dispatch: { permit: MAY.dispatchAppeal, body: contract.dispatchAppeal },
    link: { permit: MAY.dispatchAppeal, body: contract.linkAppeal },
    're-promise': { permit: MAY.dispatchAppeal, body: contract.rePromiseAppeal },
  },
});

export const BranchActs = actRoutes({
  path,
  views,
  handler: BranchHandler,
  acts: {
    accept: { permit: MAY.handleAppeal, body: contract.acceptAppeal },
    verify: { permit: MAY.handleAppeal, body: contract.verifyAppeal },
    plan: { permit: MAY.handleAppeal, body: contract.planAppeal },
    answer: { permit: MAY.handleAppeal, body: contract.answerAppeal },
    report: { permit: MAY.handleAppeal, body: contract.reportAppeal },
  },
});

export const HeadquartersActs = actRoutes({
  path,
  views,
  handler: HeadquartersHandler,
  acts: {
    approve: { permit: MAY.reviewAppeal, body: contract.approveAppeal },
    'send-back': { permit: MAY.reviewAppeal, body: contract.sendBackAppeal },
    reply: { permit: MAY.replyAppeal, body: contract.replyAppeal },
  },
});

export const EntryActs = actRoutes({
  path,
  views,
  handler: EntriesHandler,
  acts: {
    'report-for-record': { permit: MAY.fileAppeal, body: contract.reportForRecord },
    'enter-receipt': { permit: MAY.fileAppeal, body: contract.enterReceipt },
    note: { permit: MAY.noteAppeal, body: contract.noteAppeal },
  },
});
