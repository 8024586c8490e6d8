/** The year an instant lies in, by the wall clock of a zone. */
import { DateTime } from 'luxon';

export const yearIn = (timezone: string, at: Date): number => DateTime.fromJSDate(at, { zone: timezone }).year;
