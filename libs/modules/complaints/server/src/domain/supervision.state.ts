/** A supervision order as its rules see it (CMP-4c, CMP-20). */
import type { SupervisionState } from '@bihuan/complaints-contract';
import type { Person, Signed } from './complaint.state';

export interface Supervision {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: SupervisionState;
  readonly customerId: string | null;
  readonly keyId: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly complaintId: string;
  readonly complaintNumber: string;
  /** By the suite itself: counted apart from those by decision. */
  readonly automatic: boolean;
  /** `automatic`, `key`, `difficult`, `not-as-prescribed` */
  readonly ground: string;
  /** Stage whose warning was ignored. */
  readonly stage: string | null;
  readonly issuingUnitId: string | null;
  readonly unitId: string;
  readonly employeeId: string | null;
  readonly employeeName: string | null;
  readonly instruction: string;
  readonly requiredReply: string;
  readonly replyDueAt: Date;
  readonly issuedBy: Person | null;
  readonly reply: Signed | null;
}

export type SupervisionAct = 'reply';

export const supervisionActions = ({ state }: Pick<Supervision, 'state'>): readonly SupervisionAct[] =>
  state === 'issued' ? ['reply'] : [];
