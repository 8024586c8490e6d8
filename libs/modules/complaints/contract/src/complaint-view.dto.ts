/** What the complaint routes answer: the case with its road, rounds and papers, and the line of a list. */
import { z } from 'zod';
import { lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';
import { ANSWER_OUTCOMES } from './complaint-acts.dto';

export const COMPLAINT_STATES = [
  'registered',
  'checked',
  'dispatched',
  'investigating',
  'proposal',
  'decided',
  'carried-out',
  'answered',
  'feedback-taken',
  'revisited',
  'summarised',
  'filed',
  'not-valid',
  'withdrawn',
] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** States that are over. */
export const CLOSED_STATES = ['filed', 'not-valid', 'withdrawn'] as const satisfies readonly ComplaintState[];

/** In the order in which they are usually done. */
export const COMPLAINT_ACTS = [
  'sign',
  'complete',
  'relay',
  'acknowledge',
  'check',
  'return-to-channel',
  'judge',
  'dispatch',
  'forward',
  'raise',
  'name-co-operators',
  'investigate',
  'propose',
  'decide',
  'carry-out',
  'feed-back',
  'note-contact',
  'request-order',
  'report',
  'answer',
  'progress-reply',
  're-promise',
  'take-feedback',
  'revisit',
  'screen',
  'summarise',
  'file',
  'supervise',
  'look',
  'mark-major',
  'join',
  'withdraw',
] as const;
export type ComplaintAct = (typeof COMPLAINT_ACTS)[number];

/** A stop on the road of the order: sent, forwarded once, or raised; it goes back the same way (CMP-7, CMP-7c). */
export const hopView = z.object({
  unit: unitRef,
  /** `null`: from the centre. */
  from: unitRef.nullable(),
  way: z.enum(['dispatched', 'forwarded', 'raised']),
  at: z.string(),
  by: personRef.nullable(),
  reason: z.string(),
  fedBackAt: z.string().nullable(),
  feedback: z.string(),
});

export const proposalView = z.object({
  id: z.uuid(),
  text: z.string(),
  by: personRef,
  at: z.string(),
  compensation: z.object({ kind: z.string(), value: z.int(), account: z.string() }).nullable(),
});

/** What somebody wrote and when. */
export const signedView = z.object({ text: z.string(), by: personRef, at: z.string() });

export const reportView = z.object({
  /** 投诉处理汇报单编号; `null` before the handling is over. */
  number: z.string().nullable(),
  phoneNote: signedView.extend({ opinion: z.string() }).nullable(),
  paper: signedView.nullable(),
  /** Division's repair report, or why it is missing. */
  attachmentId: z.uuid().nullable(),
  missingReason: z.string(),
  /** `null` before it is known: owed once the paper is in. */
  repairReport: z.enum(['attached', 'missing']).nullable(),
  copies: z.array(
    z.object({ copy: z.int(), holder: z.string(), arrivedAt: z.string().nullable(), by: personRef.nullable() }),
  ),
});

export const revisitView = z.object({
  satisfied: z.boolean(),
  proposal: z.string(),
  text: z.string(),
  by: personRef.nullable(),
  at: z.string(),
});

/** CMP-9b: the order to handle it again (form 27c). */
export const rehandlingView = z.object({
  number: z.string(),
  round: z.int(),
  opinion: z.string(),
  screenedBy: personRef,
  at: z.string(),
  unit: unitRef.nullable(),
  requirement: z.string(),
  result: z.string().nullable(),
  doneAt: z.string().nullable(),
});

export const complaintView = z.object({
  ...matterFrame,
  state: z.enum(COMPLAINT_STATES),
  channel: z.string(),
  business: z.string().nullable(),
  kind: z.string().nullable(),
  level: z.string().nullable(),
  symptom: z.string().nullable(),
  /** What the pack asks for and nobody has filled in yet. */
  missing: z.array(z.string()),
  customerName: z.string(),
  phone: z.string(),
  contact: z.string(),
  address: z.string(),
  siteId: z.uuid().nullable(),
  matter: z.string(),
  demand: z.string(),
  recording: z.string(),
  gravity: z.array(z.string()),
  serviceDown: z.boolean(),
  crossProvince: z.boolean(),
  /** Customer's class at intake; high classes come first (CMP-3). */
  customerClass: z.string().nullable(),
  marks: z.array(z.string()),
  priority: z.int(),
  /** Kept for named seats while one of them is on duty (CMP-3a). */
  reserved: z.boolean(),
  major: z.boolean(),
  /** Mass incident: the complaint it follows, and how many follow this one. */
  leaderId: z.uuid().nullable(),
  followers: z.int(),
  heardAt: z.string(),
  officer: personRef.nullable(),
  /** Who passed it on in three fields (CMP-1a). */
  passedOnBy: personRef.nullable(),
  intakeUnit: unitRef,
  /** Complaint centre or officer's unit: checks, dispatches, files. */
  centre: unitRef,
  /** Who answers the customer (CMP-8, CMP-8c). */
  answerUnit: unitRef,
  /** Has it now, or had it last. */
  unit: unitRef.nullable(),
  coOperators: z.array(unitRef),
  road: z.array(hopView),
  /** Where the routing of the pack would send it; empty where the pack names none (CMP-7a). */
  route: z.array(unitRef),
  signature: z.object({ needed: z.boolean(), attachmentId: z.uuid().nullable(), at: z.string().nullable() }),
  relay: z.object({ unit: unitRef, by: personRef, at: z.string(), text: z.string() }).nullable(),
  acknowledged: signedView.nullable(),
  validity: z
    .object({
      valid: z.boolean(),
      sufficient: z.boolean(),
      groundsReason: z.string(),
      reasonable: z.boolean(),
      demandReason: z.string(),
      consent: z.object({ given: z.boolean(), words: z.string() }).nullable(),
      by: personRef,
      at: z.string(),
    })
    .nullable(),
  returns: z.int(),
  investigation: z
    .object({
      facts: z.string(),
      cause: z.string(),
      causeText: z.string(),
      persons: z.array(z.object({ employeeId: z.uuid().nullable(), name: z.string(), stage: z.string().nullable() })),
      by: personRef,
      at: z.string(),
    })
    .nullable(),
  proposals: z.array(proposalView),
  customersChoice: z.string(),
  decision: signedView.extend({ proposalId: z.uuid() }).nullable(),
  carriedOut: signedView.extend({ consent: z.string() }).nullable(),
  handler: personRef.nullable(),
  /** The result is back at the centre. */
  returnedAt: z.string().nullable(),
  answer: signedView
    .extend({
      outcome: z.enum(ANSWER_OUTCOMES),
      way: z.string(),
      satisfied: z.boolean().nullable(),
      firstContact: z.boolean(),
    })
    .nullable(),
  mayBecomeAppeal: z.boolean(),
  /** Number of the appeal that names this complaint. */
  appealNumber: z.string().nullable(),
  concludedAt: z.string().nullable(),
  promisedAt: z.string().nullable(),
  /** How the customer is to be answered: as he wants, else as he came (CMP-8c). */
  way: z.string().nullable(),
  report: reportView.nullable(),
  feedback: signedView.nullable(),
  revisit: revisitView.nullable(),
  summary: z
    .object({ evaluation: z.string(), class: z.string(), countermeasure: z.string(), by: personRef, at: z.string() })
    .nullable(),
  screening: signedView.extend({ handlingWrong: z.boolean() }).nullable(),
  rehandlings: z.array(rehandlingView),
  round: z.int(),
  /** CMP-9a: the line it came from, and the one that came of it. */
  followsId: z.uuid().nullable(),
  followedById: z.uuid().nullable(),
  source: z.object({ module: z.string(), kind: z.string(), id: z.uuid(), number: z.string() }).nullable(),
  /** Orders of supervision, the newest first (CMP-20). */
  supervisions: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      state: z.string(),
      automatic: z.boolean(),
      ground: z.string(),
      unit: unitRef.nullable(),
      dueAt: z.string().nullable(),
      issuedAt: z.string(),
    }),
  ),
  sanctions: z.array(z.object({ id: z.uuid(), number: z.string(), state: z.string(), person: z.string() })),
  /** Forms that can be printed of it now. */
  forms: z.array(z.string()),
});

export const complaintLine = z.object({
  ...lineFrame,
  state: z.enum(COMPLAINT_STATES),
  channel: z.string(),
  business: z.string().nullable(),
  kind: z.string().nullable(),
  level: z.string().nullable(),
  customerName: z.string(),
  customerClass: z.string().nullable(),
  gravity: z.array(z.string()),
  priority: z.int(),
  reserved: z.boolean(),
  major: z.boolean(),
  unit: unitRef.nullable(),
  intakeUnit: unitRef,
  handler: personRef.nullable(),
  round: z.int(),
});

export type ComplaintView = z.infer<typeof complaintView>;
export type ComplaintLine = z.infer<typeof complaintLine>;
export type HopView = z.infer<typeof hopView>;
export type ReportView = z.infer<typeof reportView>;
export type RehandlingView = z.infer<typeof rehandlingView>;
