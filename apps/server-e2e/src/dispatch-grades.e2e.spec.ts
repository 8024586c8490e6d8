/** Repairs of the ATM maker: graded by the technical manager, the month's report; licences (DSP-7, ORG-3a; atm-5s4e). */
import { randomUUID } from 'node:crypto';
import { complaintOrderRequested, formOrderRequested } from '@bihuan/events';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import { DataKeys } from '@bihuan/privacy';
import { readPdf } from '@bihuan/testing-kit';
import { clockOf, openOrder, orderPath, readOrder, workThrough } from './support/dispatch';
import { local } from './support/hotline';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

let suite: PlayedSuite;
let agent: Person;
let dispatcher: Person;
let engineer: Person;
let manager: Person;
let admin: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00', { SUITE_MODULES: 'dispatch' });
  const users = ['agent', 'dispatcher', 'engineer', 'tech-manager', 'admin'];
  [agent, dispatcher, engineer, manager, admin] = (await Promise.all(users.map((user) => suite.as(user)))) as [
    Person,
    Person,
    Person,
    Person,
    Person,
  ];
});

afterAll(() => suite.close());

const settled = async (): Promise<void> => suite.clock(String((await admin.get('/clock')).body['now']));

const repaired = async (more: Json = {}): Promise<Json> => {
  const order = await openOrder(agent, { productLine: 'atm', region: '', ...more });
  await dispatcher.do(`${orderPath(order)}/dispatch`, { assigneeId: engineer.employeeId });
  await workThrough(engineer, order, '读卡器磨损');
  return readOrder(dispatcher, order);
};

describe('SYS-16 grades', () => {
  let order: Json;

  test('SYS-16 DSP-7 a repair is not closed ungraded; the technical manager is asked for the grade as soon as it is solved', async () => {
    order = await repaired();
    expect(order).toMatchObject({ state: 'fed-back', gradeRequired: true, grade: null });
    expect(order['allowedActions']).not.toContain('close');
    const refused = await dispatcher.post(`${orderPath(order)}/close`);
    expect([refused.status, refused.body['code'], refused.body['state']]).toEqual([
      409,
      'repair-not-graded',
      'fed-back',
    ]);
    const tasks = (await manager.list('/work')).filter(({ kind }) => kind === 'dispatch.grade');
    expect(tasks).toMatchObject([{ number: order['number'] }]);
  });

  test('SYS-16 DSP-7 nobody but the technical manager grades, and only with a grade of the pack', async () => {
    for (const person of [engineer, dispatcher, agent]) {
      expect((await person.post(`${orderPath(order)}/grade`, { grade: 2 })).status).toBe(403);
    }
    const unknown = await manager.post(`${orderPath(order)}/grade`, { grade: 5 });
    expect([unknown.status, (unknown.body['errors'] as Json[])[0]?.['pointer']]).toEqual([422, '/grade']);
    const graded = await manager.do(`${orderPath(order)}/grade`, { grade: 2, gravity: 3, text: '主板级' });
    expect(graded).toMatchObject({ grade: { grade: 2, by: { name: '吴海峰' } }, gravity: 3 });
    expect((await manager.list('/work')).filter(({ kind }) => kind === 'dispatch.grade')).toEqual([]);
    expect(await dispatcher.do(`${orderPath(order)}/close`)).toMatchObject({ state: 'closed' });
  });

  test('DSP-7 the grade goes into the appraisal, the order to the revisit with its grade', async () => {
    await settled();
    const waiting = await admin.list('/hand-offs');
    const of = (name: string) => waiting.filter(({ event }) => event === name).map(({ payload }) => payload);
    expect(of('dispatch.repair.graded.v1')).toMatchObject([
      { number: order['number'], engineerId: engineer.employeeId, grade: 2, weight: 3, gradedById: manager.employeeId },
    ]);
    expect(of('dispatch.work-order.concluded.v1')).toMatchObject([
      { number: order['number'], repair: true, faultGrade: 2, engineerName: '陈志强', source: null },
    ]);
  });

  test('SYS-16 DSP-7 the month’s form 11 counts by engineer and grade with weights 4-3-2-1', async () => {
    const further = await repaired();
    await manager.do(`${orderPath(further)}/grade`, { grade: 1 });
    await suite.clock('2026-10-01T00:30:00+08:00');
    const late = await repaired();
    await manager.do(`${orderPath(late)}/grade`, { grade: 4 });
    const month = '/dispatch/registers/fault-grades.pdf?from=2026-09-01&to=2026-09-30';
    const { status, bytes } = await manager.pdf(month);
    expect(status).toBe(200);
    const text = (await readPdf(bytes)).map((page) => page.text).join('');
    expect(text).toContain('故障等级月报');
    expect(text).toContain('第一联总经理');
    expect(text).toContain('陈志强110027');
    expect(text).toContain('合计110027');
    expect(text).toContain('技术经理：吴海峰');
    expect((await (await suite.as('manager')).pdf(month)).status).toBe(200);
    expect((await engineer.pdf(month)).status).toBe(403);
  });
});

describe('SYS-26 licences', () => {
  const certificate = {
    productLines: ['atm'],
    issuedOn: '2026-10-01',
    expiresOn: '2026-10-08',
    training: { date: '2026-09-28' },
    test: { date: '2026-09-29', examiner: '用户服务部', mark: 88 },
  };

  test('SYS-26 ORG-3a a licence counts to its last day and not a day longer, in the suggestion and by hand', async () => {
    const unit = (await agent.list('/units')).find(({ code }) => code === 'technical-support');
    const hr = await suite.as('hr');
    const novice = await hr.do('/employees', {
      staffNumber: '2999',
      name: '新人甲',
      unitId: unit?.['id'],
      position: 'support-engineer',
    });
    const names = async (order: Json) =>
      ((await dispatcher.get(`${orderPath(order)}/candidates`)).body.data ?? []).map(({ name }) => name);
    const order = await openOrder(agent, { productLine: 'atm', region: '' });
    expect(await names(order)).not.toContain('新人甲');
    const sending = { assigneeId: novice['id'] };
    const refused = await dispatcher.post(`${orderPath(order)}/dispatch`, sending);
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('上岗证')]);
    // Without training and test there is no licence (ORG-3b).
    const untested = { productLines: ['atm'], issuedOn: '2026-10-01', expiresOn: '2026-10-08' };
    expect((await hr.post(`/employees/${String(novice['id'])}/certificates`, untested)).status).toBe(422);
    const failed = await hr.post(`/employees/${String(novice['id'])}/certificates`, {
      ...certificate,
      test: { ...certificate.test, mark: 59 },
    });
    expect([failed.status, failed.body['code']]).toEqual([422, 'test-not-passed']);
    await hr.do(`/employees/${String(novice['id'])}/certificates`, certificate);
    await suite.clock('2026-10-08T23:00:00+08:00');
    expect(await names(order)).toContain('新人甲');
    await suite.clock('2026-10-09T00:00:00+08:00');
    expect(await names(order)).not.toContain('新人甲');
    expect((await dispatcher.post(`${orderPath(order)}/dispatch`, sending)).status).toBe(422);
  });
});

describe('DSP-1b orders out of other matters', () => {
  /** Tells what another module would tell. */
  async function tell(event: 'form' | 'complaint', number: string, matterId = randomUUID()): Promise<string> {
    const { app } = suite.running;
    const [work, publisher, keys] = [UnitOfWork, Publisher, DataKeys].map((part) =>
      app.get<unknown>(part, { strict: false }),
    ) as [UnitOfWork, Publisher, DataKeys];
    await work.run(systemActor('test'), async (tx) => {
      const keyId = keys.create(tx, null);
      const values = { customerName: '李秀英', phone: '13900001111', description: '出钞口卡死' };
      const common = {
        number,
        requestedAt: tx.now.toISOString(),
        customerId: null,
        siteId: null,
        unitId: null,
        officerId: agent.employeeId,
        keyId,
      };
      if (event === 'form') {
        const wishedFor = '2026-10-10T15:00:00+08:00';
        const subject = { module: 'hotline', kind: 'problem-form', id: matterId };
        const personal = { keyId, values: { ...values, site: '城东支行' } };
        await publisher.publish(tx, formOrderRequested, subject, { ...common, wishedFor }, personal);
      } else {
        const subject = { module: 'complaints', kind: 'complaint', id: matterId };
        const payload = { ...common, priority: 'urgent' };
        await publisher.publish(tx, complaintOrderRequested, subject, payload, { keyId, values });
      }
    });
    await settled();
    return matterId;
  }

  const ordersOf = async (number: string): Promise<Json[]> => {
    const lines = await dispatcher.list('/dispatch/work-orders?filter[state]=all&page[size]=200');
    const orders = await Promise.all(lines.map((line) => readOrder(dispatcher, line)));
    return orders.filter(({ sourceOf }) => (sourceOf as Json | null)?.['number'] === number);
  };

  test('DSP-1b HOT-9d a problem form makes one order with the customer’s own time, a complaint an urgent follow-up', async () => {
    const formId = await tell('form', '20261009010001');
    const [order, ...more] = await ordersOf('20261009010001');
    expect(more).toEqual([]);
    expect(order).toMatchObject({
      state: 'drafted',
      type: 'fault-repair',
      source: 'problem-form',
      sourceOf: { module: 'hotline', kind: 'problem-form', id: formId },
      customerName: '李秀英',
      phone: '13900001111',
      site: '城东支行',
      officer: { name: '林晓燕' },
      intakeUnit: { name: '800热线' },
    });
    expect(local(clockOf(order as Json, 'requested-time')['dueAt'])).toBe('2026-10-10 15:00');
    await tell('complaint', 'TS20261009001');
    expect(await ordersOf('TS20261009001')).toMatchObject([
      { type: 'complaint-follow-up', source: 'complaint', priority: 'urgent', gradeRequired: false },
    ]);
  });
});
