/** The appeals room over HTTP with the platform behind it, in the telecom pack with its people and their rights. */
import { alarmsRoom } from '@bihuan/alarms';
import { attachmentsRoom } from '@bihuan/attachments';
import { auditRoom } from '@bihuan/audit';
import { calendarsRoom } from '@bihuan/calendars';
import { ClockMover, clockRoom } from '@bihuan/clock';
import { customersRoom } from '@bihuan/customers';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { exchangeRoom } from '@bihuan/exchange';
import { formsRoom } from '@bihuan/forms';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { liveRoom } from '@bihuan/live';
import { mattersRoom } from '@bihuan/matters';
import { noticesRoom } from '@bihuan/notices';
import { numberingRoom } from '@bihuan/numbering';
import { Org, orgRoom, OrgSetup } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import { PACKS } from '@bihuan/packs';
import type { Scope, UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { Policies, policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { workRoom } from '@bihuan/work';
import { APPEALS_PERMISSIONS } from '@bihuan/appeals-contract';
import { manifest } from '../appeals.manifest';

const rooms = [
  ...[clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, policiesRoom, orgRoom, numberingRoom, calendarsRoom],
  ...[
    noticesRoom,
    liveRoom,
    alarmsRoom,
    workRoom,
    customersRoom,
    formsRoom,
    attachmentsRoom,
    exchangeRoom,
    mattersRoom,
    manifest,
  ],
];

export type Body = Record<string, unknown>;

export interface AppealsApp extends EdgeApp {
  /** Employee id of a demonstration user. */
  id(user: string): string;
  /** Unit id by code. */
  unit(code: string): string;
  send(
    user: string,
    method: 'GET' | 'POST',
    url: string,
    body?: object,
    headers?: object,
  ): Promise<{ status: number; body: Body }>;
  /** A call that must succeed: says what came back instead. */
  act(user: string, url: string, body?: object): Promise<Body>;
  /** Uploads a small picture of this person; answers its id. */
  upload(user: string): Promise<string>;
  clock(to: string): Promise<void>;
  run<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

interface PackPeople {
  organisation: { employees: { staffNumber: string; user?: string; position: string }[] };
  roles: { grants: Record<string, Scope>; positions: string[] }[];
}

const REACH: readonly Scope[] = ['own', 'unit', 'unit-and-below', 'all'];

/** What the pack's roles give a position. */
function permissionsOf(pack: PackPeople, position: string): Map<string, Scope> {
  const held = new Map<string, Scope>();
  for (const { grants } of pack.roles.filter(({ positions }) => positions.includes(position))) {
    for (const [name, scope] of Object.entries(grants)) {
      for (const permission of name === '*' ? Object.values(APPEALS_PERMISSIONS) : [name]) {
        const present = held.get(permission);
        if (!present || REACH.indexOf(scope) > REACH.indexOf(present)) held.set(permission, scope);
      }
    }
  }
  return held;
}

export async function appealsApp(start: string, packId = 'telecom'): Promise<AppealsApp> {
  const people = new Map<string, UserActor>();
  const edge = await edgeApp(rooms, {
    edge: { createHttpAdapter, configureHttp },
    now: new Date(start),
    settings: { pack: packId },
    actor: ({ headers }) => people.get(String(headers['x-who'])),
  });
  const org = edge.app.get(Org);
  const pack = PACKS.get(packId) as PackPeople;
  const { organisation, recipients } = edge.app.get(Policies).pack();
  await edge.app.get(OrgSetup).applyStructure(organisation, recipients);
  await edge.app.get(OrgSetup).addFirstPeople(organisation.employees);
  const employees = await org.employees();
  for (const { user, staffNumber, position } of pack.organisation.employees) {
    const employee = employees.find((one) => one.staffNumber === staffNumber);
    if (!user || !employee) continue;
    people.set(user, {
      kind: 'user',
      userId: employee.id,
      employeeId: employee.id,
      name: employee.name,
      unitId: employee.unitId,
      furtherUnitIds: employee.furtherUnitIds,
      unitsBelow: await org.unitsBelow([employee.unitId, ...employee.furtherUnitIds]),
      permissions: permissionsOf(pack, position),
    });
  }
  const units = new Map((await org.units()).map(({ code, id }) => [code, id]));
  const found = <T>(value: T | undefined, name: string): T => {
    if (value === undefined) throw new Error(`The pack has no "${name}".`);
    return value;
  };
  const send: AppealsApp['send'] = async (user, method, url, payload, headers = {}) => {
    found(people.get(user), user);
    const reply = await edge.app.inject({
      method,
      url: `/api${url}`,
      headers: { 'x-who': user, ...headers },
      ...(payload ? { payload } : {}),
    });
    return { status: reply.statusCode, body: reply.json<Body>() };
  };
  return {
    ...edge,
    send,
    id: (user) => found(people.get(user), user).employeeId,
    unit: (code) => found(units.get(code), code),
    act: async (user, url, body = {}) => {
      const answer = await send(user, 'POST', url, body);
      if (answer.status === 200 || answer.status === 201) return answer.body;
      throw new Error(`POST ${url} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    },
    upload: async (user) => {
      const boundary = 'edge';
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n`;
      const reply = await edge.app.inject({
        method: 'POST',
        url: '/api/attachments',
        headers: { 'x-who': user, 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: Buffer.from(`${head}账务系统日志截图说明\r\n--${boundary}--\r\n`),
      });
      if (reply.statusCode !== 201) throw new Error(`uploading answered ${reply.statusCode}: ${reply.body}`);
      return reply.json<{ id: string }>().id;
    },
    clock: async (to) => {
      await edge.app.get(ClockMover).moveTo(new Date(to));
    },
    run: (work) => edge.app.get(UnitOfWork).run(systemActor('test'), work),
  };
}
