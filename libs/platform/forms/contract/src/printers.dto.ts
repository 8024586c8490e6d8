/** Printers of departments and what was sent to them: requests and answers (FRM-6). */
import { z } from 'zod';

const name = z.string().trim().min(1).max(100);
const url = z.string().trim().min(1).max(500);
/** SHA-256 of the printer's own certificate, where no authority has signed it. */
const fingerprint = z
  .string()
  .trim()
  .transform((text) => text.replaceAll(':', '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{64}$/));

export const addPrinterSchema = z.strictObject({ name, url, unitId: z.uuid(), fingerprint: fingerprint.optional() });
export type AddPrinter = z.output<typeof addPrinterSchema>;

export const changePrinterSchema = z.strictObject({
  name: name.optional(),
  url: url.optional(),
  unitId: z.uuid().optional(),
  fingerprint: fingerprint.nullable().optional(),
  enabled: z.boolean().optional(),
  version: z.int().optional(),
});
export type ChangePrinter = z.output<typeof changePrinterSchema>;

export const testPageSchema = z.strictObject({});

/** Sheets of each page that a printer is asked for at once. */
export const SHEETS_AT_MOST = 20;

export const sendPrintSchema = z.strictObject({
  printerId: z.uuid(),
  /** How often the printer prints the whole paper. */
  copies: z.int().min(1).max(SHEETS_AT_MOST).optional(),
});
export type SendPrint = z.output<typeof sendPrintSchema>;

export interface PrinterView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly enabled: boolean;
  /** For whoever manages printers only. */
  readonly url?: string;
  readonly fingerprint?: string | null;
}

/** `waiting`: not at the printer yet; `printing`: taken by the printer; then `done` or `failed`. */
export type SendingState = 'waiting' | 'printing' | 'done' | 'failed';

export interface SendingView {
  readonly id: string;
  readonly printerId: string;
  readonly printerName: string;
  /** The print that was sent; `null` for a test page. */
  readonly printId: string | null;
  readonly copies: number;
  readonly state: SendingState;
  /** Number of the job at the printer. */
  readonly jobId: number | null;
  /** A word of ours: `printer-unreachable`, `printer-refused` … */
  readonly error: string | null;
  readonly attempts: number;
  readonly orderedAt: string;
  readonly doneAt: string | null;
}
