/** The revisit module's figures from the active pack, and days and times of day where the callers sit. */
import { Injectable } from '@nestjs/common';
import { Calendars } from '@bihuan/calendars';
import type { WorkingCalendar } from '@bihuan/domain';
import { Policies } from '@bihuan/policies';
import type { RevisitSection } from './revisit.settings';

@Injectable()
export class RevisitPack {
  constructor(
    private readonly policies: Policies,
    private readonly calendars: Calendars,
  ) {}

  get section(): RevisitSection {
    return this.policies.section<RevisitSection>('revisit');
  }

  calendar(): Promise<WorkingCalendar> {
    return this.calendars.byCode(this.section.faultRevisit.calendar);
  }

  /** `14:05` on the callers' clock. */
  async timeOfDay(at: Date): Promise<string> {
    return (await this.calendar()).toIso(at).slice(11, 16);
  }

  async day(at: Date): Promise<string> {
    return (await this.calendar()).dateOf(at);
  }
}
