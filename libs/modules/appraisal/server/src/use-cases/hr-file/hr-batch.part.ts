/** Released results as one batch for HR: its id is a hash over its rows, so the same rows are the same batch (APR-9). */
import { createHash } from 'node:crypto';
import type { HrFile } from '@bihuan/appraisal-contract';
import { canonical, hrFileOf, hrRowOf } from '../../domain/hr-file.rules';
import type { Result } from '../../domain/sheet.state';
import type { Template } from '../../template.settings';

/** Hex digits of the hash in a batch's id. */
const DIGITS = 12;

/** @param results of the month, in order of staff number */
export function hrBatch(template: Template, period: string, results: readonly Result[]): HrFile {
  const rows = results.map(hrRowOf);
  const content = createHash('sha256').update(canonical(rows)).digest('hex');
  return hrFileOf(template, period, `${period}-${content.slice(0, DIGITS)}`, rows);
}
