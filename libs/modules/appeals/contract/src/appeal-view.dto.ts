/** What the appeal routes answer. */
import { lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';
import { z } from 'zod';
import { APPEAL_CLOCKS, APPEAL_STATES, CIRCULATION_GROUNDS, CIRCULATION_STATES, CONCLUSIONS } from './appeal-words.dto';

const title = z.object({ zh: z.string(), en: z.string() });

/** A code of the pack with its title. */
export const coded = z.object({ code: z.string(), title });

/** Words with who wrote them and when. */
export const signed = z.object({ text: z.string(), by: personRef, at: z.string() });

/** One pass through the branch: a report that is sent back opens the next (APL-4). */
export const appealRound = z.object({
  round: z.int(),
  accepted: signed.nullable(),
  facts: signed.extend({ evidence: z.array(z.uuid()) }).nullable(),
  plan: signed.extend({ explanation: z.string() }).nullable(),
  answer: signed.extend({ way: z.string(), firmAtFault: z.boolean().nullable(), improvement: z.string() }).nullable(),
  report: signed
    .extend({
      evidence: z.array(z.uuid()),
      explanation: z.string(),
      basis: z.string(),
      measures: z.string(),
    })
    .nullable(),
  review: signed.extend({ approved: z.boolean() }).nullable(),
});

/** A stage's time against its limit (APL-2). Stages not yet begun have no `startedAt`. */
export const clockLine = z.object({
  stage: z.enum(APPEAL_CLOCKS),
  /** `waiting` until its stage begins; else the state of its deadline. */
  state: z.string(),
  startedAt: z.string().nullable(),
  /** While it waits: the latest instant, if every stage before takes all of its time. */
  dueAt: z.string().nullable(),
  warnAt: z.string().nullable(),
  metAt: z.string().nullable(),
  /** Seconds from start to due. */
  limitSeconds: z.number().nullable(),
  /** Seconds from start to the act, or until now. */
  actualSeconds: z.number().nullable(),
  late: z.boolean(),
  /** Would have ended after the regulator's date (APL-1). */
  shortened: z.boolean(),
  /** The lower limit, for VIP and gravity (APL-2a). */
  lower: z.boolean(),
});

/** A complaint known from the complaints module. */
export const knownComplaint = z.object({
  complaintId: z.uuid(),
  number: z.string(),
  registeredAt: z.string(),
  channel: z.string(),
  business: z.string().nullable(),
  kind: z.string().nullable(),
  answeredAt: z.string().nullable(),
  /** `solved`, `explained`, `not-accepted`. */
  outcome: z.string().nullable(),
  /** Concluded within its limit (APL-6b). */
  inTime: z.boolean().nullable(),
  /** Concluded within its limit and before this appeal: 'handled properly beforehand' may be said. */
  handledBefore: z.boolean(),
});

/** A complaint proposed as the earlier one, the likeliest first (APL-1). */
export const candidate = knownComplaint.extend({
  /** What is alike: `phone`, `customer`, `matter`. */
  reasons: z.array(z.string()),
  /** Likeness of the matters, 0 to 1. */
  similarity: z.number(),
  matter: z.string(),
});

/** A report for the record (报备), form 14. */
export const filing = z.object({
  number: z.string(),
  to: z.string(),
  text: z.string(),
  impact: z.string(),
  measures: z.string(),
  opinion: z.string(),
  by: personRef,
  approvedBy: personRef.nullable(),
  at: z.string(),
  receipt: z.object({ text: z.string(), at: z.string() }).nullable(),
});

/** An entry beside the case, also after it was archived (APL-7). */
export const appealNote = z.object({
  id: z.uuid(),
  text: z.string(),
  documents: z.array(z.uuid()),
  by: personRef,
  at: z.string(),
  afterArchive: z.boolean(),
});

export const concluded = z.object({
  conclusion: z.enum(CONCLUSIONS),
  /** Code of the ground, or `null` where it is in one's own words. */
  ground: coded.nullable(),
  groundText: z.string(),
  body: z.string(),
  cause: coded.nullable(),
  causeText: z.string(),
  attribution: coded,
  liability: coded.nullable(),
  liabilityText: z.string(),
  unit: unitRef.nullable(),
  persons: z.array(personRef),
  tags: z.array(z.string()),
  by: personRef,
  at: z.string(),
});

export const circulationRef = z.object({
  id: z.uuid(),
  number: z.string(),
  ground: z.enum(CIRCULATION_GROUNDS),
  state: z.enum(CIRCULATION_STATES),
});

export const appealView = z.object({
  ...matterFrame,
  state: z.enum(APPEAL_STATES),
  regulator: coded,
  caseNumber: z.string(),
  filed: z.boolean(),
  channel: coded.nullable(),
  appellant: z.string(),
  phone: z.string(),
  matter: z.string(),
  business: coded,
  nature: coded,
  level: coded.nullable(),
  gravity: z.array(coded),
  keyCase: z.boolean(),
  /** VIP or gravity: lower limits hold, top of the queue (APL-2a, APL-2b). */
  priority: z.boolean(),
  receivedAt: z.string(),
  replyDueAt: z.string().nullable(),
  documents: z.array(z.uuid()),
  /** Who took it in. */
  desk: personRef,
  /** Branch or department that handles it. */
  unit: unitRef.nullable(),
  handler: personRef.nullable(),
  dispatchedAt: z.string().nullable(),
  round: z.int(),
  rounds: z.array(appealRound),
  /** How often a report was sent back (APL-4). */
  sentBack: z.int(),
  reply: signed.nullable(),
  revisit: signed.extend({ satisfied: z.boolean() }).nullable(),
  /** Replied after the regulator's date, or not by then. */
  lateForRegulator: z.boolean().nullable(),
  /** The five clocks (APL-2). */
  clocks: z.array(clockLine),
  complaint: knownComplaint.nullable(),
  filings: z.array(filing),
  notes: z.array(appealNote),
  /** Proposed by the suite: a report that was missing at the regulator's date (APL-6a). */
  proposal: z.object({ conclusion: z.enum(CONCLUSIONS), ground: coded }).nullable(),
  concluded: concluded.nullable(),
  mediation: z.string(),
  archive: z.object({ sha256: z.string(), at: z.string(), by: personRef }).nullable(),
  circulations: z.array(circulationRef),
  /** Shown while deciding: keep promises, correct faults, guide, clarify (APL-10). */
  principles: z.array(coded),
});

/** A line of the queue, in the order of the desk (APL-2b). */
export const appealLine = z.object({
  ...lineFrame,
  state: z.enum(APPEAL_STATES),
  regulator: coded,
  caseNumber: z.string(),
  filed: z.boolean(),
  appellant: z.string(),
  business: coded,
  nature: coded,
  keyCase: z.boolean(),
  priority: z.boolean(),
  level: z.string().nullable(),
  gravity: z.array(z.string()),
  unit: unitRef.nullable(),
  handler: personRef.nullable(),
  replyDueAt: z.string().nullable(),
  sentBack: z.int(),
});

/** The sealed archive of a case (APL-7). */
export const archiveView = z.object({
  number: z.string(),
  sha256: z.string(),
  at: z.string(),
  by: personRef,
  /** The stored bytes still give that hash. */
  intact: z.boolean(),
  /** What was sealed; `null` once the appellant was erased. */
  content: z.unknown(),
});

export type Coded = z.infer<typeof coded>;
export type AppealRoundView = z.infer<typeof appealRound>;
export type ClockLine = z.infer<typeof clockLine>;
export type KnownComplaintView = z.infer<typeof knownComplaint>;
export type Candidate = z.infer<typeof candidate>;
export type FilingView = z.infer<typeof filing>;
export type AppealNoteView = z.infer<typeof appealNote>;
export type ConcludedView = z.infer<typeof concluded>;
export type CirculationRef = z.infer<typeof circulationRef>;
export type AppealView = z.infer<typeof appealView>;
export type AppealLine = z.infer<typeof appealLine>;
export type ArchiveView = z.infer<typeof archiveView>;
