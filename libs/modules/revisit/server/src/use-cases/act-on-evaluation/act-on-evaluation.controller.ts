/** What officers do with evaluations, a route an act. */
import { actRoutes } from '@bihuan/matters';
import * as contract from '@bihuan/revisit-contract';
import { EvaluationViews } from '../../queries/evaluation.query';
import { ActOnEvaluationHandler } from './act-on-evaluation.handler';

const { confirmEvaluation: permit } = contract.REVISIT_PERMISSIONS;

export const ActOnEvaluation = actRoutes({
  path: 'revisit/evaluations',
  handler: ActOnEvaluationHandler,
  views: EvaluationViews,
  acts: {
    confirm: { permit, body: contract.confirmEvaluation },
    dismiss: { permit, body: contract.dismissEvaluation },
  },
});
