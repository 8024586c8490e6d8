import { PACKS } from '@bihuan/packs';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { orgRoom, OrgSetup, Org } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp } from '@bihuan/testing-harness';
import type { Pack } from '@bihuan/policies';
import { DEMO_PASSWORD, identityRoom, IdentitySetup } from '../index';
test('pack', async () => {
  const edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, orgRoom, identityRoom], {
    edge: { configureHttp, createHttpAdapter },
    now: new Date('2026-09-17T00:00:00Z'),
  });
  const pack = (PACKS as ReadonlyMap<string, unknown>).get('atm-5s4e') as Pack;
  await edge.app.get(OrgSetup).applyStructure(pack.organisation, pack.recipients);
  await edge.app.get(OrgSetup).addFirstPeople(pack.organisation.employees);
  await edge.app.get(IdentitySetup).applyRoles(pack.roles);
  await edge.app.get(IdentitySetup).addDemoUsers(pack.organisation.employees);
  for (const { user } of pack.organisation.employees) {
    if (!user) continue;
    const a = await edge.app.inject({
      method: 'POST',
      url: '/api/auth/login',
      payload: { username: user, password: DEMO_PASSWORD },
    });
    const b = a.json();
    process.stdout.write(
      `${user} ${a.statusCode} ${b.user.name} ${b.user.position} ${Object.keys(b.permissions).length}\n`,
    );
  }
  const org = edge.app.get(Org);
  for (const u of await org.units()) process.stdout.write(`${u.code} head ${(await org.headOf(u.id))?.name}\n`);
  await edge.close();
}, 60000);
