/** `POST /api/hotline/problem-forms/:id/{refer, accept, plan, …}`: the way of a form, act by act. */
import * as contract from '@bihuan/hotline-contract';
import { actRoutes } from '@bihuan/matters';
import { ProblemFormViews } from '../../queries/problem-form-view.query';
import { AnswerFormHandler } from './answer-form.handler';
import { HandleFormHandler } from './handle-form.handler';
import { ReferFormHandler } from './refer-form.handler';

const { HOTLINE_PERMISSIONS: MAY } = contract;
const at = { path: 'hotline/problem-forms', views: ProblemFormViews } as const;

export const ReferFormRoutes = actRoutes({
  ...at,
  handler: ReferFormHandler,
  acts: {
    refer: { permit: MAY.referForm, body: contract.referForm },
    return: { permit: MAY.handleForm, body: contract.returnForm },
  },
});

export const HandleFormRoutes = actRoutes({
  ...at,
  handler: HandleFormHandler,
  acts: {
    accept: { permit: MAY.acceptForm, body: contract.acceptForm },
    plan: { permit: MAY.handleForm, body: contract.planForm },
    handle: { permit: MAY.handleForm, body: contract.handleForm },
    'order-repair': { permit: MAY.handleForm, body: contract.orderRepairForm },
    audit: { permit: MAY.auditForm, body: contract.auditForm },
    // Either side may say it: which right is asked is known when the form is.
    'await-customer': { permit: MAY.readForm, body: contract.awaitCustomerForm },
    resume: { permit: MAY.readForm, body: contract.resumeForm },
  },
});

export const AnswerFormRoutes = actRoutes({
  ...at,
  handler: AnswerFormHandler,
  acts: {
    answer: { permit: MAY.answerForm, body: contract.answerForm },
    conclude: { permit: MAY.answerForm, body: contract.concludeForm },
    dissatisfied: { permit: MAY.answerForm, body: contract.dissatisfiedForm },
    withdraw: { permit: MAY.withdrawForm, body: contract.withdrawForm },
  },
});
