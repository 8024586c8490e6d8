/** When nobody is called: the pack's rest hours and the customer's own (RVT-2, RD-5). Pure. */
import type { WorkingCalendar } from '@bihuan/domain';
import { revisitErrors } from '../revisit.errors';

/** Times of day `HH:MM`, half-open; a later start than end runs over midnight. */
export type RestHours = readonly (readonly [string, string])[];

/** The rest that holds at this time of day. @param time `14:05`, on the callers' clock */
export const restAt = (time: string, rest: RestHours): readonly [string, string] | undefined =>
  rest.find(([from, to]) => (from <= to ? time >= from && time < to : time >= from || time < to));

/** What the refusal says of the task: what may be done with it instead. */
export interface Instead {
  readonly state: string;
  readonly allowedActions: readonly string[];
}

/** RVT-2: no calls in rest hours. */
export function demandNoRest(time: string, rest: RestHours, instead: Instead): void {
  const resting = restAt(time, rest);
  if (resting) throw revisitErrors['rest-hours']({ params: { from: resting[0], to: resting[1] }, ...instead });
}

export const timeOfDay = (at: Date, calendar: WorkingCalendar): string => calendar.toIso(at).slice(11, 16);

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** The instant itself, or the first after it that is no rest; himself always resting, he is called at the instant. */
export function afterRest(at: Date, calendar: WorkingCalendar, rest: RestHours): Date {
  let free = at;
  for (let walked = 0; walked <= rest.length * 2; walked++) {
    const resting = restAt(timeOfDay(free, calendar), rest);
    if (!resting) return free;
    free = new Date(free.getTime() + minutesUntil(timeOfDay(free, calendar), resting[1]) * MINUTE);
    free = new Date(Math.floor(free.getTime() / MINUTE) * MINUTE);
  }
  return at;
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const minutesUntil = (from: string, to: string): number => {
  const wait = (minutes(to) - minutes(from) + DAY_MINUTES) % DAY_MINUTES;
  return wait === 0 ? DAY_MINUTES : wait;
};
