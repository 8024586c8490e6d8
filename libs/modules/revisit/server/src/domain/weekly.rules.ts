/** The week's figures, counted from the talks themselves (form 10, RVT-5, SYS-15). Pure. */
import type { RevisitSection } from '../revisit.settings';
import type { Attempt, RevisitTask } from './revisit-task.state';

export interface EngineerWeek {
  readonly name: string;
  readonly good: number;
  readonly fair: number;
  readonly poor: number;
}

export interface Week {
  /** Revisits that fell into the week, called or not. */
  readonly due: number;
  /** Revisits with at least one try. */
  readonly made: number;
  readonly reached: number;
  readonly satisfied: number;
  /** Satisfied ÷ reached; `null` where nobody was reached. */
  readonly rate: number | null;
  readonly engineers: readonly EngineerWeek[];
  readonly notWorking: readonly Talk[];
  readonly passedOn: readonly Talk[];
  readonly unsolved: readonly RevisitTask[];
  readonly opinions: readonly Talk[];
}

/** A talk of the week, as it was then. */
export interface Talk {
  readonly task: RevisitTask;
  readonly call: Attempt;
}

interface Seen {
  readonly task: RevisitTask;
  /** Talks of the week. */
  readonly calls: readonly Attempt[];
  /** The last of them that got through. */
  readonly answer: Attempt | undefined;
}

/** @param from first instant of the week @param to first instant after it */
export function weekOf(tasks: readonly RevisitTask[], from: Date, to: Date, ratings: RevisitSection['ratings']): Week {
  const seen = tasks.map((task): Seen => {
    const calls = task.attempts.filter(({ at }) => new Date(at) >= from && new Date(at) < to);
    return { task, calls, answer: calls.filter(({ reached }) => reached).at(-1) };
  });
  const called = seen.filter(({ calls }) => calls.length > 0);
  const answered = called.filter(({ answer }) => answer);
  const satisfied = answered.filter(({ answer }) => answer?.counts === true);
  /** The last talk of each that shows something. */
  const talks = (shows: (call: Attempt) => boolean): Talk[] =>
    called.flatMap(({ task, calls }) =>
      calls
        .filter(shows)
        .slice(-1)
        .map((call) => ({ task, call })),
    );
  return {
    due: seen.length,
    made: called.length,
    reached: answered.length,
    satisfied: satisfied.length,
    rate: answered.length === 0 ? null : satisfied.length / answered.length,
    engineers: engineersOf(answered, ratings),
    notWorking: talks(({ machineWorks }) => machineWorks === false),
    passedOn: talks(({ sentTo = [] }) => sentTo.length > 0),
    unsolved: tasks.filter(({ state }) => state !== 'done' && state !== 'cancelled'),
    opinions: talks(({ reached, text }) => reached && text !== ''),
  };
}

/** 好 / 中 / 差: by the rating where one was given, else by whether the customer was satisfied. */
function engineersOf(answered: readonly Seen[], ratings: RevisitSection['ratings']): EngineerWeek[] {
  const people = new Map<string, EngineerWeek>();
  for (const { task, answer } of answered) {
    if (!task.handlerId || !answer) continue;
    const present = people.get(task.handlerId) ?? { name: task.handlerName ?? '', good: 0, fair: 0, poor: 0 };
    const verdict = verdictOf(answer, ratings);
    people.set(task.handlerId, { ...present, [verdict]: present[verdict] + 1 });
  }
  return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function verdictOf(
  { rating, satisfied }: Attempt,
  { good, fair }: RevisitSection['ratings'],
): 'good' | 'fair' | 'poor' {
  if (rating !== null && rating !== undefined) return rating >= good ? 'good' : rating >= fair ? 'fair' : 'poor';
  return satisfied === 'true' ? 'good' : satisfied === 'fair' ? 'fair' : 'poor';
}

const DAY = 86_400_000;

/** ISO week of a local day: the week of its Thursday. `2026-09-17` → year 2026, week 38. */
export function isoWeek(day: string): { readonly year: number; readonly week: number } {
  const date = new Date(`${day}T00:00:00Z`);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1 };
}
