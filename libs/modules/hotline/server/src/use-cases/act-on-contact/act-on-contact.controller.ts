/** `POST /api/hotline/contacts/:id/{answer,await-customer,conclude,reopen,hand-over,nuisance,call-back}`. */
import * as contract from '@bihuan/hotline-contract';
import { actRoutes } from '@bihuan/matters';
import { ContactViews } from '../../queries/contact-view.query';
import { ActOnContactHandler } from './act-on-contact.handler';
import { PassOnContactHandler } from './pass-on-contact.handler';

const { HOTLINE_PERMISSIONS: MAY } = contract;
const at = { path: 'hotline/contacts', views: ContactViews } as const;

export const ContactRoutes = actRoutes({
  ...at,
  handler: ActOnContactHandler,
  acts: {
    answer: { permit: MAY.answerContact, body: contract.answerContact },
    'await-customer': { permit: MAY.answerContact, body: contract.awaitCustomerContact },
    conclude: { permit: MAY.answerContact, body: contract.concludeContact },
    reopen: { permit: MAY.answerContact, body: contract.reopenContact },
    nuisance: { permit: MAY.answerContact, body: contract.nuisanceContact },
  },
});

export const PassOnContactRoutes = actRoutes({
  ...at,
  handler: PassOnContactHandler,
  acts: {
    'hand-over': { permit: MAY.handOverContact, body: contract.handOverContact },
    'call-back': { permit: MAY.answerContact, body: contract.callBackContact },
  },
});
