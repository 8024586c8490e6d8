/** Random lives of clocks played in the suite and in the slow model side by side (R11). */
import type { CalendarDefinition } from '@bihuan/domain';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import type { AlarmPolicy } from '../ports';
import type { Rig } from './rig';
import { ALWAYS, HANDLERS, OTHER_UNIT, shanghai, subject, UNIT } from './fixtures';
import type { SlowLimit } from './slow-clock';
import { SlowCalendar, SlowClock } from './slow-clock';

const STAGE = 'result';
const SECOND = 1_000;

export const START = shanghai('2026-09-14 08:30');
export const MIDNIGHT = shanghai('2026-09-14 00:00').getTime();
export const SPAN = 70;

const limits: readonly SlowLimit[] = [
  { unit: 'minute', value: 45 },
  { unit: 'working-hour', value: 5 },
  { unit: 'working-day', value: 2 },
  { unit: 'day', value: 1 },
];

export const policies = limits.map((limit, index): AlarmPolicy => ({
  code: `p${index}`,
  version: 1,
  limit,
  steps: [{ key: 'do', at: { share: 1 }, action: 'test.chase' }],
}));

const long = [['08:00', '20:00']] as const;

/** What the handlers' calendar is changed to. */
export const calendars: readonly CalendarDefinition[] = [
  HANDLERS,
  { ...HANDLERS, holidays: ['2026-09-16', '2026-09-17', '2026-09-22'] },
  { ...HANDLERS, weekly: { ...HANDLERS.weekly, sat: long, sun: long }, holidays: [] },
  { ...HANDLERS, weekly: { mon: long, tue: long, wed: long, thu: long, fri: long } },
  { ...HANDLERS, weekly: { ...HANDLERS.weekly, wed: [['10:00', '11:30']] }, holidays: ['2026-09-15'] },
];

export const slow: SlowCalendar[] = calendars.map((definition) => new SlowCalendar(definition, MIDNIGHT, SPAN));
const always = new SlowCalendar(ALWAYS, MIDNIGHT, SPAN);

/** A subject with its clocks, in the suite and in the model. */
class Life {
  readonly about: Subject = subject();
  readonly done: string[] = [];
  readonly clocks: SlowClock[] = [];
  private unit = UNIT;

  constructor(
    private readonly rig: Rig,
    private readonly handlers: () => SlowCalendar,
  ) {}

  get clock(): SlowClock | undefined {
    return this.clocks.at(-1);
  }

  private get calendar(): SlowCalendar {
    return this.unit === UNIT ? this.handlers() : always;
  }

  async act(tx: Transaction, now: Date, choice: number): Promise<void> {
    const { clock } = this;
    const acts: (keyof Life['acts'])[] =
      !clock || clock.ended ? ['arm', 'arm', 'none'] : ['owner', 'arm', 'close', 'none', 'none'];
    if (clock && !clock.ended) acts.push(...(['stand', 'stand', 'stand'] as const));
    const name = acts[choice % acts.length] ?? 'none';
    const what = name === 'stand' ? (clock?.stands ? 'resume' : 'pause') : name;
    await this.acts[name](tx, now, choice);
    this.done.push(`${now.toISOString()} ${what}`);
  }

  /** The calendar of its owner changed. */
  recount(): void {
    this.clock?.runBy(this.calendar);
  }

  private readonly acts = {
    /** Created, reopened, or given another priority: a new generation with the full limit. */
    arm: async (tx: Transaction, now: Date, choice: number) => {
      const index = choice % limits.length;
      if (this.clock && !this.clock.ended) this.clock.endAt(now.getTime(), false);
      const limit = limits[index] as SlowLimit;
      this.clocks.push(new SlowClock(limit, now.getTime(), this.clocks.length + 1, this.calendar));
      await this.rig.deadlines.arm(tx, {
        subject: this.about,
        stage: STAGE,
        policy: `p${index}`,
        startedAt: now,
        owner: { unitId: this.unit, employeeId: null },
      });
    },
    stand: async (tx: Transaction, now: Date) => {
      if (this.clock?.stands) {
        this.clock.resume(now.getTime());
        await this.rig.deadlines.resume(tx, this.about, STAGE);
      } else {
        this.clock?.pause(now.getTime());
        await this.rig.deadlines.pause(tx, this.about, STAGE, 'awaiting-customer');
      }
    },
    owner: async (tx: Transaction) => {
      this.unit = this.unit === UNIT ? OTHER_UNIT : UNIT;
      this.clock?.runBy(this.calendar);
      await this.rig.deadlines.changeOwner(tx, this.about, STAGE, { unitId: this.unit, employeeId: null });
    },
    close: async (tx: Transaction, now: Date) => {
      this.clock?.endAt(now.getTime(), true);
      await this.rig.deadlines.meet(tx, this.about, STAGE);
    },
    none: () => Promise.resolve(),
  };
}

interface Found {
  readonly subject: string;
  readonly generation: number;
  readonly state: string;
  readonly due: Date;
  readonly rest: number | null;
  readonly late: boolean | null;
  readonly breached: Date | null;
}

export class Stage {
  private handlers = slow[0] as SlowCalendar;
  readonly lives: Life[];
  now = START;

  private constructor(
    readonly rig: Rig,
    count: number,
  ) {
    this.lives = Array.from({ length: count }, () => new Life(rig, () => this.handlers));
  }

  /** Empties the database and puts the clock back: each history begins alike, so that a failing one can be cut short. */
  static async set(rig: Rig, count: number): Promise<Stage> {
    await rig.db.query('truncate alarms.deadline, alarms.step, alarms.recount, test.chased, test.told');
    await rig.db.query('update clock.manual_clock set now = $1', [START]);
    rig.definitions.set('handlers', HANDLERS);
    return new Stage(rig, count);
  }

  async pass(seconds: number): Promise<void> {
    this.now = new Date(this.now.getTime() + seconds * SECOND);
    await this.rig.mover.moveTo(this.now);
    this.judge();
  }

  async change(calendar: number): Promise<void> {
    this.handlers = slow[calendar] as SlowCalendar;
    this.rig.definitions.set('handlers', calendars[calendar] as CalendarDefinition);
    await this.rig.in((tx) => Promise.resolve(this.rig.recount.note(tx, ['handlers'])));
    for (const life of this.lives) life.recount();
    await this.settle();
  }

  async act(choices: readonly number[]): Promise<void> {
    await this.rig.in(async (tx) => {
      for (const [index, life] of this.lives.entries()) await life.act(tx, this.now, choices[index] ?? 0);
    });
    await this.settle();
  }

  /** Every generation of every clock, as the suite has it and as the model says it must be. */
  async compare(): Promise<void> {
    const rows = await this.rig.work.query<Found>(
      `select subject_id as subject, generation, state, due_at as due, remaining_seconds as rest, late,
         breached_at as breached from alarms.deadline order by generation`,
    );
    for (const life of this.lives) {
      const found = rows.filter((row) => row.subject === life.about.id).map(seen);
      const wanted = life.clocks.map((clock) => clock.view());
      if (JSON.stringify(found) === JSON.stringify(wanted)) continue;
      expect({ done: life.done, clocks: found }).toEqual({ done: life.done, clocks: wanted });
    }
  }

  /** Steps that came although their generation was over, while it stood, before their time, or twice. */
  async wrongSteps(): Promise<object | undefined> {
    const [row] = await this.rig.work.query<object>(
      `select count(*) filter (where s.fired_at > d.ended_at)::int as ended,
         count(*) filter (where s.fired_at < s.at)::int as early,
         count(*) filter (where exists (select 1 from jsonb_array_elements(d.pauses) p where s.at > (p ->> 'from')::timestamptz
           and s.fired_at > (p ->> 'from')::timestamptz and s.fired_at < (p ->> 'to')::timestamptz))::int as standing,
         (select count(*) from test.chased)::int - count(*) filter (where s.action = 'test.chase')::int as more,
         (select count(*) - count(distinct (e.subject_id, e.data ->> 'generation')) from audit.entry e
            where e.action = 'deadline-breached' and e.subject_id in (select subject_id from alarms.deadline))::int as twice,
         count(*) filter (where s.state = 'parked')::int as parked
       from alarms.step s join alarms.deadline d on d.id = s.deadline_id where s.state in ('fired', 'parked')`,
    );
    return row;
  }

  /** What changed hands, stood, ended and began, by kind. */
  tally(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const line of this.lives.flatMap(({ done }) => done)) {
      const name = line.split(' ')[1] ?? '';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  private async settle(): Promise<void> {
    await this.rig.mover.settle();
    this.judge();
  }

  private judge(): void {
    for (const { clock } of this.lives) clock?.at(this.now.getTime());
  }
}

const seen = ({ generation, state, due, rest, late, breached }: Found) => ({
  generation,
  // Whether it was warned is not asked here.
  state: state === 'armed' || state === 'warned' ? 'running' : state,
  due: due.toISOString(),
  rest: state === 'paused' ? rest : null,
  late,
  breached: breached !== null,
});
