/** A calendar changed: open deadlines that run by it are counted anew in the background, in batches (CAL-4). */
import { Injectable } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineRow } from '../data/deadline.row';
import { DEADLINE_COLUMNS, OPEN } from '../data/deadline.row';
import { DeadlineNotes } from '../notes';
import { CalendarSource } from '../ports';
import { DeadlineMoved } from '../registries';
import { Rescheduling } from '../rescheduling';

const BATCH = 200;

/**
 * A process may still arm by the calendar it compiled before the change; after this much real time all have read it
 * again, and a second look finds what slipped through, milliseconds.
 */
const SETTLED = 90_000;

const noted = {
  table: 'alarms.recount',
  columns: { calendar: 'text', after_id: 'uuid', looks: 'int', not_before: 'timestamptz' },
  suffix: 'on conflict (calendar) do update set after_id = null, looks = 0, not_before = excluded.not_before',
} as const;

@Injectable()
export class Recount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: CalendarSource,
    private readonly rescheduling: Rescheduling,
    private readonly notes: DeadlineNotes,
    private readonly listeners: DeadlineMoved,
  ) {}

  /** Notes, in the transaction of the change, that these calendars' deadlines are to be counted anew. */
  note(tx: Transaction, calendars: readonly string[]): void {
    for (const calendar of calendars) {
      tx.append(noted, { calendar, after_id: null, looks: 0, not_before: realNow() });
    }
  }

  /** Counts a batch; answers how many deadlines were looked at. One process at a time a calendar. */
  async recount(): Promise<number> {
    return this.work.run(systemActor('deadlines'), async (tx) => {
      const [due] = await tx.query<{ calendar: string; after_id: string | null; looks: number }>(
        `select calendar, after_id, looks from alarms.recount where not_before <= $1
         order by not_before limit 1 for update skip locked`,
        [realNow()],
      );
      if (!due) return 0;
      const { free, last, ended } = await lockNext(tx, due.calendar, due.after_id);
      const calendar = await this.calendars.read(tx, due.calendar);
      const before = new Map(free.map((row) => [row.id, row]));
      for (const after of await this.rescheduling.recount(tx, free, calendar)) {
        await this.tell(tx, before.get(after.id) as DeadlineRow, after);
      }
      await goOn(tx, due, { last, ended });
      return free.length;
    });
  }

  private async tell(tx: Transaction, before: DeadlineRow, after: DeadlineRow): Promise<void> {
    const { subject, stage } = await this.notes.noted(tx, after, 'deadline-moved', {
      reason: 'calendar-changed',
      calendar: after.calendar,
      from: before.due_at,
      dueAt: after.due_at,
      warnAt: after.warn_at,
    });
    if (before.due_at.getTime() === after.due_at.getTime()) return;
    const move = { subject, stage, from: before.due_at, dueAt: after.due_at };
    for (const listener of this.listeners.values()) await listener.moved(tx, move);
  }
}

/** The next open deadlines of a calendar, locked, up to the first that a use case holds just now. */
async function lockNext(tx: Transaction, calendar: string, after: string | null) {
  const parameters = [calendar, after];
  const next = await tx.query<{ id: string }>(
    `select id from alarms.deadline d where d.calendar = $1 and ($2::uuid is null or d.id > $2) and ${OPEN}
     order by id limit ${BATCH}`,
    parameters,
  );
  const ids = next.map(({ id }) => id);
  const rows = await tx.query<DeadlineRow>(
    `select ${DEADLINE_COLUMNS} from alarms.deadline d where d.id = any($1) and ${OPEN}
     order by id for update skip locked`,
    [ids],
  );
  const got = new Set(rows.map(({ id }) => id));
  const held = await tx.query<{ id: string }>(
    `select id from alarms.deadline d where d.id = any($1) and ${OPEN} order by id`,
    [ids.filter((id) => !got.has(id))],
  );
  const stop = held[0]?.id;
  const free = rows.filter(({ id }) => stop === undefined || id < stop);
  const passed = ids.filter((id) => stop === undefined || id < stop);
  return { free, last: passed.at(-1) ?? after, ended: stop === undefined && ids.length < BATCH };
}

async function goOn(
  tx: Transaction,
  { calendar, looks }: { readonly calendar: string; readonly looks: number },
  { last, ended }: { readonly last: string | null; readonly ended: boolean },
): Promise<void> {
  if (!ended) await tx.query('update alarms.recount set after_id = $2 where calendar = $1', [calendar, last]);
  else if (looks > 0) await tx.query('delete from alarms.recount where calendar = $1', [calendar]);
  else {
    await tx.query('update alarms.recount set after_id = null, looks = 1, not_before = $2 where calendar = $1', [
      calendar,
      new Date(realNow().getTime() + SETTLED),
    ]);
  }
}
