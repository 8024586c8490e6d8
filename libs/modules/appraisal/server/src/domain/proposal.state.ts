/** A consequence that was proposed: it waits for a decision with a name (APR-6). */
import type { ProposalState } from '@bihuan/appraisal-contract';

export interface ProposalFacts {
  readonly months: readonly { readonly period: string; readonly total: number }[];
  readonly count: number | null;
  /** Number of the proposal in whose place it came (APR-6c). */
  readonly follows: string | null;
}

export interface Proposal {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: ProposalState;
  readonly customerId: null;
  readonly keyId: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly employeeId: string;
  readonly employeeName: string;
  readonly unitId: string;
  /** HR: whose move the decision is. */
  readonly ownerUnitId: string;
  readonly consequence: string;
  /** With employee and consequence: the same ground is proposed once. */
  readonly groundKey: string;
  readonly cause: string | null;
  readonly ground: string;
  readonly facts: ProposalFacts;
  readonly proposedBy: string;
  readonly decidedById: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
}
