/** The clocks' real parts on a fresh database, with a small calendar and a few policies; people are told into a table. */
import type { DataSource } from 'typeorm';
import { auditRoom, Recorder, Timeline } from '@bihuan/audit';
import type { Clock } from '@bihuan/clock';
import { ClockMover, clockRoom, ManualClock, Pumps, realNow, SystemClock } from '@bihuan/clock';
import { createDataSource, UnitOfWork, WakeBus } from '@bihuan/database';
import type { Transaction } from '@bihuan/database';
import { compileCalendar, type CalendarDefinition, type WorkingCalendar } from '@bihuan/domain';
import { Live } from '@bihuan/live';
import { InHand, outboxRoom, Publisher } from '@bihuan/outbox';
import type { Manifest, Subject } from '@bihuan/plugin-kit';
import { Deployment, systemActor } from '@bihuan/plugin-kit';
import { DataKeys, privacyRoom } from '@bihuan/privacy';
import { testRooms, testSettings } from '@bihuan/testing-harness';
import { alarmsMigrations } from '../alarms.migrations';
import { DeadlineChanges } from '../changes';
import { Deadlines } from '../deadlines';
import { GroupAttempts } from '../fire/attempts';
import { DeadWorkers } from '../fire/deaths';
import { StepEffects } from '../fire/effects';
import { Firing } from '../fire/firing';
import { FiringGroup } from '../fire/group';
import { OwnSteps } from '../fire/own-steps';
import { ParkedSteps } from '../fire/parked';
import { Repeats } from '../fire/repeats';
import { BoardQuery } from '../http/board.query';
import { DeadlineNotes } from '../notes';
import type { AlarmPolicy, CalendarSource, NoticeSender, RecipientSource } from '../ports';
import { AlarmCalls } from '../queue/alarm-calls';
import { PumpRunner } from '../queue/pump-runner';
import { SuiteQueues } from '../queue/suite-queues';
import { Sweeper } from '../queue/sweeper';
import { WorkerHost } from '../queue/worker-host';
import { Recount } from '../recount/recount';
import { DeadlineMoved, StepHandlers } from '../registries';
import { Rescheduling } from '../rescheduling';
import { ALWAYS, HANDLERS, OFFICER, POLICIES, SUPERVISOR, UNIT } from './fixtures';

export * from './fixtures';

export const ACTOR = systemActor('test');

const alarmsTables: Manifest = {
  ...clockRoom,
  id: 'alarms',
  schema: 'alarms',
  migrations: [
    ...alarmsMigrations,
    {
      name: '1760000099000-alarms-test',
      up: [
        'create schema test',
        'create table test.told (person uuid, subject uuid, template text, params jsonb, channels jsonb)',
        'create table test.chased (subject uuid, step text, n int, at timestamptz, late int, state text)',
      ],
      down: ['drop schema test cascade'],
    },
  ],
};

const told = {
  table: 'test.told',
  columns: { person: 'uuid', subject: 'uuid', template: 'text', params: 'jsonb', channels: 'jsonb' },
} as const;

export interface Told {
  person: string;
  subject: string;
  template: string;
  params: Record<string, unknown>;
  channels: string[] | null;
}

export interface Chased {
  subject: string;
  step: string;
  n: number;
  at: Date;
  late: number;
  state: string;
}

/** Everything of one process that fires and arms. */
export class Rig {
  readonly definitions = new Map<string, CalendarDefinition>([
    ['handlers', HANDLERS],
    ['always', ALWAYS],
  ]);
  private readonly compiled = new Map<CalendarDefinition, WorkingCalendar>();
  readonly policies = new Map(POLICIES.map((policy) => [policy.code, policy]));
  /** Subjects whose chase fails. */
  readonly poison = new Set<string>();
  readonly pumps = new Pumps();
  readonly handlers = new StepHandlers();
  readonly moved = new DeadlineMoved();
  readonly deployment: Deployment;
  readonly bus: WakeBus;
  readonly work: UnitOfWork;
  readonly mover: ClockMover;
  readonly calls: AlarmCalls;
  readonly deadlines: Deadlines;
  readonly own: OwnSteps;
  readonly group: FiringGroup;
  readonly inHand: InHand;
  readonly firing: Firing;
  readonly parked: ParkedSteps;
  readonly recount: Recount;
  readonly runner: PumpRunner;
  readonly queues: SuiteQueues;
  readonly sweeper: Sweeper;
  readonly host: WorkerHost;
  readonly timeline: Timeline;
  readonly board: BoardQuery;

  constructor(
    readonly db: DataSource,
    readonly url: string,
    readonly clock: Clock,
  ) {
    this.deployment = new Deployment(testSettings(url, { clock: clock.manual ? 'manual' : 'system' }), []);
    this.bus = new WakeBus(db, this.deployment);
    this.work = new UnitOfWork(db, this.clock);
    this.mover = new ClockMover(db, this.clock, this.pumps);
    const keys = new DataKeys(this.work);
    const recorder = new Recorder(keys);
    this.timeline = new Timeline(this.work, keys);
    const calendars: CalendarSource = {
      byCode: (code) => Promise.resolve(this.calendar(code)),
      read: (_tx, code) => Promise.resolve(this.calendar(code)),
    };
    const changes = new DeadlineChanges(new Publisher(keys, this.bus), calendars);
    const notes = new DeadlineNotes(recorder, new Live(this.bus), changes);
    const people: RecipientSource = {
      recipients: (role, { people: known }) =>
        Promise.resolve(known[role] ? [known[role]] : role === 'supervisor' ? [SUPERVISOR] : []),
      calendarOf: (unit) => (unit === UNIT ? 'handlers' : 'always'),
    };
    const notices: NoticeSender = {
      send: (tx, { subject: about, to, template, params, channels }) => {
        for (const person of to) {
          tx.append(told, { person, subject: about.id, template, params, channels: channels ?? null });
        }
        return Promise.resolve();
      },
    };
    this.calls = new AlarmCalls(this.clock, this.bus);
    const rescheduling = new Rescheduling(calendars, people, this.calls);
    this.deadlines = new Deadlines(
      this.work,
      { deadlinePolicy: (code) => this.policies.get(code) as AlarmPolicy },
      calendars,
      people,
      rescheduling,
      notes,
    );
    const effects = new StepEffects(notes, people, this.handlers);
    const repeats = new Repeats(calendars, rescheduling);
    this.group = new FiringGroup(effects, notices);
    const attempts = new GroupAttempts(this.work, this.group);
    this.own = new OwnSteps(this.work, attempts, repeats);
    this.inHand = new InHand(this.deployment, this.work);
    const deaths = new DeadWorkers(this.inHand, repeats);
    this.firing = new Firing(this.work, this.clock, this.own, attempts, repeats, deaths);
    this.parked = new ParkedSteps(this.work, this.calls);
    this.recount = new Recount(this.work, calendars, rescheduling, notes, this.moved);
    this.runner = new PumpRunner(this.pumps, this.clock, this.mover);
    this.queues = new SuiteQueues(this.deployment);
    this.sweeper = new Sweeper(db, this.clock, this.runner, this.queues);
    this.host = new WorkerHost(
      this.deployment,
      this.clock,
      this.bus,
      this.runner,
      this.queues,
      this.sweeper,
      this.firing,
    );
    this.board = new BoardQuery(this.work, calendars);
    this.pumps.add('alarms', { nextDue: () => this.firing.nextDue(), pump: () => this.firing.fireDue() });
    this.pumps.add('recount', { nextDue: () => Promise.resolve(null), pump: () => this.recount.recount() });
    this.handlers.add('test.chase', {
      fire: async (tx, { deadline, subject: about, step, occurrence, at, lateBySeconds }) => {
        if (this.poison.has(about.id)) throw new Error('poison');
        await tx.query('insert into test.chased values ($1, $2, $3, $4, $5, $6)', [
          about.id,
          step,
          occurrence,
          at,
          lateBySeconds,
          deadline.state,
        ]);
      },
    });
  }

  private calendar(code: string): WorkingCalendar {
    const definition = this.definitions.get(code) as CalendarDefinition;
    const known = this.compiled.get(definition) ?? compileCalendar(definition);
    this.compiled.set(definition, known);
    return known;
  }

  /** Arms a clock in a transaction of its own. */
  async arm(policy: string, about: Subject, startedAt: Date, stage = 'result') {
    return this.work.run(ACTOR, (tx) => this.armIn(tx, policy, about, startedAt, stage));
  }

  armIn(tx: Transaction, policy: string, about: Subject, startedAt: Date, stage = 'result') {
    return this.deadlines.arm(tx, {
      subject: about,
      stage,
      policy,
      startedAt,
      owner: { unitId: UNIT, employeeId: OFFICER },
      people: { officer: OFFICER },
      label: 'no. 1',
    });
  }

  in<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.work.run(ACTOR, work);
  }

  chased(about?: Subject): Promise<Chased[]> {
    return this.work.query<Chased>('select * from test.chased where $1::uuid is null or subject = $1 order by at, n', [
      about?.id ?? null,
    ]);
  }

  told(about: Subject): Promise<Told[]> {
    return this.work.query<Told>('select * from test.told where subject = $1', [about.id]);
  }

  /** Actions and their instants in the subject's timeline. */
  async history(about: Subject): Promise<string[]> {
    const items = await this.timeline.of(about);
    return items.map(({ action, at }) => `${action} ${at.toISOString()}`);
  }

  /** Another process on the same database, with a clock of its own where one is given. */
  async another(clock?: Clock): Promise<Rig> {
    const db = createDataSource(this.url, [], 6);
    await db.initialize();
    return new Rig(db, this.url, clock ?? (this.clock.manual ? new ManualClock(db.manager) : this.clock));
  }

  async stop(): Promise<void> {
    await this.inHand.onApplicationShutdown();
    await this.bus.onApplicationShutdown();
    await this.db.destroy();
  }
}

/** A process on a fresh database; the manual clock stands at `now`, without it the system clock runs. */
export async function freshRig(now?: Date): Promise<{ rig: Rig; close(): Promise<void> }> {
  const rooms = await testRooms([clockRoom, privacyRoom, auditRoom, outboxRoom, alarmsTables], now ?? realNow());
  await rooms.db.query('insert into clock.manual_clock (now) values ($1)', [now ?? realNow()]);
  const clock = now ? new ManualClock(rooms.db.manager) : new SystemClock();
  const rig = new Rig(rooms.db, rooms.deployment.settings.databaseUrl, clock);
  return {
    rig,
    async close() {
      await rig.inHand.onApplicationShutdown();
      await rig.bus.onApplicationShutdown();
      await rooms.close();
    },
  };
}
