/** CPU time of the PostgreSQL processes that serve this database, where they run on this machine. */
import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';

const TICKS_A_SECOND = 100;

/** Seconds so far; 0 where the server runs elsewhere. Connections that ended are not counted any more. */
export async function databaseCpu(db: DataSource): Promise<number> {
  const rows = (await db.query('select pid from pg_stat_activity where datname = current_database()')) as {
    pid: number;
  }[];
  const here = new Set(readdirSync('/proc'));
  return rows.reduce((sum, { pid }) => sum + (here.has(String(pid)) ? cpuOf(pid) : 0), 0);
}

function cpuOf(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (!text.includes('(postgres')) return 0;
    const fields = text.replace(/^.*\) /s, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return 0; // ended between the two looks
  }
}
