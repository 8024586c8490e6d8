/** What a sheet's figures rest on: records of the month, calls to customers, attendance (APR-1a, APR-7). */
import type { EntryKind } from '@bihuan/appraisal-contract';

/** A record that counts, as it stands on a sheet and in its snapshot. */
export interface Source {
  readonly id: string;
  readonly kind: EntryKind;
  readonly code: string | null;
  /** Local day. */
  readonly date: string;
  readonly points: number | null;
  /** Fen; what the person pays is negative. */
  readonly amount: number;
  readonly ground: string;
  readonly witness: string;
  readonly number: string | null;
  /** Name of who entered it, or of the file or module it came from. */
  readonly by: string;
  readonly at: string;
  readonly correctionOf: string | null;
}

export type CallState = 'requested' | 'reached' | 'not-made';

/** A contact drawn for the sample and what its call brought. */
export interface SampleCall {
  readonly id: string;
  readonly number: string;
  readonly state: CallState;
  readonly good: boolean | null;
  readonly at: string | null;
  readonly taskId: string | null;
}

export interface Attendance {
  readonly present: number;
  readonly late: number;
  readonly absent: number;
  readonly leave: number;
}

export interface Sources {
  readonly entries: readonly Source[];
  readonly calls: readonly SampleCall[];
  readonly attendance: Attendance;
}

export const NO_ATTENDANCE: Attendance = { present: 0, late: 0, absent: 0, leave: 0 };
export const NO_SOURCES: Sources = { entries: [], calls: [], attendance: NO_ATTENDANCE };

/** Was he away the whole month (RD-36)? Only marks say so; a month without marks says nothing. */
export const absentAllMonth = ({ present, late, absent, leave }: Attendance): boolean =>
  present + late === 0 && absent + leave > 0;
