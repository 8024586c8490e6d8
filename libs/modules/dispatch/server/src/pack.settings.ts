/** Dispatch's figures from the active pack, and what it needs of the pack's common lists. */
import { Injectable } from '@nestjs/common';
import type { DispatchSection, OrderType } from '@bihuan/dispatch-contract';
import { Org } from '@bihuan/org';
import { Policies } from '@bihuan/policies';

/** Role of the people who are sent, where an order's type names no positions. */
const ENGINEER = 'engineer';

@Injectable()
export class DispatchPack {
  constructor(
    private readonly policies: Policies,
    private readonly org: Org,
  ) {}

  get section(): DispatchSection {
    return this.policies.section<DispatchSection>('dispatch');
  }

  /** Lists of the pack against which an order's codes are checked. */
  get lists() {
    const { productLines, faultGrades } = this.policies.pack();
    return { productLines, grades: faultGrades.map(({ grade }) => grade) };
  }

  get timezone(): string {
    return this.policies.pack().timezone;
  }

  /** Weight of a grade in the month's report (RD-7). */
  weightOf(grade: number): number {
    return this.policies.pack().faultGrades.find((entry) => entry.grade === grade)?.weight ?? 0;
  }

  grades(): readonly { readonly grade: number; readonly weight: number; readonly title: { readonly zh: string } }[] {
    return this.policies.pack().faultGrades;
  }

  /** Of an open order the pack may have lost the type since: then the most careful answer. */
  typeOf(code: string): OrderType | undefined {
    return this.section.types.find((type) => type.code === code);
  }

  /** Positions that are sent on orders of this type. */
  positionsOf(type: OrderType | undefined): readonly string[] {
    if (type && type.positions.length > 0) return type.positions;
    return this.policies.pack().roles.find(({ id }) => id === ENGINEER)?.positions ?? [];
  }

  /**
   * What a number may be made of besides its day: with the staff number of who opens the order each has a counter of
   * his own, and nobody waits for another's (NUM-1).
   */
  async numberParts(officerId: string): Promise<Readonly<Record<string, string>>> {
    const staff = (await this.org.employee(officerId))?.staffNumber.replace(/[^A-Za-z0-9_-]/g, '');
    return { staff: staff || '0' };
  }

  /** Unit that serves a region by its name, the nearest to the place; `null` where the pack names none. */
  async unitOfRegion(region: string): Promise<string | null> {
    if (!region) return null;
    const serving = this.policies.pack().organisation.units.filter(({ regions }) => regions?.includes(region));
    const above = new Set(serving.map(({ parent }) => parent));
    const nearest = serving.find(({ code }) => !above.has(code));
    return nearest ? ((await this.org.unitByCode(nearest.code))?.id ?? null) : null;
  }
}
