/** Facts as a module tells them. */
import { randomUUID } from 'node:crypto';
import type { CaseFact } from '@bihuan/events';

export const UNIT_A = '00000000-0000-4000-8000-00000000000a';
export const UNIT_B = '00000000-0000-4000-8000-00000000000b';

/** An open complaint of 17 September 2026, 10:30 in Shanghai; `more` replaces fields. */
export const aFact = (more: Partial<CaseFact> = {}): CaseFact => ({
  caseId: randomUUID(),
  kind: 'complaint',
  number: 'TS20260917001',
  version: 1,
  state: 'registered',
  open: true,
  openedAt: '2026-09-17T10:30:00+08:00',
  concludedAt: null,
  answeredAt: null,
  intakeUnitId: UNIT_A,
  unitId: null,
  personId: null,
  customerId: null,
  dims: { kind: 'billing', level: 'ordinary', channel: 'phone', cause: null },
  measures: { returns: 0, withdrawn: 0, dispatched: 0 },
  ...more,
});
