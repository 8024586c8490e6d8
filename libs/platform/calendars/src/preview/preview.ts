/** Finds or compiles the calendar of a question and answers it; what is wrong with either is refused at its place. */
import { Injectable } from '@nestjs/common';
import { CalendarError, compileCalendar, type CalendarDefinition, type WorkingCalendar } from '@bihuan/domain';
import { invalidField } from '@bihuan/plugin-kit';
import { Calendars } from '../calendars';
import { answerQuestion, type CalendarAnswer } from './answer';
import type { Question } from './question.schema';

/** The field that asked for more than a calendar can reach. */
const FAR: Readonly<Record<Question['operation'], string>> = {
  add: '/seconds',
  subtract: '/seconds',
  between: '/end',
  'is-open': '/at',
  'next-open': '/at',
  'is-working-day': '/date',
  'add-working-days': '/days',
};

@Injectable()
export class PreviewHandler {
  constructor(private readonly calendars: Calendars) {}

  /** @throws CalendarError with a pointer into the question, also for a calendar that is never open */
  async run(question: Question): Promise<CalendarAnswer> {
    const calendar = await this.calendarOf(question.calendar);
    return under(
      FAR[question.operation],
      (error) => error.path === '',
      () => answerQuestion(calendar, question),
    );
  }

  private async calendarOf(given: Question['calendar']): Promise<WorkingCalendar> {
    if (typeof given !== 'string') {
      // The domain checks every field of a calendar from outside, so that its type is only a promise until then.
      return under(
        '/calendar',
        () => true,
        () => compileCalendar(given as unknown as CalendarDefinition),
      );
    }
    const calendar = await this.calendars.find(given);
    if (calendar) return calendar;
    const known = (await this.calendars.rows()).map(({ code }) => code).join(', ');
    throw invalidField('/calendar', 'unknown-calendar', `没有此日历，可选 / choose one of: ${known}`);
  }
}

/** Runs a check or walk; errors that fit are said again with the pointer of the request in front. */
function under<T>(prefix: string, fits: (error: CalendarError) => boolean, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CalendarError && fits(error) ? error.under(prefix) : error;
  }
}
