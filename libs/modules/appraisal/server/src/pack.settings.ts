/** The appraisal's figures from the active pack, its days, and whom it concerns (APR-1, APR-5). */
import { Injectable } from '@nestjs/common';
import { Calendars } from '@bihuan/calendars';
import type { WorkingCalendar } from '@bihuan/domain';
import type { Employee } from '@bihuan/org';
import { Org } from '@bihuan/org';
import { Policies } from '@bihuan/policies';
import type { AppraisalSection } from './appraisal.settings';

@Injectable()
export class AppraisalPack {
  constructor(
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly org: Org,
  ) {}

  get section(): AppraisalSection {
    return this.policies.section<AppraisalSection>('appraisal');
  }

  calendar(): Promise<WorkingCalendar> {
    return this.calendars.byCode(this.section.calendar);
  }

  /** Local day: `2026-09-17`. */
  async day(at: Date): Promise<string> {
    return (await this.calendar()).dateOf(at);
  }

  /** HR's unit. */
  async ownerUnitId(): Promise<string> {
    return this.unitId(this.section.unit);
  }

  /** Whose sheets are made, by staff number. */
  async appraised(): Promise<readonly Employee[]> {
    const left = new Map<string, ReadonlySet<string>>();
    for (const { unit, exceptPositions } of this.section.appraised) {
      const except = new Set(exceptPositions);
      for (const id of await this.org.unitsBelow([await this.unitId(unit)])) left.set(id, except);
    }
    const people = await this.org.employees();
    return people
      .filter(({ unitId, position }) => left.get(unitId)?.has(position) === false)
      .sort((a, b) => (a.staffNumber < b.staffNumber ? -1 : 1));
  }

  async isAppraised({ id }: Pick<Employee, 'id'>): Promise<boolean> {
    return (await this.appraised()).some((person) => person.id === id);
  }

  /** The head of his unit; of the unit above where he is that head himself. */
  async headOf(person: Employee): Promise<Employee | undefined> {
    let unit = await this.org.unit(person.unitId);
    while (unit) {
      const head = await this.org.headOf(unit.id);
      if (head && head.id !== person.id) return head;
      unit = unit.parentId ? await this.org.unit(unit.parentId) : undefined;
    }
    return undefined;
  }

  private async unitId(code: string): Promise<string> {
    const unit = await this.org.unitByCode(code);
    if (!unit) throw new Error(`modules.appraisal names the unit "${code}", which the organisation has not.`);
    return unit.id;
  }
}
