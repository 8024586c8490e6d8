/** A revisit task as its rules see it (RVT-1 … RVT-4). */
import type { Purpose, RevisitEvent, RevisitState, Trouble, Way, WrittenWay } from '@bihuan/revisit-contract';

export interface Caller {
  readonly id: string;
  readonly name: string;
}

/** Where an answer that was not good went: the matter itself, an urgent order, a complaint (RVT-4). */
export type SentTo = 'matter' | 'order' | 'complaint';

export type Satisfied = 'true' | 'false' | 'fair';

/** One try, with what the customer answered in it: the week's report counts what was said then. */
export interface Attempt {
  readonly at: string;
  readonly by: Caller;
  readonly way: Way;
  readonly reached: boolean;
  readonly text: string;
  readonly satisfied?: Satisfied;
  readonly counts?: boolean;
  readonly machineWorks?: boolean | null;
  readonly rating?: number | null;
  readonly sentTo?: readonly SentTo[];
}

/** A time agreed with the customer (RVT-1c). */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly by: Caller;
  readonly reason: string;
}

/** What the event tells of the matter. */
export interface MatterFacts {
  readonly event: RevisitEvent;
  readonly module: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly number: string;
  readonly round: number;
  /** Category of a form, kind of a complaint, type of an order. */
  readonly category: string;
  readonly channel: string | null;
  readonly level: string | null;
  readonly marks: readonly string[];
  readonly customerId: string | null;
  readonly siteId: string | null;
  readonly customerName: string;
  readonly phone: string;
  readonly site: string;
  readonly description: string;
  readonly handling: string;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly faultGrade: number | null;
  readonly unitId: string;
  readonly officerId: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly concludedAt: Date;
  readonly keyId: string;
}

export interface RevisitTask extends MatterFacts {
  readonly id: string;
  readonly version: number;
  readonly state: RevisitState;
  readonly createdAt: Date;
  /** Code of the pack's plan. */
  readonly plan: string;
  readonly purpose: Purpose;
  readonly ways: readonly Way[];
  readonly writtenWays: readonly WrittenWay[];
  readonly waysDone: readonly Way[];
  readonly way: Way | null;
  /** Matters of one customer on one day: one call. */
  readonly callId: string;
  readonly plannedFor: Date;
  /** Local day of the call: planned, later made. */
  readonly day: string;
  /** End of the time for it, by the agreed date; stays when the clock is gone. */
  readonly limitAt: Date;
  /** Nearest running clock. */
  readonly dueAt: Date | null;
  readonly moves: readonly Move[];
  readonly preparedAt: Date | null;
  readonly callerId: string | null;
  readonly callerName: string | null;
  readonly startedAt: Date | null;
  readonly lastCallAt: Date | null;
  readonly sentAt: Date | null;
  /** Hash of the code in the link that was sent. */
  readonly linkHash: string | null;
  readonly attempts: readonly Attempt[];
  readonly satisfied: Satisfied | null;
  readonly countsAsSatisfied: boolean | null;
  readonly machineWorks: boolean | null;
  readonly rating: number | null;
  readonly words: string;
  readonly about: string;
  readonly improve: string;
  readonly promised: string;
  readonly suggestion: string;
  readonly trouble: Trouble | null;
  readonly questions: number | null;
  readonly seconds: number | null;
  readonly leftScript: string;
  readonly recording: string;
  readonly waitsFor: readonly SentTo[];
  readonly complaintId: string | null;
  readonly complaintNumber: string | null;
  readonly revisitedAt: Date | null;
  readonly cancelReason: string | null;
}
