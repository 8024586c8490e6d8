/** Reports that send themselves (RPT-7). */
import { z } from 'zod';

const title = z.object({ zh: z.string(), en: z.string() });

export const scheduleView = z.object({
  code: z.string(),
  title,
  formCode: z.string(),
  cadence: z.enum(['weekly', 'monthly', 'quarterly', 'yearly']),
  /** Next instant at which it is made and sent, and the period it will tell of. */
  nextAt: z.string(),
  period: z.string(),
  channels: z.array(z.string()),
  /** Names. */
  recipients: z.array(z.string()),
  /** The module that prints it is deployed. */
  deployed: z.boolean(),
});

export const reportRecipient = z.object({
  employeeId: z.uuid(),
  name: z.string(),
  /** How it went out to him, channel by channel. */
  deliveries: z.array(z.object({ channel: z.string(), state: z.string(), at: z.string().nullable() })),
  readAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
});

export const sentReportView = z.object({
  id: z.uuid(),
  schedule: z.string(),
  title,
  formCode: z.string(),
  from: z.string(),
  to: z.string(),
  dueAt: z.string(),
  sentAt: z.string().nullable(),
  state: z.enum(['waiting', 'sent', 'not-deployed', 'failed']),
  /** Why it was not sent. */
  error: z.string().nullable(),
  attempts: z.int(),
  /** Address of the paper as it was sent, and the hash over what was filed: the proof. */
  url: z.string().nullable(),
  sha256: z.string().nullable(),
  recipients: z.array(reportRecipient),
});

export type ScheduleView = z.infer<typeof scheduleView>;
export type ReportRecipient = z.infer<typeof reportRecipient>;
export type SentReportView = z.infer<typeof sentReportView>;
