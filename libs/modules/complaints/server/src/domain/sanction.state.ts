/** A sanction or liability as its rules see it (CMP-11). */
import type { Liability, SanctionState } from '@bihuan/complaints-contract';
import type { Person, Signed } from './complaint.state';

export interface Sanction {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: SanctionState;
  readonly customerId: string | null;
  readonly keyId: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly complaintId: string;
  readonly complaintNumber: string;
  readonly employeeId: string | null;
  readonly employeeName: string;
  readonly unitId: string;
  readonly liability: Liability;
  readonly breach: string;
  readonly stage: string | null;
  readonly ground: string;
  readonly points: number;
  /** Fen. */
  readonly amount: number;
  readonly proposedBy: Person | null;
  readonly decision: Signed | null;
  readonly toldAt: Date | null;
  readonly objectUntil: Date | null;
  readonly objection: { readonly text: string; readonly at: string } | null;
  readonly review: Signed | null;
}
