/** An event that a module cannot take is parked for that module alone; all others, and its own others, go on (EVT-1). */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { UnitOfWork } from '@bihuan/database';
import { evaluationGiven } from '@bihuan/events';
import { Publisher } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import { lookInto } from './support/archive';
import { act, openComplaint, unitsByCode } from './support/complaints';
import { settle } from './support/revisit';
import type { Json, Person, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

let suite: PlayedSuite;
let db: DataSource;
let admin: Person;
let agent: Person;
let engineer: Person;

beforeAll(async () => {
  suite = await playSuite('2026-09-17T09:00:00+08:00');
  db = await lookInto(suite.databaseUrl);
  [admin, agent, engineer] = await Promise.all([suite.as('admin'), suite.as('agent'), suite.as('engineer')]);
});
afterAll(async () => {
  await db.destroy();
  await suite.close();
});

const count = async (sql: string, parameters: unknown[]): Promise<number> =>
  Number(((await db.query(`select count(*)::int as n from ${sql}`, parameters)) as { n: number }[])[0]?.n);

async function complaintAbout(matter: string): Promise<Json> {
  return openComplaint(agent, { kind: 'parts-delay', matter });
}

/** A complaint in handling that asks for an order. */
async function orderAskedFor(text: string): Promise<Json> {
  const supervisor = await suite.as('supervisor');
  const unit = await unitsByCode(supervisor);
  const complaint = await complaintAbout('设备报修');
  await act(supervisor, complaint, 'relay', { unitId: unit('technical-support') });
  await act(await suite.as('tech-manager'), complaint, 'acknowledge');
  await act(supervisor, complaint, 'check');
  await act(supervisor, complaint, 'dispatch', { unitId: unit('technical-support') });
  await act(engineer, complaint, 'request-order', { text });
  return complaint;
}

/** Both marks the same, so that the record's points are that number. */
async function evaluated(mark: number): Promise<Json> {
  const id = randomUUID();
  const payload = {
    evaluationId: id,
    replaces: null,
    month: '2026-09',
    item: 'after-sales',
    technicalLevel: mark,
    attitude: mark,
    engineerId: engineer.employeeId,
    unitId: null,
    divisionId: null,
    givenAt: '2026-09-17T09:00:00+08:00',
  };
  const [work, publisher] = [suite.running.app.get(UnitOfWork), suite.running.app.get(Publisher)];
  await work.run(systemActor('test'), (tx) =>
    publisher.publish(tx, evaluationGiven, { module: 'test', kind: 'evaluation', id }, payload, null),
  );
  return { id };
}

interface Case {
  readonly subscriber: string;
  readonly table: string;
  /** What the table does not take while it is broken. */
  readonly refuses: string;
  readonly poison: () => Promise<Json>;
  readonly sound: () => Promise<Json>;
  /** Its effect, by the id of the subject. */
  readonly effect: string;
}

const CASES: readonly Case[] = [
  {
    subscriber: 'appeals.on-complaint-registered',
    table: 'appeals.known_complaint',
    refuses: "matter <> '毒'",
    poison: () => complaintAbout('毒'),
    sound: () => complaintAbout('备件迟迟未到'),
    effect: 'appeals.known_complaint where id = $1',
  },
  {
    subscriber: 'dispatch.on-complaint-order-requested',
    table: 'dispatch.work_order',
    refuses: "description not like '%毒%'",
    poison: () => orderAskedFor('毒'),
    sound: () => orderAskedFor('请上门'),
    effect: 'dispatch.work_order where source_id = $1',
  },
  {
    subscriber: 'appraisal.on-evaluation-given',
    table: 'appraisal.entry',
    refuses: 'points is distinct from 130',
    poison: () => evaluated(130),
    sound: () => evaluated(120),
    effect: "appraisal.entry where natural_key = 'evaluation:' || $1::text",
  },
];

test.each(CASES)(
  'EVT-1 $subscriber: parked and listed, the others go on; sent again it has its effect, once',
  async (one) => {
    await db.query(`alter table ${one.table} add constraint broken check (${one.refuses})`);
    const poison = await one.poison();
    const sound = await one.sound();
    await settle(suite);
    const of = ({ id }: Json) => count(one.effect, [id]);
    expect([await of(poison), await of(sound)]).toEqual([0, 1]);
    const parked = await admin.list('/parked-events');
    expect(parked).toMatchObject([
      { module: one.subscriber.split('.')[0], subject: { id: poison['id'] }, state: 'parked' },
    ]);
    expect(JSON.stringify(parked[0]?.['error'])).not.toContain('毒');

    await db.query(`alter table ${one.table} drop constraint broken`);
    await admin.do(`/parked-events/${String(parked[0]?.['id'])}/replay`, {});
    await settle(suite);
    expect([await of(poison), await of(sound)]).toEqual([1, 1]);
    expect(await admin.list('/parked-events')).toEqual([]);
  },
);
