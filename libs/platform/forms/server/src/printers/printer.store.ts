/** Rows of printers (FRM-6). */
import { RowStore } from '@bihuan/database';
import type { Subject } from '@bihuan/plugin-kit';

export interface PrinterRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly unitId: string;
  /** SHA-256 of its own certificate; `null`: an authority must have signed it. */
  readonly fingerprint: string | null;
  readonly enabled: boolean;
  readonly createdAt: Date;
}

export const printerStore = new RowStore<PrinterRow>('forms.printer', {
  id: 'uuid',
  version: 'int',
  name: 'text',
  url: 'text',
  unitId: 'uuid',
  fingerprint: 'text',
  enabled: 'boolean',
  createdAt: 'timestamptz',
});

export const printerSubject = (id: string): Subject => ({ module: 'forms', kind: 'printer', id });
