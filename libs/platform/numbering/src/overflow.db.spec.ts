/** The whole way of an overflow: number, administrator, inbox (NUM-1, NTF-1). */
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { noticesRoom } from '@bihuan/notices';
import { orgRoom, OrgSetup } from '@bihuan/org';
import { outboxRoom } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import { Policies, policiesRoom } from '@bihuan/policies';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { Numbering } from './numbering';
import { numberingRoom } from './numbering.manifest';

const now = new Date('2026-09-17T08:00:00+08:00');
const rooms = [
  clockRoom,
  privacyRoom,
  auditRoom,
  outboxRoom,
  httpRoom,
  policiesRoom,
  orgRoom,
  noticesRoom,
  numberingRoom,
];

let edge: EdgeApp;
beforeAll(async () => {
  edge = await edgeApp(rooms, { edge: { configureHttp, createHttpAdapter }, now });
  const { organisation, recipients } = edge.app.get(Policies).pack();
  const setup = edge.app.get(OrgSetup);
  await setup.applyStructure(organisation, recipients);
  await setup.addFirstPeople(organisation.employees);
});
afterAll(() => edge.close());

it('NUM-1 the administrator gets one notice with the number that outgrew its width', async () => {
  await edge.db.query("insert into numbering.counter (scope, value) values ('problem-form/20260917/01', 998)");
  const next = () =>
    edge.app
      .get(UnitOfWork)
      .run(systemActor('test'), (tx) => edge.app.get(Numbering).next(tx, 'problem-form', { officer: '01', at: now }));
  expect([await next(), await next(), await next()]).toEqual(['2026091701999', '20260917011000', '20260917011001']);
  const notices: unknown = await edge.db.query(
    `select e.name, n.text_zh from notices.notice n join org.employee e on e.id = n.employee_id`,
  );
  expect(notices).toEqual([{ name: '唐磊', text_zh: expect.stringContaining('20260917011000') }]);
});
