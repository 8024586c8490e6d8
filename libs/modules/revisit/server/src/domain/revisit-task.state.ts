/** A revisit task as its rules see it (RVT-1 … RVT-4). */
import type { RevisitState } from '@bihuan/revisit-contract';

export interface Attempt {
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly reached: boolean;
  readonly text: string;
}

export interface RevisitTask {
  readonly id: string;
  readonly version: number;
  readonly state: RevisitState;
  /** Matters of one customer on one day: one call. */
  readonly callId: string;
  readonly module: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly number: string;
  readonly round: number;
  readonly category: string;
  readonly customerId: string | null;
  readonly siteId: string | null;
  readonly customerName: string;
  readonly phone: string;
  readonly site: string;
  readonly description: string;
  readonly handling: string;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly unitId: string;
  readonly officerId: string;
  readonly plannedFor: Date;
  /** Local day of the call, for lists and the sheet. */
  readonly day: string;
  readonly dueAt: Date | null;
  readonly preparedAt: Date | null;
  readonly callerId: string | null;
  readonly callerName: string | null;
  readonly attempts: readonly Attempt[];
  readonly satisfied: 'true' | 'false' | 'fair' | null;
  readonly machineWorks: boolean | null;
  readonly rating: number | null;
  readonly words: string;
  readonly revisitedAt: Date | null;
  readonly cancelReason: string | null;
  readonly keyId: string;
}
