/** A PDF as an answer, shown and not saved by the browser. */
import { StreamableFile } from '@nestjs/common';

export const pdfFile = (pdf: Uint8Array, name: string): StreamableFile =>
  new StreamableFile(pdf, { type: 'application/pdf', disposition: `inline; filename="${name}"`, length: pdf.length });
