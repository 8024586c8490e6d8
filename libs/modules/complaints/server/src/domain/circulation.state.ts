/** A circulation as its rules see it (CMP-11): a list of people, each with when he read it. */
import type { Person } from './complaint.state';

export interface Addressee extends Person {
  readonly unit: string;
  readonly readAt: string | null;
}

export interface Circulation {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  /** `issued`, `read` by all. */
  readonly state: 'issued' | 'read';
  readonly customerId: string | null;
  readonly keyId: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly complaintId: string;
  readonly complaintNumber: string;
  readonly sanctionId: string | null;
  readonly issuingUnitId: string;
  readonly unitId: string | null;
  readonly employeeId: string | null;
  readonly employeeName: string | null;
  readonly matter: string;
  readonly ground: string;
  readonly handling: string;
  readonly requirement: string;
  readonly issuedBy: Person;
  readonly list: readonly Addressee[];
}
