/** What a fault test saw, for the table at the end of `npm run test:faults`; times are told, never judged. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Seen = Readonly<Record<string, string | number>>;

/** @param id `R4 (PostgreSQL)` */
export function tell(id: string, seen: Seen): void {
  const folder = process.env['FAULTS_REPORT'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id.replace(/[^A-Za-z0-9]+/g, '-')}.json`), JSON.stringify({ id, ...seen }));
}
