/** A time zone as stretches of constant offset, so that wall-clock windows become exact instants (CAL-3). */
import { IANAZone } from 'luxon';
import { CalendarError } from './calendar.errors';
import { DAY, MINUTE, civil, dayNumber } from './civil';

/** A stretch [from, to) of instants in which the wall clock is the instant plus `offset`; all in milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Years kept in memory a zone; more than any walk needs. */
const KEPT_YEARS = 1_024;

export class Zone {
  private readonly years = new Map<number, readonly Stretch[]>();
  private readonly iana: IANAZone;

  constructor(readonly name: string) {
    this.iana = IANAZone.create(name);
    if (!this.iana.isValid) throw new CalendarError('bad-timezone', '/timezone');
  }

  /** Stretches that cover the year and some days before and after it. */
  stretches(year: number): readonly Stretch[] {
    const known = this.years.get(year);
    if (known) return known;
    if (this.years.size >= KEPT_YEARS) this.years.clear();
    const found = this.find((dayNumber(year, 1, 1) - 4) * DAY, (dayNumber(year + 1, 1, 1) + 4) * DAY);
    this.years.set(year, found);
    return found;
  }

  /** Wall clock minus UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number {
    for (const stretch of this.stretches(civil(Math.floor(instant / DAY)).year)) {
      if (instant < stretch.to) return stretch.offset;
    }
    throw new RangeError(`instant ${instant} lies outside its own year`);
  }

  /**
   * The instant at which the wall clock shows `wall` (milliseconds as if UTC). A time shown twice means the first; a
   * time that is skipped is as much later as the clock jumped, as in ISO libraries.
   */
  instantOf(wall: number): number {
    const stretches = this.stretches(civil(Math.floor(wall / DAY)).year);
    let before = stretches[0] as Stretch;
    for (const stretch of stretches) {
      const instant = wall - stretch.offset;
      if (instant < stretch.from) break;
      before = stretch;
      if (instant < stretch.to) return instant;
    }
    return wall - before.offset;
  }

  /** True where no clock is moved on the day, the one before and the one after. */
  isSteadyAround(day: number): boolean {
    const stretches = this.stretches(civil(day).year);
    if (stretches.length === 1) return true;
    const [from, to] = [(day - 2) * DAY, (day + 3) * DAY];
    return stretches.some((stretch) => stretch.from <= from && to <= stretch.to);
  }

  /**
   * Adds to `out` all instants whose wall clock lies in [from, to). What the clock skips is not there, what it shows
   * twice is there twice.
   */
  project(from: number, to: number, stretches: readonly Stretch[], out: number[]): void {
    for (const stretch of stretches) {
      const start = Math.max(from - stretch.offset, stretch.from);
      const end = Math.min(to - stretch.offset, stretch.to);
      if (start < end) out.push(start, end);
    }
  }

  private find(from: number, to: number): Stretch[] {
    const offset = (instant: number): number => Math.round(this.iana.offset(instant) * MINUTE);
    const found: Stretch[] = [];
    let start = from;
    let current = offset(from);
    for (let day = from; day < to; day += DAY) {
      const next = offset(day + DAY);
      if (next === current) continue;
      let [low, high] = [day, day + DAY];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (offset(middle) === current) low = middle;
        else high = middle;
      }
      found.push({ from: start, to: high, offset: current });
      start = high;
      current = next;
    }
    found.push({ from: start, to, offset: current });
    return found;
  }
}

const zones = new Map<string, Zone>();

/** The zone of that name, shared by all calendars: a zone is data that never changes. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const zone = new Zone(name);
  zones.set(name, zone);
  return zone;
}
