/** The hotline's figures from the active pack, and the local day of an instant. */
import { Injectable } from '@nestjs/common';
import { Policies } from '@bihuan/policies';
import { Calendars } from '@bihuan/calendars';
import type { HotlineSection } from './hotline.settings';

@Injectable()
export class HotlinePack {
  constructor(
    private readonly policies: Policies,
    private readonly calendars: Calendars,
  ) {}

  get section(): HotlineSection {
    return this.policies.section<HotlineSection>('hotline');
  }

  /** `2026-09-18`: the day of an instant where the hotline sits. */
  async localDay(at: Date): Promise<string> {
    const calendar = await this.calendars.byCode(this.section.calendar);
    return calendar.dateOf(at);
  }

  /** The close of the hotline's present day, or of the next one when it is closed already (HOT-5c). */
  async closeOfDay(at: Date): Promise<Date> {
    const calendar = await this.calendars.byCode(this.section.calendar);
    const closing = calendar.closingOf(calendar.dateOf(at));
    return closing && closing > at ? closing : calendar.addWorkingDays(at, 1, true);
  }
}
