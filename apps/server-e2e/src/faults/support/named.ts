/** Processes that PostgreSQL can tell apart: their connections carry the name of the process. */

/** The address by which a process goes by this name in `pg_stat_activity`. */
export function named(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', name);
  return url.href;
}
