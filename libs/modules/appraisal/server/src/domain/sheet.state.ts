/** A person's sheet of a month as its rules see it (APR-1, APR-2, APR-7). */
import type { Basis, SheetState } from '@bihuan/appraisal-contract';
import type { TemplateItem, TemplatePart } from '../template.settings';
import type { Sources } from './source.state';

export interface ScoredItem {
  readonly item: string;
  readonly points: number;
  readonly ground: string;
}

/** What one side gave, and when it was last sent. */
export interface Scores {
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly items: readonly ScoredItem[];
}

/** A released result: what is hashed and never changed (APR-7). */
export interface Result {
  readonly period: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly unit: string;
  readonly template: string;
  readonly self: Scores | null;
  readonly head: Scores | null;
  readonly sources: Sources;
  readonly scored: Scored;
  readonly text: string;
  readonly releasedAt: string;
  readonly releasedBy: { readonly id: string; readonly name: string };
}

export interface Sheet {
  readonly id: string;
  readonly version: number;
  /** `202609-1001`: month and staff number. */
  readonly number: string;
  readonly state: SheetState;
  /** A sheet is of an employee, never of a customer. */
  readonly customerId: null;
  readonly keyId: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly periodId: string;
  readonly period: string;
  readonly employeeId: string;
  readonly staffNumber: string;
  readonly employeeName: string;
  readonly unitId: string;
  readonly headId: string | null;
  /** HR: whose move the release is. */
  readonly ownerUnitId: string;
  /** When the first self score came, and when the head's was first complete (APR-5). */
  readonly selfAt: Date | null;
  readonly headAt: Date | null;
  readonly self: Scores | null;
  readonly head: Scores | null;
  /** Snapshot at the cut-off; before it the records themselves are asked. */
  readonly sources: Sources | null;
  readonly frozenAt: Date | null;
  readonly result: Result | null;
  readonly hash: string | null;
  /** Total of the released result. */
  readonly total: number | null;
  readonly releasedAt: Date | null;
}

export interface ItemScore {
  readonly points: number | null;
  readonly basis: Basis;
  readonly arithmetic: string;
  readonly undecided: 'too-few' | 'no-records' | null;
  readonly sources: readonly string[];
}

export type ScoredTemplateItem = Pick<TemplateItem, 'code' | 'title' | 'weight' | 'scoredBy'> &
  ItemScore & { readonly self: number | null; readonly selfGround: string; readonly headGround: string };

export type ScoredPart = Pick<TemplatePart, 'code' | 'title' | 'group'> & {
  readonly weight: number;
  readonly points: number | null;
  readonly items: readonly ScoredTemplateItem[];
};

export interface Totals {
  readonly uncapped: number | null;
  readonly main: number | null;
  readonly mainWeight: number;
  readonly capped: boolean;
  readonly incentive: number;
  readonly satisfaction: number | null;
  readonly hr: number | null;
  readonly total: number | null;
  readonly self: number | null;
}

export interface Scored {
  readonly parts: readonly ScoredPart[];
  readonly totals: Totals;
}
