/** The clocks' own steps on the system clock: states first and at once, told afterwards, each once (DLN-2, DLN-7; reliability.md R10). */
import { realNow } from '@bihuan/clock';
import type { Subject } from '@bihuan/plugin-kit';
import { freshRig, subject, type Rig } from '../test/rig';
import { claimUntold } from './claim.sql';

const SECOND = 1_000;
const ago = (seconds: number) => new Date(realNow().getTime() - seconds * SECOND);

jest.setTimeout(60_000);

let rig: Rig;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ rig, close } = await freshRig());
  rig.policies.set('own', {
    code: 'own',
    version: 1,
    limit: { unit: 'minute', value: 1 },
    warnShare: 0.5,
    steps: [{ key: 'late', at: { share: 1 }, action: 'notify', to: ['officer', 'supervisor'] }],
  });
});
afterEach(() => close());

/** Clocks that were breached so many seconds ago. */
const armBreached = async (count: number, seconds = 5): Promise<Subject[]> => {
  const forms = Array.from({ length: count }, subject);
  await rig.in(async (tx) => {
    for (const form of forms) await rig.armIn(tx, 'own', form, ago(60 + seconds));
  });
  return forms;
};

const counted = async (table: string): Promise<number> => {
  const [row] = await rig.work.query<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row?.count ?? -1;
};

const doubles = () =>
  rig.work.query(
    `select subject_id from audit.entry where action like 'deadline-%' group by subject_id, action, data ->> 'step' having count(*) > 1`,
  );

it('DLN-2 states stand before anybody is told, and stay when the worker dies in between; another tells, once', async () => {
  const forms = await armBreached(50);
  expect(await rig.own.fire()).toBe(150);
  expect(await rig.own.fire()).toBe(0);
  const [clock] = await rig.deadlines.of(forms[0] as Subject);
  expect(clock).toMatchObject({ state: 'breached', breachedAt: clock?.dueAt });
  expect(await counted("audit.entry where action = 'deadline-breached'")).toBe(0);
  expect(await counted('test.told')).toBe(0);
  // This process is gone here; the next one finds nothing due, and much to tell.
  const other = await rig.another();
  expect(await other.firing.fireDue()).toBe(0);
  expect(await counted("audit.entry where action = 'deadline-breached'")).toBe(50);
  expect(await counted("audit.entry where action = 'deadline-warned'")).toBe(50);
  expect(await counted('test.told')).toBe(100);
  await rig.firing.fireDue();
  expect(await doubles()).toEqual([]);
  expect(await counted('test.told')).toBe(100);
  const [step] = await rig.work.query<{ late: number }>(
    "select late_by_seconds as late from alarms.step where key = '@breach' limit 1",
  );
  expect(step?.late).toBeGreaterThanOrEqual(4);
  const [entry] = (await rig.timeline.of(forms[0] as Subject)).filter(({ action }) => action === 'deadline-breached');
  expect(entry).toMatchObject({ at: clock?.dueAt, data: { lateBySeconds: step?.late } });
  await other.stop();
});

it('DLN-2 many processes at once write each state once and tell each once (R10)', async () => {
  const forms = await armBreached(1_500);
  const all = [rig, await rig.another(), await rig.another()];
  await Promise.all(Array.from({ length: 12 }, (_none, at) => (all[at % all.length] as Rig).firing.fireDue()));
  await rig.firing.fireDue();
  expect(await rig.work.query('select state, told, count(*)::int from alarms.step group by 1, 2')).toEqual([
    { state: 'fired', told: true, count: 3 * forms.length },
  ]);
  expect(await doubles()).toEqual([]);
  expect(await counted("audit.entry where action = 'deadline-escalated'")).toBe(forms.length);
  expect(await counted('test.told')).toBe(2 * forms.length);
  // Whoever told them, other rooms hear of each clock in order: first the warning, then the breach.
  const heard = (change: string) => `select id, subject_id from outbox.event where payload ->> 'change' = '${change}'`;
  expect(
    await rig.work.query(
      `select 1 from (${heard('breached')}) b left join (${heard('warned')}) w using (subject_id)
       where w.id is null or w.id > b.id`,
    ),
  ).toEqual([]);
  for (const other of all.slice(1)) await other.stop();
});

it('DLN-2 one process tells at a time: another finds nothing, and tells what a teller that died had taken', async () => {
  await armBreached(10);
  const other = await rig.another();
  await rig.own.fire();
  const died = rig.in(async (tx) => {
    expect((await claimUntold(tx, 20)).steps).toHaveLength(20);
    expect(await other.own.tell()).toMatchObject({ steps: 0 });
    throw new Error('this process dies here');
  });
  await expect(died).rejects.toThrow('dies here');
  expect(await other.own.tell()).toMatchObject({ steps: 30, failures: [] });
  expect(await rig.own.tell()).toMatchObject({ steps: 0 });
  expect(await counted('test.told')).toBe(20);
  await other.stop();
});

it('DLN-2 a clock that a use case holds is left alone, and comes when it is free', async () => {
  const [held] = await armBreached(5);
  const other = await rig.another();
  await rig.in(async (tx) => {
    await tx.query('select 1 from alarms.deadline where subject_id = $1 for update', [held?.id]);
    expect(await other.own.fire()).toBe(12);
    expect(await other.own.fire()).toBe(0);
  });
  expect(await other.own.fire()).toBe(3);
  await other.stop();
});

it('DLN-7 nothing of a subject overtakes what a room does to it: what its closing ends never comes', async () => {
  const [closed, other] = [subject(), subject()];
  rig.policies.set('closing', {
    code: 'closing',
    version: 1,
    limit: { unit: 'minute', value: 1 },
    steps: [{ key: 'close', at: { share: 1 }, action: 'test.close' }],
  });
  rig.handlers.add('test.close', {
    fire: async (tx, { subject: about, at }) => void (await rig.deadlines.meet(tx, about, 'second', at)),
  });
  await rig.arm('closing', closed, ago(75));
  await rig.arm('own', closed, ago(65), 'second');
  await rig.arm('own', other, ago(65), 'second');
  await rig.firing.fireDue();
  const stage = async (form: Subject) => (await rig.deadlines.of(form)).find((one) => one.stage === 'second');
  expect(await stage(closed)).toMatchObject({ state: 'met', late: false, breachedAt: null });
  expect(await stage(other)).toMatchObject({ state: 'breached' });
  expect(await rig.history(closed)).not.toContainEqual(
    expect.stringMatching(/^deadline-(breached|escalated) .*second/),
  );
  expect((await rig.told(closed)).length).toBe(0);
  expect((await rig.told(other)).length).toBe(2);
});

it('DLN-2 what cannot be told is parked with its state written; the others are told, a person sends it again', async () => {
  const forms = await armBreached(20);
  const bad = forms[7] as Subject;
  const terms = (steps: string) =>
    rig.db.query(`update alarms.deadline set terms = jsonb_set(terms, '{steps}', ${steps}) where subject_id = $1`, [
      bad.id,
    ]);
  const [kept] = await rig.work.query<{ steps: string }>(
    "select terms -> 'steps' as steps from alarms.deadline where subject_id = $1",
    [bad.id],
  );
  await terms("'[]'");
  for (let tries = 0; tries < 5; tries++) {
    await rig.firing.fireDue();
    // Each further try waits its time.
    await rig.db.query("update alarms.step set next_at = at where state = 'fired' and not told");
  }
  expect(await counted('test.told')).toBe(38);
  expect(await rig.deadlines.of(bad)).toMatchObject([{ state: 'breached' }]);
  const [parked, ...more] = await rig.parked.list();
  expect(more).toEqual([]);
  expect(parked).toMatchObject({ subject: bad, step: 'late', attempts: 5 });
  await terms(`'${JSON.stringify(kept?.steps)}'`);
  await rig.parked.replay({ kind: 'system', name: 'test' }, parked?.id ?? '');
  await rig.firing.fireDue();
  expect(await counted('test.told')).toBe(40);
  expect(await rig.parked.list()).toEqual([]);
  expect(await doubles()).toEqual([]);
});

it('HOT-8c a repeated notice goes on with its next occurrence once it was told', async () => {
  rig.policies.set('nagging', {
    code: 'nagging',
    version: 1,
    limit: { unit: 'minute', value: 1 },
    steps: [{ key: 'nag', at: { repeat: 'opening-of-each-working-day' }, action: 'notify', to: ['officer'] }],
  });
  const form = subject();
  await rig.arm('nagging', form, ago(65));
  await rig.firing.fireDue();
  const steps = await rig.work.query<{ n: number; state: string; at: Date }>(
    "select n, state, at from alarms.step where key = 'nag' order by n",
  );
  expect(steps.map(({ n, state }) => [n, state])).toEqual([
    [0, 'fired'],
    [1, 'armed'],
  ]);
  expect(steps[1]?.at.getTime()).toBeGreaterThan(realNow().getTime());
});
