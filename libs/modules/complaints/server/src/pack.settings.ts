/** The complaints' figures from the active pack: lists, units by code, local days (PCK-1). */
import { Injectable } from '@nestjs/common';
import type { LocalDate, WorkingCalendar } from '@bihuan/domain';
import { Calendars } from '@bihuan/calendars';
import type { Unit } from '@bihuan/org';
import { Org } from '@bihuan/org';
import { Policies } from '@bihuan/policies';
import type { BusinessSetting, ChannelSetting } from './classes.settings';
import type { ComplaintsSection } from './complaints.settings';

@Injectable()
export class ComplaintsPack {
  constructor(
    private readonly policies: Policies,
    private readonly org: Org,
    private readonly calendars: Calendars,
  ) {}

  get section(): ComplaintsSection {
    return this.policies.section<ComplaintsSection>('complaints');
  }

  get timezone(): string {
    return this.policies.pack().timezone;
  }

  channel(code: string): ChannelSetting | undefined {
    return this.section.channels.find((channel) => channel.code === code);
  }

  business(code: string | null): BusinessSetting | undefined {
    return this.section.businesses.find((business) => business.code === code);
  }

  /** Zero where the policy is not an elapsed one. */
  elapsedOf(policy: string, at: Date): number {
    const { limit } = this.policies.deadlinePolicy(policy, at);
    return (MILLISECONDS[limit.unit] ?? 0) * limit.value;
  }

  async unit(code: string): Promise<Unit> {
    const unit = await this.org.unitByCode(code);
    if (!unit) throw new Error(`modules.complaints.units names the unit "${code}", which does not exist.`);
    return unit;
  }

  /** Complaint centre of an intake unit: named for it or for a unit above it, else the company's. */
  async centreOf(unitId: string | undefined): Promise<Unit> {
    const { centre, centreOf } = this.section.units;
    for (let unit = unitId && (await this.org.unit(unitId)); unit; unit = await this.above(unit)) {
      const own = centreOf[unit.code];
      if (own !== undefined) return this.unit(own);
    }
    return this.unit(centre);
  }

  private async above({ parentId }: Unit): Promise<Unit | undefined> {
    return parentId ? this.org.unit(parentId) : undefined;
  }

  async calendarOf(unitId: string): Promise<WorkingCalendar> {
    return this.calendars.byCode(await this.org.calendarOf(unitId));
  }

  /** RD-16: the close of the day on which an instant lies, or of the next day that is worked. */
  async closeOfDay(unitId: string, at: Date): Promise<Date> {
    const calendar = await this.calendarOf(unitId);
    return calendar.closingOf(calendar.dateOf(at)) ?? calendar.addWorkingDays(at, 1, true);
  }

  /** CMP-10: is the day after this instant closed for the unit? */
  async beforeHoliday(unitId: string, at: Date): Promise<boolean> {
    const calendar = await this.calendarOf(unitId);
    return !calendar.isWorkingDay(nextDay(calendar.dateOf(at)));
  }
}

const MILLISECONDS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function nextDay(date: LocalDate): LocalDate {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
