/**
 * A connection cut before and after each step of an act and of what follows from it: begin, update, audit, outbox, commit,
 * relay add, relay mark, effect, ack. The state equals "all" or "nothing" at every look, and in the end "all", once
 * (EVT-1; R6). Nothing in the suite's code knows of it: a proxy cuts begin and commit, PostgreSQL's triggers the others.
 */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { emptyDatabase, until, tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { makeForm } from '../support/hotline';
import { logIn, type Person } from '../support/suite';
import { amount } from './support/amount';
import type { Point } from './support/points';
import { Points } from './support/points';
import type { Cut, PostgresProxy } from './support/postgres-proxy';
import { proxyTo } from './support/postgres-proxy';
import { SuiteProcess } from './support/process';

jest.setTimeout(1_200_000);

const TIMES = amount(20);
const EVENT = 'hotline.problem-form.concluded.v1';
const HEARS = 'revisit.on-problem-form-concluded';

const inside: readonly Point[] = [
  { name: 'update', table: 'hotline.problem_form', on: 'update' },
  { name: 'audit', table: 'audit.entry', on: 'insert' },
  { name: 'outbox', table: 'outbox.event', on: 'insert' },
  { name: 'relay add', table: 'outbox.delivery', on: 'insert' },
  { name: 'relay mark', table: 'outbox.event', on: 'update' },
  { name: 'effect', table: 'revisit.task', on: 'insert' },
  { name: 'ack', table: 'outbox.delivery', on: 'update', when: "new.state = 'done'" },
];
/** Of the act itself; the others are the workers'. */
const OF_THE_ACT = ['begin', 'update', 'audit', 'outbox', 'commit'];
const names = [...OF_THE_ACT, 'relay add', 'relay mark', 'effect', 'ack'];
const words: Readonly<Record<string, Cut['word']>> = { begin: 'START TRANSACTION', commit: 'COMMIT' };

const cases = Array.from({ length: TIMES }, () =>
  names.flatMap((name) => (['before', 'after'] as const).map((side) => ({ name, side }))),
).flat();

interface State {
  readonly concluded: number;
  readonly entries: number;
  readonly events: number;
  readonly relayed: number;
  readonly deliveries: number;
  readonly done: number;
  readonly tasks: number;
}

const ALL: State = { concluded: 1, entries: 1, events: 1, relayed: 1, deliveries: 1, done: 1, tasks: 1 };

/** What stands of the act and of what follows from it; one statement, so one moment. */
async function stateOf(db: DataSource, id: string): Promise<State> {
  const [state] = (await db.query(
    `select (select count(*) from hotline.problem_form where id = $1 and state = 'concluded')::int as concluded,
       (select count(*) from audit.entry where subject_id = $1 and action = 'answered')::int as entries,
       (select count(*) from outbox.event where subject_id = $1 and name = '${EVENT}')::int as events,
       (select count(*) from outbox.event where subject_id = $1 and name = '${EVENT}' and relayed)::int as relayed,
       (select count(*) from outbox.delivery where subject_id = $1 and subscriber = '${HEARS}')::int as deliveries,
       (select count(*) from outbox.delivery where subject_id = $1 and subscriber = '${HEARS}' and state = 'done')::int as done,
       (select count(*) from revisit.task where subject_id = $1)::int as tasks`,
    [id],
  )) as State[];
  return state as State;
}

/** Each transaction's part is there as a whole, or not at all, and nothing is there twice. */
function isWhole({ concluded, entries, events, relayed, deliveries, done, tasks }: State): boolean {
  const act = concluded === entries && entries === events;
  const relay = relayed === deliveries && relayed <= events;
  return act && relay && done === tasks && done <= deliveries && [concluded, deliveries, tasks].every((n) => n <= 1);
}

let db: DataSource;
let proxy: PostgresProxy;
let points: Points;
let processes: SuiteProcess[];
let [agent, engineer]: (Person | undefined)[] = [];
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await emptyDatabase('faults');
  proxy = await proxyTo(database.url);
  const worker = await SuiteProcess.start({ DATABASE_URL: database.url, SUITE_ROLE: 'worker' });
  const api = await SuiteProcess.start({ DATABASE_URL: proxy.url, SUITE_ROLE: 'api' });
  processes = [worker, api];
  db = await lookInto(database.url);
  points = await Points.make(db, inside);
  [agent, engineer] = await Promise.all([logIn(api.url, 'agent'), logIn(api.url, 'engineer')]);
  close = () => database.close();
});

afterAll(async () => {
  for (const one of processes) await one.kill();
  await proxy.close();
  await db.destroy();
  await close();
});

/** A form that only has to be answered, and whose past has been dealt with. */
async function handled(officer: Person, handler: Person): Promise<string> {
  const id = String((await makeForm(officer))['id']);
  const at = `/hotline/problem-forms/${id}`;
  await officer.do(`${at}/refer`, { customerAgreed: true });
  await handler.do(`${at}/accept`, { appointmentAt: new Date(performance.timeOrigin + 86_400_000).toISOString() });
  await handler.do(`${at}/plan`, { text: '更换读卡器' });
  await handler.do(`${at}/handle`, { text: '已更换读卡器' });
  await until('the form at rest', async () => (await open(id)) === 0, 40);
  return id;
}

/** Events and deliveries of a subject that are still to be dealt with. Wakes the worker, as any act of others does. */
async function open(id: string): Promise<number> {
  await db.query("select pg_notify('bihuan_outbox', '')");
  const [row] = (await db.query(
    `select (select count(*) from outbox.event where subject_id = $1 and not relayed)::int
          + (select count(*) from outbox.delivery where subject_id = $1 and state = 'pending')::int as count`,
    [id],
  )) as { count: number }[];
  return row?.count ?? -1;
}

/** Answers the form; where the answer says no, looks, and asks again where it was not done: as a careful client does. */
async function answer(officer: Person, id: string, looked: State[]): Promise<number> {
  for (let tries = 1; ; tries++) {
    const body = { text: '好了', satisfied: true };
    const { status } = await officer.post(`/hotline/problem-forms/${id}/answer`, body, {
      'idempotency-key': randomUUID(),
    });
    const state = await stateOf(db, id);
    looked.push(state);
    if (status === 200) expect(state.concluded).toBe(1);
    if (state.concluded === 1) return tries;
    if (tries === 20) throw new Error(`the form cannot be answered: ${status}`);
  }
}

it('EVT-1 R6 cut before or after any step, an act and what follows from it is there as a whole or not at all, in the end once', async () => {
  const [officer, handler] = [agent as Person, engineer as Person];
  let looks = 0;
  for (const { name, side } of cases) {
    const id = await handled(officer, handler);
    const word = words[name];
    if (word) proxy.arm({ word, side });
    else await points.arm(name, side, id);
    const looked: State[] = [];
    const tries = await answer(officer, id, looked);
    await until(
      `${side} ${name}: the whole`,
      async () => {
        looked.push(await stateOf(db, id));
        return (await open(id)) === 0;
      },
      60,
    );
    const reached = word ? proxy.hasCut : await points.wasReached();
    expect({ name, side, reached }).toEqual({ name, side, reached: true });
    expect({ name, side, torn: looked.filter((state) => !isWhole(state)) }).toEqual({ name, side, torn: [] });
    expect({ name, side, ...(await stateOf(db, id)) }).toEqual({ name, side, ...ALL });
    // Up to the commit nothing was done; from then on all of it was, though nobody heard of it.
    const undone = OF_THE_ACT.includes(name) && !(name === 'commit' && side === 'after');
    expect({ name, side, tries: tries > 1 }).toEqual({ name, side, tries: undone });
    looks += looked.length;
  }
  tell({ points: names.length * 2, cuts: cases.length, looks, torn: 0 });
});

it('R6 control: an act whose entry, event or effect is missing is seen as torn', async () => {
  const id = await handled(agent as Person, engineer as Person);
  expect(isWhole(await stateOf(db, id))).toBe(true);
  await db.query("update hotline.problem_form set state = 'concluded' where id = $1", [id]);
  expect(isWhole(await stateOf(db, id))).toBe(false);
  expect(isWhole({ ...ALL, done: 0 })).toBe(false);
  expect(isWhole({ ...ALL, relayed: 0 })).toBe(false);
  expect(isWhole({ ...ALL, done: 0, tasks: 0 })).toBe(true);
});
