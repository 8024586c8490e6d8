/** The walk over years of open time: counting, adding, taking off and finding, in epoch milliseconds (CAL-3). */
import { CalendarError } from './calendar.errors';
import { DAY, civil } from './civil';
import type { DayRules } from './day-rules';
import { buildYear, lastNotAfter, openBefore, type YearPlan } from './year-plan';
import type { Zone } from './zone';

/** A walk longer than this is refused: it has no end that anybody waits for. */
const MAX_YEARS = 400;
const [FIRST_YEAR, LAST_YEAR] = [1, 9_998];
/** Years kept in memory a calendar; more than one walk needs. */
const KEPT_YEARS = 512;

export class OpenTime {
  private readonly years = new Map<number, YearPlan>();

  constructor(
    private readonly rules: DayRules,
    private readonly zone: Zone,
  ) {}

  /** The year of the wall clock at an instant. */
  yearAt(instant: number): number {
    return this.planAt(instant).year;
  }

  isOpen(instant: number): boolean {
    const plan = this.planAt(instant);
    const i = lastNotAfter(plan.starts, instant);
    return i >= 0 && instant < (plan.ends[i] as number);
  }

  /** Open milliseconds in [from, to); 0 if `to` lies before. */
  between(from: number, to: number): number {
    if (to <= from) return 0;
    const [first, last] = [this.planAt(from), this.planAt(to)];
    if (last.year - first.year > MAX_YEARS) throw new CalendarError('no-end');
    let sum = openBefore(last, to) - openBefore(first, from);
    for (let year = first.year; year < last.year; year++) sum += this.plan(year).total;
    return sum;
  }

  /** The instant at which `open` (> 0) milliseconds of open time have passed; at closing it is the closing. */
  add(start: number, open: number): number {
    const first = this.planAt(start);
    let plan = first;
    let target = openBefore(plan, start) + open;
    while (target > plan.total) {
      target -= plan.total;
      plan = this.step(plan, 1, first);
    }
    // The last interval with fewer open milliseconds before it than the target; -0.5 turns ≤ into < for whole numbers.
    const i = lastNotAfter(plan.before, target - 0.5, plan.starts.length);
    return (plan.starts[i] as number) + target - (plan.before[i] as number);
  }

  /** The instant from which `open` (> 0) milliseconds of open time pass until `start`; at opening it is the opening. */
  subtract(start: number, open: number): number {
    const first = this.planAt(start);
    let plan = first;
    let target = openBefore(plan, start) - open;
    while (target < 0) {
      plan = this.step(plan, -1, first);
      target += plan.total;
    }
    const i = lastNotAfter(plan.before, target, plan.starts.length);
    return (plan.starts[i] as number) + target - (plan.before[i] as number);
  }

  /** The instant itself where open, else the next opening. */
  nextOpen(instant: number): number {
    const first = this.planAt(instant);
    let plan = first;
    let i = lastNotAfter(plan.starts, instant);
    if (i >= 0 && instant < (plan.ends[i] as number)) return instant;
    for (i += 1; i >= plan.starts.length; i = 0) plan = this.step(plan, 1, first);
    return plan.starts[i] as number;
  }

  /** The instant itself where open, else the closing before it. */
  lastOpen(instant: number): number {
    const first = this.planAt(instant);
    let plan = first;
    let i = lastNotAfter(plan.starts, instant);
    if (i >= 0 && instant < (plan.ends[i] as number)) return instant;
    for (; i < 0; i = plan.starts.length - 1) plan = this.step(plan, -1, first);
    return plan.ends[i] as number;
  }

  private planAt(instant: number): YearPlan {
    const year = civil(Math.floor((instant + this.zone.offsetAt(instant)) / DAY)).year;
    if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new CalendarError('no-end');
    const plan = this.plan(year);
    if (instant < plan.from) return this.plan(year - 1);
    return instant < plan.to ? plan : this.plan(year + 1);
  }

  private step(plan: YearPlan, direction: 1 | -1, first: YearPlan): YearPlan {
    const year = plan.year + direction;
    const far = Math.abs(year - first.year) > MAX_YEARS || year < FIRST_YEAR || year > LAST_YEAR;
    if (far || this.nothingBeyond(year, direction)) throw new CalendarError('no-end');
    return this.plan(year);
  }

  /** True where the week never opens in that direction and no named day lies there. */
  private nothingBeyond(year: number, direction: 1 | -1): boolean {
    if (this.rules.opensForEver(direction)) return false;
    const [firstDay, lastDay] = this.rules.namedSpan();
    if (direction === 1) return !(year <= civil(lastDay).year + 1);
    return !(year >= civil(firstDay).year);
  }

  private plan(year: number): YearPlan {
    const known = this.years.get(year);
    if (known) return known;
    if (this.years.size >= KEPT_YEARS) this.years.clear();
    const plan = buildYear(year, this.rules, this.zone);
    this.years.set(year, plan);
    return plan;
  }
}
