/** What the appeal routes take (api.md, Appeals). Fields beyond its table are optional. */
import { input } from '@bihuan/events';
import { z } from 'zod';
import { APPEAL_CLOCKS, CONCLUSIONS } from './appeal-words.dto';

const { text, words, instant, version } = input;

/** Ids of attachments. */
const attachments = z.array(z.uuid()).max(50);
const optionalText = z.strictObject({ text: text(4000).optional(), version });

export const receiveAppeal = z.strictObject({
  /** Code of a regulator of the pack; its title is taken too. */
  regulator: words(60),
  /** The regulator's case number, unique with that regulator. */
  caseNumber: words(100),
  /** 立案, or 非立案. */
  filed: z.boolean(),
  appellant: words(100),
  phone: text(40),
  matter: words(4000),
  business: words(60),
  nature: words(60),
  /** The regulator's own date. */
  replyDueAt: instant.optional(),
  keyCase: z.boolean().optional(),
  /** The complaint that was handled before (APL-1). */
  complaintId: z.uuid().optional(),
  /** Way in which it came: code of a channel of the section. */
  channel: words(60).optional(),
  /** When it was received; the present instant unless said. Never later than now. */
  receivedAt: instant.optional(),
  customerId: z.uuid().optional(),
  /** Level of the appellant where he is no customer on file: code of `customerLevels`. */
  level: words(60).optional(),
  /** Codes of the section's gravities: media, court, crisis. */
  gravity: z.array(words(60)).max(10).optional(),
  /** Original documents. */
  documents: attachments.optional(),
});

export const dispatchAppeal = z.strictObject({
  /** Home branch, or department of headquarters. */
  unitId: z.uuid(),
  /** Absent: the unit's contact person, his deputy, or its head (APL-9). */
  assigneeId: z.uuid().optional(),
  text: text(4000).optional(),
  version,
});

export const acceptAppeal = z.strictObject({
  text: text(4000).optional(),
  /** Dispatch inside the branch (APL-3). */
  assigneeId: z.uuid().optional(),
  version,
});

export const verifyAppeal = z.strictObject({ text: words(4000), evidence: attachments.optional(), version });

export const planAppeal = z.strictObject({
  text: words(4000),
  /** The agreed explanation (解释口径). */
  explanation: text(4000).optional(),
  version,
});

export const answerAppeal = z.strictObject({
  text: words(4000),
  /** Phone, letter, visit … */
  way: text(60).optional(),
  /** The firm is at fault: then its improvement is told too (APL-3). */
  firmAtFault: z.boolean().optional(),
  improvement: text(4000).optional(),
  version,
});

export const reportAppeal = z.strictObject({
  text: words(8000),
  /** Attachments; without any an explanation says why there are none (APL-3). */
  evidence: attachments.optional(),
  explanation: text(4000).optional(),
  /** 依据 and 整改措施 of form 13a. */
  basis: text(4000).optional(),
  measures: text(4000).optional(),
  version,
});

export const approveAppeal = optionalText;
export const sendBackAppeal = z.strictObject({ reason: words(2000), version });
/** The opinion given to the regulator; absent: the text of the approved report. */
export const replyAppeal = optionalText;
export const revisitAppeal = z.strictObject({ satisfied: z.boolean(), text: text(4000).optional(), version });

export const concludeAppeal = z.strictObject({
  conclusion: z.enum(CONCLUSIONS),
  /** Code of a ground of that conclusion; words of one's own where the pack allows them (APL-6). */
  ground: words(2000),
  /** Court or body that has dealt with it (APL-6c). */
  body: text(200).optional(),
  /** Code of a cause of the pack, or words where it has no list. */
  cause: words(2000),
  /** Kind of liability (责任类别). */
  liability: words(200),
  /** Whose it is (责任归属): code of the pack; absent: what the conclusion says. */
  attribution: words(60).optional(),
  /** Unit of liability; absent: the branch. */
  unitId: z.uuid().optional(),
  /** Persons held liable (APL-8). */
  employeeIds: z.array(z.uuid()).max(20).optional(),
  /** Statistics tags of the pack (APL-6d). */
  tags: z.array(words(60)).max(20).optional(),
  version,
});

export const archiveAppeal = z.strictObject({
  text: text(4000).optional(),
  /** The regulator's mediation opinion (调解意见, APL-7). */
  mediation: text(4000).optional(),
  documents: attachments.optional(),
  version,
});

export const linkAppeal = z.strictObject({ complaintId: z.uuid(), version });

export const reportForRecord = z.strictObject({
  /** 报送对象: superior department or regulator. */
  to: words(100),
  text: text(4000).optional(),
  /** 影响, 已采取措施, 拟处理意见 and 审批 of form 14. */
  impact: text(1000).optional(),
  measures: text(4000).optional(),
  opinion: text(4000).optional(),
  approvedBy: z.uuid().optional(),
  version,
});

/** 回执: the receiver says that he has the filing (SYS-74). */
export const enterReceipt = z.strictObject({
  /** Number of the filing; absent: the latest. */
  filing: text(60).optional(),
  text: words(1000),
  receivedAt: instant.optional(),
  version,
});

export const rePromiseAppeal = z.strictObject({
  dueAt: instant,
  reason: words(1000),
  approvedBy: z.uuid().optional(),
  /** Absent: the stage that runs now. `regulator`: the regulator has given another date. */
  stage: z.enum(APPEAL_CLOCKS).optional(),
  version,
});

export const noteAppeal = z.strictObject({
  text: words(4000),
  documents: attachments.optional(),
  version,
});

/** `POST …/candidates`: with an id the appeal's own phone and matter are compared, else these. */
export const findCandidates = z.strictObject({
  phone: text(40).optional(),
  matter: text(4000).optional(),
  customerId: z.uuid().optional(),
});

export type ReceiveAppeal = z.infer<typeof receiveAppeal>;
export type DispatchAppeal = z.infer<typeof dispatchAppeal>;
export type AcceptAppeal = z.infer<typeof acceptAppeal>;
export type VerifyAppeal = z.infer<typeof verifyAppeal>;
export type PlanAppeal = z.infer<typeof planAppeal>;
export type AnswerAppeal = z.infer<typeof answerAppeal>;
export type ReportAppeal = z.infer<typeof reportAppeal>;
export type ApproveAppeal = z.infer<typeof approveAppeal>;
export type SendBackAppeal = z.infer<typeof sendBackAppeal>;
export type ReplyAppeal = z.infer<typeof replyAppeal>;
export type RevisitAppeal = z.infer<typeof revisitAppeal>;
export type ConcludeAppeal = z.infer<typeof concludeAppeal>;
export type ArchiveAppeal = z.infer<typeof archiveAppeal>;
export type LinkAppeal = z.infer<typeof linkAppeal>;
export type ReportForRecord = z.infer<typeof reportForRecord>;
export type EnterReceipt = z.infer<typeof enterReceipt>;
export type RePromiseAppeal = z.infer<typeof rePromiseAppeal>;
export type NoteAppeal = z.infer<typeof noteAppeal>;
export type FindCandidates = z.infer<typeof findCandidates>;
