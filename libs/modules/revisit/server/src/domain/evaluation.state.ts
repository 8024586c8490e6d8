/** A customer's evaluation as its rules see it (RVT-8). */
import type { EvaluationState } from '@bihuan/revisit-contract';

export interface Evaluation {
  readonly id: string;
  readonly version: number;
  /** Number of the matter evaluated. */
  readonly number: string;
  readonly state: EvaluationState;
  readonly customerId: string | null;
  readonly keyId: string;
  readonly dueAt: Date | null;
  /** When it was given. */
  readonly createdAt: Date;
  readonly module: string;
  readonly kind: string;
  readonly matterId: string;
  readonly item: string;
  readonly project: string;
  readonly technicalLevel: number;
  readonly attitude: number;
  readonly remark: string;
  /** Local month: `2026-09`. */
  readonly month: string;
  readonly customerName: string;
  /** 评定人. */
  readonly evaluator: string;
  readonly phone: string;
  readonly site: string;
  readonly engineerId: string | null;
  readonly engineerName: string | null;
  /** Customer-service department: the engineer's unit. */
  readonly unitId: string | null;
  readonly divisionId: string | null;
  /** Unit whose officers confirm. */
  readonly officerUnitId: string;
  readonly replacedBy: string | null;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
  readonly decision: string;
  readonly complaintId: string | null;
  readonly complaintNumber: string | null;
}
