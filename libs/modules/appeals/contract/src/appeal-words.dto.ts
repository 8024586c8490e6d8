/** States, acts and fixed words of an appeal (appeals.md, api.md). */

export const APPEAL_STATES = [
  'received',
  'dispatched',
  'accepted',
  'verified',
  'planned',
  'answered',
  'reported',
  'approved',
  'replied',
  'revisited',
  'concluded',
  'archived',
] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** Acts that lead to a state, in the order in which they are usually done. */
export const APPEAL_STEPS = [
  'dispatch',
  'accept',
  'verify',
  'plan',
  'answer',
  'report',
  'approve',
  'send-back',
  'reply',
  'revisit',
  'conclude',
  'archive',
] as const;

/** Acts that change no state. */
export const APPEAL_SIDE_ACTS = ['link', 'report-for-record', 'enter-receipt', 're-promise', 'note'] as const;

export type AppealAct = (typeof APPEAL_STEPS)[number] | (typeof APPEAL_SIDE_ACTS)[number];

/** Conclusions (申诉处理结论, APL-6). */
export const CONCLUSIONS = ['liable', 'handled-before', 'withdrawn', 'own-cause'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** The five clocks of a case (APL-2): stages of its deadlines. */
export const APPEAL_CLOCKS = ['desk', 'branch', 'headquarters', 'outer', 'regulator'] as const;
export type AppealClock = (typeof APPEAL_CLOCKS)[number];

/** Why a circulation is proposed (APL-8, APL-9). */
export const CIRCULATION_GROUNDS = ['late-reply', 'contact-change', 'poor-report'] as const;
export type CirculationGround = (typeof CIRCULATION_GROUNDS)[number];

export const CIRCULATION_STATES = ['proposed', 'decided', 'dropped'] as const;
export type CirculationState = (typeof CIRCULATION_STATES)[number];

export type CirculationAct = 'decide' | 'drop';
