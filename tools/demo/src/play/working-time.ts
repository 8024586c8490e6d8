/** Working time of the departments, asked of the server: holidays and make-up days are its data (api.md, Calendar questions). */
import type { Person } from '../api/person';

const MINUTE = 60;

export class WorkingTime {
  constructor(private readonly admin: Person) {}

  /** So many open minutes after `start`. @param calendar code, as the unit names it */
  add(calendar: string, start: Date, minutes: number): Promise<Date> {
    return this.ask({ calendar, operation: 'add', start: start.toISOString(), seconds: minutes * MINUTE });
  }

  /** Opening of the nth working day after a day's close, 1 for the next. */
  async opening(calendar: string, close: Date, nth: number): Promise<Date> {
    const first = await this.ask({ calendar, operation: 'next-open', at: close.toISOString() });
    if (nth === 1) return first;
    return this.ask({ calendar, operation: 'add-working-days', start: first.toISOString(), days: nth - 1 });
  }

  private async ask(question: Readonly<Record<string, unknown>>): Promise<Date> {
    const { result } = await this.admin.post<{ result: string }>('/calendars/preview', question);
    return new Date(result);
  }
}
