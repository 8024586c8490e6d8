/** A customer known to every module is erased: nothing of him is left in any table, statistic or file (CUS-5). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookInto } from './support/archive';
import { traces } from './support/canary';
import { playAppeal, playComplaint, playSanction } from './support/canary-cases';
import type { Scene } from './support/canary-scene';
import { importCustomer, noteSample, playOrder, playRevisit } from './support/canary-scene';
import { complaintPath, unitsByCode } from './support/complaints';
import { playSuite } from './support/suite';

jest.setTimeout(180_000);

let scene: Scene;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-e2e-'));
  process.env['SUITE_DATA_DIR'] = folder;
  const suite = await playSuite('2026-09-17T09:00:00+08:00');
  const supervisor = await suite.as('supervisor');
  scene = {
    suite,
    supervisor,
    db: await lookInto(suite.databaseUrl),
    admin: await suite.as('admin'),
    agent: await suite.as('agent'),
    dispatcher: await suite.as('dispatcher'),
    engineer: await suite.as('engineer'),
    head: await suite.as('tech-manager'),
    manager: await suite.as('manager'),
    desk: await suite.as('regulator-desk'),
    unit: await unitsByCode(supervisor),
  };
});

afterAll(async () => {
  await scene.db.destroy();
  await scene.suite.close();
  delete process.env['SUITE_DATA_DIR'];
  await rm(folder, { recursive: true, force: true });
});

/** Columns in which his words stand must not be sampled by the planner: an erased customer would stay in its samples. */
async function sampled(places: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const place of places) {
    const [, table, columns] = / in ([a-z_]+\.[a-z_]+): (.*)$/.exec(place) ?? [];
    if (!table || !columns || table.startsWith('pg_')) continue;
    const rows = (await scene.db.query(
      `select attname from pg_attribute where attrelid = $1::regclass and attname = any($2)
         and coalesce(attstattarget, -1) <> 0 and atttypid not in ('bytea'::regtype, 'uuid'::regtype)`,
      [table, columns.split(', ')],
    )) as { attname: string }[];
    for (const { attname } of rows) found.add(`${table}.${attname}`);
  }
  return [...found].sort();
}

/** What went out by SMS is with the gateway, for which a file of the development stands. */
const left = async (): Promise<string[]> =>
  (await traces(scene.db, folder)).filter((place) => !place.includes('/outgoing/sms/'));

test('CUS-5 order, complaint, appeal, revisit, evaluation, import, files: erased in every table, statistic and file; chain whole', async () => {
  const { suite, db, admin, supervisor, manager } = scene;
  const customerId = await importCustomer(scene);
  await playOrder(scene, { customerId });
  const complaint = await playComplaint(scene, customerId);
  await playSanction(scene, complaint);
  await playAppeal(scene, customerId, complaint);
  await noteSample(scene, customerId);
  await playRevisit(scene, customerId);
  const prints = [
    `${complaintPath(complaint)}/forms/complaint-report/prints`,
    '/revisit/registers/revisit-sheet/prints',
  ];
  for (const print of prints)
    await supervisor.do(print, print.includes('registers') ? { from: '2026-09-17', to: '2026-09-18' } : {});
  await suite.clock('2026-09-18T18:00:00+08:00');

  const { body: chain } = await admin.get('/audit/verify');
  expect(chain).toMatchObject({ whole: true, waiting: 0 });
  await db.query('analyze');
  const readable = await left();
  for (const table of [
    'dispatch.work_order',
    'complaints.complaint',
    'complaints.supervision',
    'complaints.sanction',
    'complaints.circulation',
    'appraisal.sample',
    'appeals.appeal',
    'appeals.filing',
    'appeals.note',
    'appeals.known_complaint',
    'revisit.task',
    'revisit.evaluation',
    'revisit.matter',
    'customers.customer',
  ]) {
    expect(readable).toContainEqual(expect.stringContaining(` in ${table}:`));
  }
  // In what must not change he stands only under his key; what other rooms learn of him is codes.
  const plain =
    / in (audit|outbox|forms|notices|alarms|http|bullmq|privacy|identity|attachments|exchange|reporting|live)\.| in \//;
  expect(readable.filter((place) => plain.test(place))).toEqual([]);
  expect(await sampled(readable)).toEqual([]);

  await admin.do(`/customers/${customerId}/erase`, { reason: '本人书面要求' });
  await suite.clock('2026-09-18T18:01:00+08:00');
  expect(await left()).toEqual([]);
  const { body: after } = await admin.get(`/audit/verify?head=${String(chain['head'])}`);
  expect(after).toMatchObject({ whole: true, broken: [] });

  // What happened is still counted and shown, without him.
  const read = (await supervisor.get(complaintPath(complaint))).body;
  expect(read).toMatchObject({
    number: complaint['number'],
    matter: '',
    customerName: '',
    investigation: { facts: '' },
  });
  expect((await manager.get(complaintPath(complaint))).status).toBe(200);
});
