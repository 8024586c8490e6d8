/** `POST /api/appeals/appeals/:id/{revisit,conclude,archive}` (api.md). */
import * as contract from '@bihuan/appeals-contract';
import { APPEALS_PERMISSIONS as MAY } from '@bihuan/appeals-contract';
import { actRoutes } from '@bihuan/matters';
import { AppealViews } from '../../queries/appeal-view.query';
import { CloseAppealHandler } from './close-appeal.handler';

export const CloseActs = actRoutes({
  path: 'appeals/appeals',
  views: AppealViews,
  handler: CloseAppealHandler,
  acts: {
    revisit: { permit: MAY.concludeAppeal, body: contract.revisitAppeal },
    conclude: { permit: MAY.concludeAppeal, body: contract.concludeAppeal },
    archive: { permit: MAY.concludeAppeal, body: contract.archiveAppeal },
  },
});
