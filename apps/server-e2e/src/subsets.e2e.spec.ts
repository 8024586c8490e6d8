/** Any subset of the modules starts and serves its part; what is left out is not there (PLG-1). */
import { Client } from 'pg';
import { playSuite } from './support/suite';

const START = '2026-09-17T09:00:00+08:00';

/** The list each module serves first. */
const LISTS: Readonly<Record<string, string>> = {
  hotline: '/hotline/problem-forms',
  dispatch: '/dispatch/work-orders',
  complaints: '/complaints/complaints',
  appeals: '/appeals/appeals',
  revisit: '/revisit/tasks',
  appraisal: '/appraisal/periods',
  reporting: '/reporting/indicators',
};

const SUBSETS = [...Object.keys(LISTS), 'hotline,revisit', 'complaints,appeals'];

async function schemas(databaseUrl: string): Promise<string[]> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    const { rows } = await db.query<{ name: string }>('select nspname as name from pg_namespace');
    return rows.map(({ name }) => name);
  } finally {
    await db.end();
  }
}

describe('any subset', () => {
  it.each(SUBSETS)('PLG-1 %s alone starts and serves its part, and nothing of the others is there', async (subset) => {
    const suite = await playSuite(START, { SUITE_MODULES: subset });
    try {
      const admin = await suite.as('admin');
      const deployed = subset.split(',');
      const { body } = await admin.get('/modules');
      expect(body.data?.map(({ id }) => id)).toEqual(deployed);
      const statuses = await Promise.all(Object.values(LISTS).map(async (list) => (await admin.get(list)).status));
      expect(statuses).toEqual(Object.keys(LISTS).map((module) => (deployed.includes(module) ? 200 : 404)));
      const made = await schemas(suite.databaseUrl);
      expect(Object.keys(LISTS).filter((module) => made.includes(module))).toEqual(
        Object.keys(LISTS).filter((module) => deployed.includes(module)),
      );
      expect((await admin.get('/work')).status).toBe(200);
    } finally {
      await suite.close();
    }
  });
});
