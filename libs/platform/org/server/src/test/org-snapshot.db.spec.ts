/** A snapshot that was being read while the organisation changed is not kept (ORG-1, IDN-2: rights follow at once). */
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import { systemActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { EdgeApp } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { Org, orgRoom, OrgSetup } from '../index';
import { sample, sampleRecipients } from './sample.organisation';

let edge: EdgeApp;
let org: Org;

beforeAll(async () => {
  edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, orgRoom], {
    edge: { createHttpAdapter, configureHttp },
    now: new Date('2026-09-17T00:00:00Z'),
  });
  org = edge.app.get(Org);
  await edge.app.get(OrgSetup).applyStructure(sample, sampleRecipients);
}, 60_000);

afterAll(() => edge.close());

/** Waits until somebody waits for the table that is locked, and nobody reads anything else. */
async function onlyTheLockIsWaitedFor(): Promise<void> {
  for (;;) {
    const [row] = await edge.db.query<[{ waiting: number; reading: number }]>(
      `select count(*) filter (where wait_event_type = 'Lock')::int as waiting,
              count(*) filter (where wait_event_type is distinct from 'Lock' and query like '%org.employee%')::int as reading
       from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`,
    );
    if (row.waiting > 0 && row.reading === 0) return;
  }
}

test('ORG-1 who was added while a snapshot was being read is known as soon as the addition is committed', async () => {
  const work = edge.app.get(UnitOfWork);
  const lock = edge.db.createQueryRunner();
  await lock.startTransaction();
  await lock.query('lock table org.recipient in access exclusive mode');
  const before = org.employees();
  await onlyTheLockIsWaitedFor();
  await work.run(systemActor('test'), async (tx) => {
    await tx.query(
      `insert into org.employee (id, staff_number, name, unit_id, position)
       select gen_random_uuid(), '77', '新人', id, 'engineer' from org.unit where code = 'hotline'`,
    );
    await org.changed(tx);
  });
  await lock.commitTransaction();
  await lock.release();
  expect((await before).map(({ staffNumber }) => staffNumber)).toEqual([]);
  expect((await org.employees()).map(({ staffNumber }) => staffNumber)).toEqual(['77']);
  expect((await org.employees()).map(({ staffNumber }) => staffNumber)).toEqual(['77']);
});
