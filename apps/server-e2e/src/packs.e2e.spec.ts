/** Each pack is a company that starts, knows its people and stays what it is (PCK-1, PCK-2, PLG-1). */
import { BUILT_PLUGINS } from '@bihuan/server';
import { emptyDatabase, type TestDatabase } from '@bihuan/testing-kit';
import type { Json } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

const START = '2026-09-17T09:00:00+08:00';

/** Users of api.md, Demo data. */
const USERS = [
  'agent',
  'agent2',
  'engineer',
  'engineer2',
  'tech-manager',
  'dispatcher',
  'supervisor',
  'deputy',
  'manager',
  'hr',
  'regulator-desk',
  'admin',
];

const call: Json = {
  channel: 'phone',
  callerName: '王建国',
  callerPhone: '13812345678',
  summary: '反映一个问题',
  category: 'technical',
};

const COMPANIES = [
  { pack: 'atm-5s4e', company: '闭环电子', without: [] as string[] },
  { pack: 'franchise', company: '闭环连锁', without: ['appeals'] },
  { pack: 'telecom', company: '闭环通信', without: [] },
  { pack: 'cable-tv', company: '闭环有线', without: ['appeals'] },
];

describe.each(COMPANIES)('$pack', ({ pack, company, without }) => {
  let database: TestDatabase;
  beforeAll(async () => (database = await emptyDatabase('e2e')));
  afterAll(() => database.close());
  const start = (env: Record<string, string> = {}) => playSuite(START, { DATABASE_URL: database.url, ...env });
  const modules = BUILT_PLUGINS.filter((name) => !without.includes(name));

  it('PCK-2 an empty database becomes this company, with the modules of its pack; its name is printed', async () => {
    const suite = await start({ SUITE_PACK: pack });
    try {
      expect(suite.running.welcome).toContain(`pack ${pack}`);
      expect(suite.running.welcome).toContain(company);
      const admin = await suite.as('admin');
      const deployed = (await admin.get('/modules')).body;
      expect(deployed['pack']).toBe(pack);
      expect((deployed.data ?? []).map(({ id }) => id)).toEqual(modules);
      const active = (await admin.get('/packs/active')).body;
      expect([active['id'], (active['company'] as Json)['zh']]).toEqual([pack, company]);
    } finally {
      await suite.running.close();
    }
  });

  it('PCK-1 every user of the demonstration logs in; a call becomes a form that reaches a handler’s unit', async () => {
    const suite = await start({ SUITE_PACK: pack });
    try {
      for (const user of USERS) expect((await (await suite.as(user)).get('/work')).status).toBe(200);
      const agent = await suite.as('agent');
      const contact = await agent.do('/hotline/contacts', call);
      const form = await agent.do('/hotline/problem-forms', {
        contactId: contact['id'],
        category: 'technical',
        kind: 'hardware',
        description: '设备不工作',
      });
      expect(String(form['number'])).toMatch(/^2026091701\d{3}$/);
      const referred = await agent.do(`/hotline/problem-forms/${String(form['id'])}/refer`, { customerAgreed: true });
      expect(referred['state']).toBe('referred');
      const engineer = await suite.as('engineer');
      const accepted = await engineer.do(`/hotline/problem-forms/${String(form['id'])}/accept`, {});
      expect(accepted['state']).toBe('accepted');
      // Whoever is not in hotline has no right to take a call.
      expect((await (await suite.as('hr')).post('/hotline/contacts', call)).status).toBe(403);
    } finally {
      await suite.running.close();
    }
  });

  it('PCK-2 it starts again without being told its pack, and refuses to become another', async () => {
    const other = pack === 'telecom' ? 'franchise' : 'telecom';
    await expect(start({ SUITE_PACK: other })).rejects.toThrow(
      `this database is a company set up with "${pack}" and stays one`,
    );
    const suite = await start();
    try {
      expect((await (await suite.as('admin')).get('/packs/active')).body).toMatchObject({ id: pack, version: 1 });
    } finally {
      await suite.running.close();
    }
  });

  it('PLG-1 of its modules any may be left out; one it has not is refused by name', async () => {
    const [missing] = without;
    if (missing) {
      const refused = start({ SUITE_MODULES: `hotline,${missing}` });
      await expect(refused).rejects.toThrow(`the pack "${pack}" does not use the module "${missing}"`);
    }
    const suite = await start({ SUITE_MODULES: 'hotline' });
    try {
      const admin = await suite.as('admin');
      expect((await admin.list('/modules')).map(({ id }) => id)).toEqual(['hotline']);
      expect((await admin.get('/revisit/tasks')).status).toBe(404);
    } finally {
      await suite.running.close();
    }
  });
});
