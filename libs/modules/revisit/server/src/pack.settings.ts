/** The revisit module's figures from the active pack, and the days, times and rest hours of those who call. */
import { Injectable } from '@nestjs/common';
import { Calendars } from '@bihuan/calendars';
import type { Duration, WorkingCalendar } from '@bihuan/domain';
import { Org } from '@bihuan/org';
import { commonErrors } from '@bihuan/plugin-kit';
import { Policies } from '@bihuan/policies';
import type { EvaluationSection, RevisitPlan, RevisitSection } from './revisit.settings';

@Injectable()
export class RevisitPack {
  constructor(
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly org: Org,
  ) {}

  get section(): RevisitSection {
    return this.policies.section<RevisitSection>('revisit');
  }

  get company(): { readonly zh: string; readonly en: string } {
    return this.policies.pack().company;
  }

  /** 404 where this company has no evaluation: for the outside there is no such page. */
  get evaluation(): EvaluationSection {
    const { evaluation } = this.section;
    if (!evaluation) throw commonErrors['not-found']();
    return evaluation;
  }

  /** The plan a task was made by; a pack that dropped it leaves the nearest of its kind. */
  planOf({ plan, event }: { readonly plan: string; readonly event: string }): RevisitPlan | undefined {
    const { plans } = this.section;
    return plans.find(({ code }) => code === plan) ?? plans.find((one) => one.event === event);
  }

  limitOf(policy: string, at: Date): Duration {
    return this.policies.deadlinePolicy(policy, at).limit;
  }

  /** Code of the calendar by which a plan counts: its own, or that of the unit whose people call. */
  async calendarCode(plan: RevisitPlan | undefined, unitId: string): Promise<string> {
    return plan?.calendar ?? (await this.org.calendarOf(unitId));
  }

  async calendar(plan: RevisitPlan | undefined, unitId: string): Promise<WorkingCalendar> {
    return this.calendars.byCode(await this.calendarCode(plan, unitId));
  }

  /** Id of a unit the pack names by its code. */
  async unitId(code: string): Promise<string> {
    const unit = await this.org.unitByCode(code);
    if (!unit) throw new Error(`There is no unit "${code}": the pack names it in its revisit section.`);
    return unit.id;
  }

  calendarOfUnit(unitId: string): Promise<WorkingCalendar> {
    return this.calendar(undefined, unitId);
  }
}
