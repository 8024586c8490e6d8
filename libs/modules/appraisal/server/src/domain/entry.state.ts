/** A record about a person's month: entered, imported, or told by another module (APR-2, APR-3, APR-7). */
import type { EntryKind } from '@bihuan/appraisal-contract';

export interface Entry {
  readonly id: string;
  readonly version: number;
  readonly state: 'counted' | 'withdrawn';
  readonly kind: EntryKind;
  /** `null` where a unit as a whole is meant. */
  readonly employeeId: string | null;
  readonly unitId: string;
  /** Local day of what it is about. */
  readonly date: string;
  /** Month in which it counts. */
  readonly period: string;
  /** Month it would belong to, were that not frozen. */
  readonly correctionOf: string | null;
  readonly code: string | null;
  readonly points: number | null;
  /** Fen; what the person pays is negative. */
  readonly amount: number;
  readonly ground: string;
  readonly witness: string;
  /** Number of the matter it comes from. */
  readonly number: string | null;
  /** What it is about, in the words of its publisher or file: a later one of the same key takes its place. */
  readonly naturalKey: string | null;
  readonly byId: string | null;
  readonly byName: string;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawReason: string | null;
}
