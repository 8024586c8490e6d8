/** Bodies of the acts on a complaint (api.md Complaints). */
import { z } from 'zod';
import { input } from '@bihuan/events';

const { text, words, instant, version } = input;

const LONG = 4000;
const textOnly = z.strictObject({ text: text(LONG).optional(), version });
const reasonOnly = z.strictObject({ reason: words(2000), version });
const wordsOnly = z.strictObject({ text: words(LONG), version });
const code = words(60);

/** Stage of the handling in which it happened: a code, never words: it is told to other modules (CUS-5). */
export const liableStage = z.string().regex(/^[a-z][a-z-]{0,59}$/, 'a stage: intake, check, handling, answer, revisit');

/** CMP-8b; what the channel left open may be classified here. */
export const checkComplaint = z.strictObject({
  text: text(LONG).optional(),
  business: code.optional(),
  kind: code.optional(),
  level: code.optional(),
  symptom: code.optional(),
  version,
});
export const returnComplaint = reasonOnly;

/** CMP-5: two questions apart, each with its reason; for 'not valid' the customer's consent, given or not. */
export const judgeComplaint = z.strictObject({
  grounds: z.strictObject({ sufficient: z.boolean(), reason: words(2000) }),
  demand: z.strictObject({ reasonable: z.boolean(), reason: words(2000) }),
  consent: z.strictObject({ given: z.boolean(), words: words(2000) }).optional(),
  /** Time asked from the customer, where it is valid. */
  promisedAt: instant.optional(),
  version,
});
export const dispatchComplaint = z.strictObject({ unitId: z.uuid(), text: text(LONG).optional(), version });

/** Who is held responsible: an employee id, with stage and breach where known; a name where he is not on file. */
const liable = z.union([
  words(100),
  z.strictObject({ employeeId: z.uuid(), stage: liableStage.optional(), breach: code.optional() }),
]);

export const investigateComplaint = z.strictObject({
  facts: words(LONG),
  /** Code of the pack's causes, or text where the pack lists none. */
  cause: words(2000),
  /** Text beside a cause of the list. */
  causeText: text(2000).optional(),
  persons: z.array(liable).max(20).optional(),
  version,
});

const compensation = z.strictObject({
  kind: code,
  /** Fen. */
  value: z.int().min(0),
  /** From whose account. */
  account: text(200),
});

export const proposeHandling = z.strictObject({
  proposals: z
    .array(z.strictObject({ text: words(LONG), compensation: compensation.optional() }))
    .min(1)
    .max(10),
  /** What the customer chose among the proposals put to him (CMP-6a). */
  customersChoice: text(2000).optional(),
  version,
});
export const decideHandling = z.strictObject({
  proposalId: z.uuid(),
  instruction: words(LONG),
  customersChoice: text(2000).optional(),
  version,
});
export const carryOut = z.strictObject({
  text: text(LONG).optional(),
  /** The customer agrees with what was done. */
  consent: text(2000).optional(),
  version,
});

export const ANSWER_OUTCOMES = ['solved', 'explained', 'not-accepted'] as const;
export const answerComplaint = z.strictObject({
  outcome: z.enum(ANSWER_OUTCOMES),
  way: code,
  text: text(LONG).optional(),
  /** Satisfied with the answer, where he was asked (RPT-1a). */
  satisfied: z.boolean().optional(),
  version,
});
export const takeFeedback = wordsOnly;
export const summariseComplaint = z.strictObject({
  evaluation: words(LONG),
  class: words(200),
  countermeasure: words(LONG),
  version,
});
export const revisitComplaint = z.strictObject({
  satisfied: z.boolean(),
  /** The customer's proposal (CMP-9a). */
  proposal: text(2000).optional(),
  text: text(LONG).optional(),
  version,
});
export const screenComplaint = z.strictObject({
  handlingWrong: z.boolean(),
  reason: words(LONG),
  /** What is to be done again; absent: the reason. */
  requirement: text(LONG).optional(),
  version,
});
export const fileComplaint = textOnly;
export const withdrawComplaint = reasonOnly;

export const relayComplaint = z.strictObject({ unitId: z.uuid(), text: text(LONG).optional(), version });
export const acknowledgeComplaint = textOnly;
export const forwardComplaint = z.strictObject({ unitId: z.uuid(), reason: words(2000), version });
export const raiseComplaint = reasonOnly;
export const feedBack = wordsOnly;
/** CMP-7b: units that help; the business department leads them. */
export const nameCoOperators = z.strictObject({
  unitIds: z.array(z.uuid()).min(1).max(10),
  text: text(LONG).optional(),
  version,
});
/** CMP-8: handling spoke to the customer: allowed with a reason, and noted. */
export const noteContact = z.strictObject({ reason: words(2000), text: words(LONG), version });
/** DSP-1b: a follow-up order out of the complaint. */
export const requestOrder = z.strictObject({
  text: text(LONG).optional(),
  unitId: z.uuid().optional(),
  urgent: z.boolean().optional(),
  version,
});
export const progressReply = wordsOnly;
export const rePromise = z.strictObject({
  dueAt: instant,
  reason: words(2000),
  approvedBy: z.uuid().optional(),
  version,
});
/** CMP-10: the report is in, a copy has arrived (`copy`), or the result was phoned on a holiday. */
export const reportComplaint = z.strictObject({
  way: z.enum(['paper', 'phone-note']),
  copy: z.union([z.literal(1), z.literal(2)]).optional(),
  text: text(LONG).optional(),
  /** The customer's opinion, with a phone note. */
  opinion: text(2000).optional(),
  /** The division's own repair report. */
  attachmentId: z.uuid().optional(),
  /** Why it is missing. */
  missingReason: text(1000).optional(),
  version,
});

/** CMP-20: why it is put under supervision. */
export const SUPERVISION_GROUNDS = ['key', 'difficult', 'not-as-prescribed'] as const;
export const superviseComplaint = z.strictObject({
  instruction: words(LONG),
  dueAt: instant,
  unitId: z.uuid().optional(),
  employeeId: z.uuid().optional(),
  ground: z.enum(SUPERVISION_GROUNDS).optional(),
  /** What the reply must say. */
  requiredReply: text(1000).optional(),
  version,
});
export const lookAtComplaint = z.strictObject({ text: text(LONG).optional(), dueAt: instant.optional(), version });
export const markMajor = reasonOnly;
export const joinComplaint = z.strictObject({ complaintId: z.uuid(), version });
export const signComplaint = z.strictObject({ attachmentId: z.uuid(), version });

export type CheckComplaint = z.infer<typeof checkComplaint>;
export type ReturnComplaint = z.infer<typeof returnComplaint>;
export type JudgeComplaint = z.infer<typeof judgeComplaint>;
export type DispatchComplaint = z.infer<typeof dispatchComplaint>;
export type InvestigateComplaint = z.infer<typeof investigateComplaint>;
export type ProposeHandling = z.infer<typeof proposeHandling>;
export type DecideHandling = z.infer<typeof decideHandling>;
export type CarryOut = z.infer<typeof carryOut>;
export type AnswerComplaint = z.infer<typeof answerComplaint>;
export type TakeFeedback = z.infer<typeof takeFeedback>;
export type SummariseComplaint = z.infer<typeof summariseComplaint>;
export type RevisitComplaint = z.infer<typeof revisitComplaint>;
export type ScreenComplaint = z.infer<typeof screenComplaint>;
export type TextOnly = z.infer<typeof textOnly>;
export type ReasonOnly = z.infer<typeof reasonOnly>;
export type WordsOnly = z.infer<typeof wordsOnly>;
export type RelayComplaint = z.infer<typeof relayComplaint>;
export type ForwardComplaint = z.infer<typeof forwardComplaint>;
export type NameCoOperators = z.infer<typeof nameCoOperators>;
export type NoteContact = z.infer<typeof noteContact>;
export type RePromise = z.infer<typeof rePromise>;
export type ReportComplaint = z.infer<typeof reportComplaint>;
export type SuperviseComplaint = z.infer<typeof superviseComplaint>;
export type LookAtComplaint = z.infer<typeof lookAtComplaint>;
export type JoinComplaint = z.infer<typeof joinComplaint>;
export type SignComplaint = z.infer<typeof signComplaint>;
export type FeedBack = z.infer<typeof feedBack>;
export type RaiseComplaint = z.infer<typeof raiseComplaint>;
export type RequestOrder = z.infer<typeof requestOrder>;
export type ProgressReply = z.infer<typeof progressReply>;
export type WithdrawComplaint = z.infer<typeof withdrawComplaint>;
export type MarkMajor = z.infer<typeof markMajor>;
