/** A complaint as its rules see it (CMP-1 … CMP-10): the row of the table, and the parts that stand in it as JSON. */
import type { ANSWER_OUTCOMES, ComplaintState } from '@bihuan/complaints-contract';
import type { Procedure } from '../procedure.settings';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What somebody wrote, and when (ISO). */
export interface Signed {
  readonly text: string;
  readonly by: Person;
  readonly at: string;
}

/** A stop on the road of the order (CMP-7). */
export interface Hop {
  readonly unitId: string;
  /** `null`: from the centre. */
  readonly fromId: string | null;
  readonly way: 'dispatched' | 'forwarded' | 'raised';
  readonly at: string;
  readonly by: Person | null;
  readonly reason: string;
  readonly fedBackAt: string | null;
  readonly feedback: string;
}

export interface Relay {
  readonly unitId: string;
  readonly by: Person;
  readonly at: string;
  readonly text: string;
}

/** CMP-5: two questions, each with its reason. */
export interface Validity {
  readonly valid: boolean;
  readonly sufficient: boolean;
  readonly groundsReason: string;
  readonly reasonable: boolean;
  readonly demandReason: string;
  readonly consent: { readonly given: boolean; readonly words: string } | null;
  readonly by: Person;
  readonly at: string;
}

export interface LiablePerson {
  readonly employeeId: string | null;
  readonly name: string;
  readonly stage: string | null;
  readonly breach: string | null;
}

export interface Investigation {
  readonly facts: string;
  readonly cause: string;
  readonly causeText: string;
  readonly persons: readonly LiablePerson[];
  readonly by: Person;
  readonly at: string;
}

export interface Proposal {
  readonly id: string;
  readonly text: string;
  readonly by: Person;
  readonly at: string;
  /** Fen. */
  readonly compensation: { readonly kind: string; readonly value: number; readonly account: string } | null;
}

export interface Decision extends Signed {
  readonly proposalId: string;
}

export interface CarriedOut extends Signed {
  readonly consent: string;
}

export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

export interface Answer extends Signed {
  readonly outcome: AnswerOutcome;
  readonly way: string;
  readonly satisfied: boolean | null;
}

export interface ReportCopy {
  readonly copy: 1 | 2;
  readonly holder: string;
  readonly arrivedAt: string | null;
  readonly by: Person | null;
}

/** The division's own repair report: attached, missing for a reason, or neither yet: owed once the paper is in. */
export type RepairReport = 'attached' | 'missing' | null;

/** CMP-10 */
export interface Report {
  readonly number: string;
  readonly phoneNote: (Signed & { readonly opinion: string }) | null;
  readonly paper: Signed | null;
  readonly attachmentId: string | null;
  readonly missingReason: string;
  /** Stays when the reason's words are erased. */
  readonly repairReport: RepairReport;
  readonly copies: readonly ReportCopy[];
}

export interface RevisitResult {
  readonly satisfied: boolean;
  readonly proposal: string;
  readonly text: string;
  readonly by: Person | null;
  readonly at: string;
}

export interface Summary {
  readonly evaluation: string;
  readonly class: string;
  readonly countermeasure: string;
  readonly by: Person;
  readonly at: string;
}

export interface Screening extends Signed {
  readonly handlingWrong: boolean;
}

/** CMP-9b: the order to handle it again. */
export interface Rehandling {
  readonly number: string;
  readonly round: number;
  readonly opinion: string;
  readonly revisitText: string;
  readonly screenedBy: Person;
  readonly at: string;
  readonly unitId: string;
  readonly requirement: string;
  readonly dueAt: string | null;
  readonly result: string | null;
  readonly handler: Person | null;
  readonly doneAt: string | null;
}

export interface Source {
  readonly module: string;
  readonly kind: string;
  readonly id: string;
  readonly number: string;
}

export interface Complaint {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: ComplaintState;
  readonly customerId: string | null;
  readonly keyId: string;
  readonly dueAt: Date | null;
  /** Registered. */
  readonly createdAt: Date;
  /** First heard: the promises count from here. */
  readonly heardAt: Date;
  /** The steps of the pack when it was registered. */
  readonly procedure: Procedure;
  readonly channel: string;
  readonly business: string | null;
  readonly kind: string | null;
  readonly level: string | null;
  readonly symptom: string | null;
  /** What the pack asks for and nobody has filled in: `business`, `kind`, `level`. */
  readonly missing: readonly string[];
  readonly customerName: string;
  readonly phone: string;
  readonly contact: string;
  readonly address: string;
  readonly siteId: string | null;
  readonly matter: string;
  readonly demand: string;
  readonly recording: string;
  readonly wantedWay: string | null;
  readonly gravity: readonly string[];
  readonly serviceDown: boolean;
  readonly crossProvince: boolean;
  /** Level of the customer at intake: `vip`. */
  readonly customerClass: string | null;
  readonly brand: string | null;
  /** Lines the customer holds, for the choice of limits (DLN-4). */
  readonly lines: readonly string[];
  readonly marks: readonly string[];
  /** The smaller the sooner (CMP-3). */
  readonly priority: number;
  readonly reserved: boolean;
  readonly major: boolean;
  readonly leaderId: string | null;
  readonly followers: number;
  readonly officerId: string | null;
  readonly officerName: string | null;
  readonly passedOn: Person | null;
  readonly intakeUnitId: string;
  readonly centreUnitId: string;
  readonly answerUnitId: string;
  readonly screeningUnitId: string | null;
  /** Has it now, or had it last. */
  readonly unitId: string | null;
  readonly coOperators: readonly string[];
  readonly road: readonly Hop[];
  readonly needsSignature: boolean;
  readonly signatureId: string | null;
  readonly signedAt: Date | null;
  readonly filledAt: Date | null;
  readonly relay: Relay | null;
  readonly acknowledged: Signed | null;
  readonly checked: Signed | null;
  readonly validity: Validity | null;
  /** How often it came back to the channel as incomplete. */
  readonly returns: number;
  readonly dispatchedAt: Date | null;
  readonly investigation: Investigation | null;
  readonly proposals: readonly Proposal[];
  readonly customersChoice: string;
  readonly decision: Decision | null;
  readonly carriedOut: CarriedOut | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly returnedAt: Date | null;
  readonly answer: Answer | null;
  readonly answeredAt: Date | null;
  readonly firstContact: boolean;
  /** Answered within the promise; `null` where there is none, or no answer yet. */
  readonly inTime: boolean | null;
  readonly mayBecomeAppeal: boolean;
  readonly appealNumber: string | null;
  readonly concludedAt: Date | null;
  readonly promisedAt: Date | null;
  readonly rePromises: number;
  /** Stage → met in time, as far as it was met (RPT-1d). */
  readonly onTime: Readonly<Record<string, boolean>>;
  /** Supervision orders: by the suite, and by decision (CMP-20, RPT-1e). */
  readonly supervised: number;
  readonly supervisedByDecision: number;
  readonly report: Report | null;
  readonly feedback: Signed | null;
  readonly revisit: RevisitResult | null;
  readonly summary: Summary | null;
  readonly screening: Screening | null;
  readonly rehandlings: readonly Rehandling[];
  readonly round: number;
  readonly followsId: string | null;
  readonly followedById: string | null;
  readonly source: Source | null;
}

/** Waits for the answer of the complaint that it was joined to (CMP-3). */
export const followsUnanswered = ({ leaderId, answer }: Pick<Complaint, 'leaderId' | 'answer'>): boolean =>
  leaderId !== null && answer === null;

export const isClosed = ({ state }: Pick<Complaint, 'state'>): boolean =>
  state === 'filed' || state === 'not-valid' || state === 'withdrawn';
