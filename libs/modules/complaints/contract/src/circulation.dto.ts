/** Circulations (服务质量通报, form 28): decided, sent to a list, read receipts kept (CMP-11). */
import { z } from 'zod';
import { input, lineFrame, matterFrame, personRef, unitRef } from '@bihuan/events';

const { text, words, version } = input;

export const issueCirculation = z.strictObject({
  complaintId: z.uuid(),
  /** Sanction it follows from. */
  sanctionId: z.uuid().optional(),
  /** Unit named in it; absent: the responsible unit. */
  unitId: z.uuid().optional(),
  employeeId: z.uuid().optional(),
  matter: words(2000),
  ground: words(2000),
  handling: words(2000),
  requirement: text(2000).optional(),
  /** Units whose heads receive it. */
  toUnitIds: z.array(z.uuid()).max(60).optional(),
  toEmployeeIds: z.array(z.uuid()).max(60).optional(),
});
export const readCirculation = z.strictObject({ version });

export const circulationView = z.object({
  ...matterFrame,
  complaintId: z.uuid(),
  complaintNumber: z.string(),
  unit: unitRef.nullable(),
  person: personRef.nullable(),
  matter: z.string(),
  ground: z.string(),
  handling: z.string(),
  requirement: z.string(),
  issuedBy: personRef,
  /** Each with the instant he read it. */
  list: z.array(z.object({ person: personRef, unit: z.string(), readAt: z.string().nullable() })),
});

export const circulationLine = z.object({
  ...lineFrame,
  complaintNumber: z.string(),
  unit: unitRef.nullable(),
  read: z.int(),
  sentTo: z.int(),
});

export type IssueCirculation = z.infer<typeof issueCirculation>;
export type ReadCirculation = z.infer<typeof readCirculation>;
export type CirculationView = z.infer<typeof circulationView>;
export type CirculationLine = z.infer<typeof circulationLine>;
