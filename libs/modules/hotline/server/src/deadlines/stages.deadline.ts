/** Stages of the hotline's clocks (HOT-5b, HOT-8, HOT-9a, HOT-9d). */
export const STAGES = {
  /** Contact: the customer tests and calls back. */
  awaitingCustomer: 'awaiting-customer',
  /** Form: to reach the handler. */
  referral: 'referral',
  /** Form: the handler contacts the customer. */
  contactCustomer: 'contact-customer',
  /** Form: the result is back. */
  result: 'result',
  /** Form: the time the customer asks for. */
  requestedTime: 'requested-time',
} as const;

/** Actions of policy steps that the hotline carries out, and kinds of its tasks. */
export const CHASE = 'hotline.chase';
export const CONCLUDE_SILENT = 'hotline.conclude-silent';
export const CALL_BACK = 'hotline.call-back';
