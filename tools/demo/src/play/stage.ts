/** What every part of the play stands on. */
import type { Cast } from '../api/cast';
import type { Call } from '../check/call';
import type { Fate } from '../plan/fate';
import type { Agenda, MovableClock } from './agenda';
import type { WorkingTime } from './working-time';

export interface Stage {
  readonly cast: Cast;
  readonly clock: MovableClock;
  readonly agenda: Agenda;
  readonly working: WorkingTime;
  readonly seed: string;
}

/** A problem form of the day, with what is planned for it. */
export interface PlayedForm {
  readonly id: string;
  readonly number: string;
  readonly fate: Fate;
}

/** A call after it was taken. */
export interface PlayedCall {
  readonly call: Call;
  readonly contactId: string;
  readonly form?: PlayedForm;
}

const MINUTE = 60_000;

/** So many minutes after the minute the instant lies in. */
export const minutesAfter = (at: Date, minutes: number): Date =>
  new Date(Math.floor(at.getTime() / MINUTE) * MINUTE + minutes * MINUTE);
