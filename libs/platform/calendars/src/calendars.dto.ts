/** Bodies of the calendar routes (CAL-1, CAL-4). */
import { z } from 'zod';

const windows = z.array(z.tuple([z.string(), z.string()]));
const weekly = z.record(z.string(), windows);
const dates = z.array(z.string());

/** A calendar written over; the week's and the days' own rules are checked by the domain. */
export const changeCalendarSchema = z.strictObject({
  version: z.int().optional(),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).optional(),
  timezone: z.string().optional(),
  weekly,
  worksOnHolidays: z.boolean().optional(),
  changes: z.array(z.strictObject({ from: z.string(), weekly })).optional(),
  holidays: dates.optional(),
  recurringHolidays: dates.optional(),
  specialDays: z.record(z.string(), windows).optional(),
  breaks: z.record(z.string(), windows).optional(),
});

export type ChangeCalendar = z.output<typeof changeCalendarSchema>;

/** A year's holiday notice: all its days, which take the place of those stored for the year. */
export const holidayNoticeSchema = z
  .strictObject({
    year: z.int().min(1949).max(9999),
    /** False: a draft, the year stays unconfirmed. */
    confirmed: z.boolean().default(true),
    source: z.string().min(1).max(200),
    days: z
      .array(
        z.strictObject({ date: z.iso.date(), kind: z.enum(['holiday', 'workday']), name: z.string().min(1).max(50) }),
      )
      .min(1)
      .max(366),
  })
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    value.days.forEach(({ date }, index) => {
      const refuse = (code: string, zh: string, en: string) =>
        issues.push({
          code: 'custom',
          input: date,
          path: ['days', index, 'date'],
          message: en,
          params: { code, zh, en },
        });
      if (Number(date.slice(0, 4)) !== value.year) {
        refuse('other-year', `${date} 不在 ${value.year} 年`, `${date} does not lie in ${value.year}`);
      }
      if (seen.has(date)) refuse('date-twice', `${date} 重复`, `${date} comes twice`);
      seen.add(date);
    });
  });

export type HolidayNotice = z.output<typeof holidayNoticeSchema>;
