/** What a fault test saw, for the table at the end of `npm run test:faults`; times are told, never judged. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Seen = Readonly<Record<string, string | number>>;

/** Jest's own word for the test that runs; a kit knows of Jest only at run time. */
const runningTest = (): string =>
  (globalThis as { expect?: { getState(): { currentTestName?: string } } }).expect?.getState().currentTestName ?? '';

/** Does nothing outside `npm run test:faults`. The last word of a test counts. */
export function tell(seen: Seen): void {
  const folder = process.env['FAULTS_REPORT'];
  if (!folder) return;
  const test = runningTest();
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(test).digest('hex').slice(0, 16);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ test, seen }));
}
