/** What every case module tells of its cases after each act: the rows of the figures (RPT-2, RPT-4, RPT-8). */
import { z } from 'zod';
import type { EventDefinition } from './define-event';
import { defineEvent } from './define-event';

const instant = z.iso.datetime({ offset: true });

/** The present state of one case, codes and instants only: a later version replaces the earlier. */
export const caseFact = z.object({
  caseId: z.uuid(),
  /** Kind of the subject: `complaint`, `work-order`. */
  kind: z.string(),
  number: z.string(),
  /** Version of the row: rises with each act, older ones are passed over. */
  version: z.int(),
  state: z.string(),
  open: z.boolean(),
  /** Intake: periods count by it (RD-42). */
  openedAt: instant,
  /** Solved, or an explanation agreed (办结); `null` while it is not. */
  concludedAt: instant.nullable(),
  /** Answered, in whatever way. */
  answeredAt: instant.nullable(),
  /** Unit that took it in. */
  intakeUnitId: z.uuid().nullable(),
  /** Unit responsible now. */
  unitId: z.uuid().nullable(),
  /** Person responsible now. */
  personId: z.uuid().nullable(),
  customerId: z.uuid().nullable(),
  /** Codes by dimension: `business`, `kind`, `symptom`, `level`, `channel`, `customer-class`, `brand`, `cause`, `type` … */
  dims: z.record(z.string(), z.string().nullable()),
  /** Counts and flags (0, 1) by name: `first-contact`, `on-time`, `satisfied`, `returns` … ; absent = not known. */
  measures: z.record(z.string(), z.number()),
});

export type CaseFact = z.infer<typeof caseFact>;

export type CaseChanged = EventDefinition<CaseFact, Record<string, never>>;

/** @param name `complaints.complaint.changed.v1` */
export const caseChanged = (name: string, zh: string, en: string): CaseChanged =>
  defineEvent({ name, title: { zh, en }, handOffTo: [], payload: caseFact, personal: z.object({}) });
