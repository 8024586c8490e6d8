/** An application with a small staff, its roles and demonstration users, for tests over HTTP. */
import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { Actor, configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import type { LoggedIn, RoleData } from '@bihuan/identity-contract';
import { orgRoom, OrgSetup } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Permit } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { EdgeApp } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { DEMO_PASSWORD, identityRoom, IdentitySetup } from '../index';

@Controller('probe')
class ProbeController {
  @Authenticated()
  @Get()
  who(@Actor() actor: UserActor) {
    return { ...actor, permissions: Object.fromEntries(actor.permissions) };
  }

  @Authenticated()
  @Post()
  @HttpCode(200)
  change() {
    return { changed: true };
  }

  @Permit('clock.move')
  @Get('admin')
  admin() {
    return { admin: true };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

const title = { zh: '名', en: 'name' };
export const roles: RoleData[] = [
  {
    id: 'staff',
    title,
    grants: { 'org.duty.plan': 'own', 'org.employee.manage': 'unit' },
    positions: ['officer', 'manager'],
  },
  { id: 'planner', title, grants: { 'org.duty.plan': 'unit-and-below' }, positions: ['manager'] },
  { id: 'clock-mover', title, grants: { 'clock.move': 'all' }, positions: [] },
  { id: 'administrator', title, grants: { '*': 'all' }, positions: ['administrator'] },
];
const unit = (code: string, parent?: string) => ({
  code,
  name: code,
  function: 'hotline',
  calendar: 'c',
  ...(parent ? { parent } : {}),
});
export const people = [
  { staffNumber: '1', name: '林晓燕', unit: 'hotline', position: 'officer', officerNumber: '01', user: 'agent' },
  {
    staffNumber: '2',
    name: '吴海峰',
    unit: 'support',
    furtherUnits: ['service'],
    position: 'manager',
    head: true,
    user: 'tech-manager',
  },
  { staffNumber: '3', name: '唐磊', unit: 'company', position: 'administrator', user: 'admin' },
  { staffNumber: '4', name: '新来者', unit: 'hotline', position: 'officer' },
  { staffNumber: '5', name: '受害者', unit: 'hotline', position: 'officer', user: 'victim' },
];

export async function startStaff(): Promise<EdgeApp> {
  const edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, orgRoom, identityRoom], {
    edge: { createHttpAdapter, configureHttp },
    now: new Date('2026-09-17T00:00:00Z'),
    modules: [ProbeModule],
  });
  const { app } = edge;
  await app.get(OrgSetup).applyStructure(
    {
      units: [
        unit('company'),
        unit('hotline', 'company'),
        unit('support', 'company'),
        unit('service', 'company'),
        unit('station', 'service'),
      ],
      positions: ['officer', 'manager', 'administrator'].map((code) => ({ code, title })),
    },
    {},
  );
  await app.get(OrgSetup).addFirstPeople(people);
  const setup = app.get(IdentitySetup);
  await setup.applyRoles(roles);
  await setup.addDemoUsers(people);
  return edge;
}

export type Headers = Record<string, string>;

/** Requests of a test against the application that runs. */
export const requests = (edge: () => EdgeApp) => {
  const post = (url: string, payload: unknown = {}, headers: Headers = {}, remoteAddress = '127.0.0.1') =>
    edge().app.inject({
      method: 'POST',
      url,
      remoteAddress,
      headers: { 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(payload),
    });
  const login = (username: string, password = DEMO_PASSWORD, headers: Headers = {}, ip?: string) =>
    post('/api/auth/login', { username, password }, headers, ip);
  const session = async (username: string, password = DEMO_PASSWORD) =>
    (await login(username, password)).json<LoggedIn>();
  const probe = (headers: Headers, url = '/api/probe') => edge().app.inject({ url, headers });
  return { post, login, session, probe };
};

export const bearer = ({ accessToken }: { accessToken: string }): Headers => ({
  authorization: `Bearer ${accessToken}`,
});
