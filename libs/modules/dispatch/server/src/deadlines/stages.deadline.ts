/** Stages of an order's clocks beside those of the pack's table, and what its policies' steps call (DSP-3, DSP-4). */

/** The time the customer asks for (HOT-9d). */
export const REQUESTED_TIME = 'requested-time';

/** Actions of policy steps. */
export const STEPS = {
  /** Counted and told; nobody is sent again: a late answer, a late arrival. */
  overrun: 'dispatch.overrun',
  /** First overrun: to the same unit again, and its head (RD-48). */
  redispatch: 'dispatch.redispatch',
  /** Second overrun: to the next higher unit (RD-48). */
  raise: 'dispatch.raise',
} as const;
