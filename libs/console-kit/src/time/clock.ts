/** A deadline as a badge needs it, and what it says at an instant (DLN-6, DLN-7). Pure. */

/** One clock of a matter; every room's deadline view fits. Instants are ISO 8601. */
export interface Clock {
  readonly stage: string;
  readonly state: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly warnAt?: string | null | undefined;
  readonly firstDueAt?: string | undefined;
  readonly metAt?: string | null | undefined;
  readonly pausedAt?: string | null | undefined;
  readonly late?: boolean | null | undefined;
  readonly provisional?: boolean | undefined;
  /** Cancelled because its matter follows another. */
  readonly merged?: boolean | undefined;
  readonly generation?: number | undefined;
  readonly policy?: string | undefined;
  readonly policyVersion?: number | undefined;
  /** Code of the calendar whose open time is counted; none for limits in elapsed time. */
  readonly calendar?: string | null | undefined;
  /** The limit counts elapsed time, whatever the calendar. */
  readonly elapsed?: boolean | undefined;
}

/** Open seconds between two instants, by whatever calendar counts. */
export type Measure = (from: Date, to: Date) => number;

export type Mood = 'calm' | 'soon' | 'late' | 'still';

export interface ClockFace {
  readonly mood: Mood;
  readonly word: 'left' | 'late' | 'paused' | 'metInTime' | 'metLate' | 'cancelled' | 'merged';
  /** Left, or over; 0 where nothing runs. */
  readonly seconds: number;
  /** Share of the limit used, 0…1. */
  readonly share: number;
}

/** Elapsed seconds, for limits that no calendar counts. */
export const elapsed: Measure = (from, to) => Math.max(0, (to.getTime() - from.getTime()) / 1_000);

const isOver = (state: string): boolean => state === 'met' || state === 'cancelled';

/** Does the clock still run or stand paused? */
export const isOpenClock = (clock: Clock): boolean => !isOver(clock.state);

/** What a clock's colour is made of, instants in milliseconds: thousands are judged at once. */
export interface Standing {
  readonly state: string;
  readonly due: number;
  readonly warn: number | undefined;
}

export const standingOf = ({ state, dueAt, warnAt }: Pick<Clock, 'state' | 'dueAt' | 'warnAt'>): Standing => ({
  state,
  due: Date.parse(dueAt),
  warn: warnAt ? Date.parse(warnAt) : undefined,
});

export function moodOf({ state, due, warn }: Standing, now: number): Mood {
  if (isOver(state) || state === 'paused') return 'still';
  if (state === 'breached' || now > due) return 'late';
  return state === 'warned' || (warn !== undefined && now >= warn) ? 'soon' : 'calm';
}

/** What the badge shows at `now`: colour from the state alone, words from the working time left. */
export function readClock(clock: Clock, now: Date, measure: Measure): ClockFace {
  const due = new Date(clock.dueAt);
  if (clock.state === 'cancelled')
    return { mood: 'still', word: clock.merged ? 'merged' : 'cancelled', seconds: 0, share: 0 };
  if (clock.state === 'met') {
    const late = clock.late ?? (clock.metAt ? new Date(clock.metAt) > due : false);
    return { mood: 'still', word: late ? 'metLate' : 'metInTime', seconds: 0, share: 1 };
  }
  const start = new Date(clock.startedAt);
  const at = clock.pausedAt ? new Date(clock.pausedAt) : now;
  const total = measure(start, due);
  const left = measure(at, due);
  const share = total === 0 ? Number(at >= due) : Math.min(1, Math.max(0, 1 - left / total));
  const mood = moodOf(standingOf(clock), now.getTime());
  if (mood === 'still') return { mood, word: 'paused', seconds: left, share };
  if (mood === 'late') return { mood, word: 'late', seconds: measure(due, now), share: 1 };
  return { mood, word: 'left', seconds: left, share };
}

/** The clock that matters most: the earliest due of those that run. */
export function nearestClock<C extends Clock>(clocks: readonly C[]): C | undefined {
  return clocks.filter(isOpenClock).sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0];
}
