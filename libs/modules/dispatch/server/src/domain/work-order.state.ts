/** A work order as its rules see it (DSP-1 … DSP-8). */
import type { ClockStage, LeftOverItem, OrderSource, OrderState } from '@bihuan/dispatch-contract';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** What was used and what is left over (DSP-8, DSP-8b). */
export interface Sheet {
  readonly parts: readonly { readonly name: string; readonly serial: string; readonly quantity: number }[];
  /** Working time. */
  readonly minutes: number | null;
  /** Fen. */
  readonly charge: number | null;
  readonly text: string;
  readonly leftOver: readonly LeftOverItem[];
}

export const EMPTY_SHEET: Sheet = { parts: [], minutes: null, charge: null, text: '', leftOver: [] };

/** DSP-8a: with time, place and device; marked where it lacks the customer's code. */
export interface Signature {
  readonly name: string;
  readonly at: string;
  readonly place: string;
  readonly device: string;
  readonly by: Person;
  readonly withCode: boolean;
  readonly marked: boolean;
  readonly attachmentId: string | null;
}

/** The plan as the customer's responsible person approved it. */
export interface ApprovedPlan {
  readonly approvedBy: string;
  readonly text: string;
  readonly risks: string;
  readonly rollback: string;
  readonly at: string;
}

/** A text with who wrote it and when. */
export interface Noted {
  readonly text: string;
  readonly by: Person;
  readonly at: string;
}

export interface WorkOrder {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: OrderState;
  /** Where a suspended order goes on, and where one stood that an overrun dispatched again. */
  readonly resumeTo: OrderState | null;
  readonly waitingFor: string | null;
  readonly type: string;
  readonly repair: boolean;
  /** Not closed ungraded (DSP-7). */
  readonly gradeRequired: boolean;
  /** Verified before it is closed (DSP-8e). */
  readonly verification: boolean;
  readonly customerClass: string;
  readonly productLine: string | null;
  readonly faultLayer: string | null;
  readonly priority: string;
  /** Place of the priority in the pack's list: 0 stands first on the board. */
  readonly priorityRank: number;
  readonly gravity: number | null;
  readonly source: OrderSource;
  readonly sourceModule: string | null;
  readonly sourceKind: string | null;
  readonly sourceId: string | null;
  readonly sourceNumber: string | null;
  readonly hallId: string | null;
  readonly clerkId: string | null;
  /** Lead order of a co-operating unit's part (DSP-5), or the order whose left-over it is (DSP-8b). */
  readonly parentId: string | null;
  readonly description: string;
  readonly customerId: string | null;
  readonly customerName: string;
  readonly phone: string;
  readonly siteId: string | null;
  readonly site: string;
  readonly address: string;
  readonly region: string;
  /** Unit that serves the place, where it is known. */
  readonly regionUnitId: string | null;
  readonly equipmentId: string | null;
  readonly model: string;
  readonly serial: string;
  readonly requestedAt: Date | null;
  /** Where clocks start (DSP-1d). */
  readonly reportedAt: Date;
  readonly createdAt: Date;
  readonly officerId: string;
  readonly officerName: string;
  readonly intakeUnitId: string;
  readonly dispatcherId: string | null;
  readonly dispatcherName: string | null;
  readonly unitId: string | null;
  /** Person who is sent; `null` while the unit has not chosen one. */
  readonly engineerId: string | null;
  readonly engineerName: string | null;
  readonly dispatchedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly contactedAt: Date | null;
  readonly appointmentAt: Date | null;
  readonly appointmentUntil: Date | null;
  readonly enRouteAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly restoredAt: Date | null;
  readonly solvedAt: Date | null;
  readonly fedBackAt: Date | null;
  readonly closedAt: Date | null;
  /** Code of the pack's list, or the engineer's words where it has none. */
  readonly cause: string | null;
  /** The cause where it is a code. */
  readonly causeCode: string | null;
  readonly result: string;
  readonly feedback: string;
  readonly handOver: Noted | null;
  readonly replacement: Noted | null;
  readonly plan: ApprovedPlan | null;
  readonly grade: number | null;
  /** Weight of the grade in the month's report (RD-7). */
  readonly gradeWeight: number | null;
  readonly gradeText: string;
  readonly gradedById: string | null;
  readonly gradedByName: string | null;
  readonly gradedAt: Date | null;
  readonly sheet: Sheet;
  readonly signature: Signature | null;
  readonly remark: string;
  readonly rating: number | null;
  readonly redispatches: number;
  readonly overruns: number;
  readonly refusals: number;
  readonly wrongDispatches: number;
  readonly replacements: number;
  /** Stage → met in time; what has not ended is absent (DLN-7). */
  readonly onTime: Readonly<Partial<Record<ClockStage, boolean>>>;
  readonly dueAt: Date | null;
  readonly keyId: string;
}
