/** CPU time of the PostgreSQL processes that serve this database, where they run on this machine. */
import type { DataSource } from 'typeorm';
import { cpuOf, programOf } from './proc';

/** Seconds so far; 0 where the server runs elsewhere. Connections that ended are not counted any more. */
export async function databaseCpu(db: DataSource): Promise<number> {
  const rows = (await db.query('select pid from pg_stat_activity where datname = current_database()')) as {
    pid: number;
  }[];
  return rows.reduce((sum, { pid }) => sum + (programOf(pid).startsWith('postgres') ? cpuOf(pid) : 0), 0);
}
