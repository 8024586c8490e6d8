/** DSP-7, RD-7: the month's grades by engineer, weighted. */

/** One graded repair. */
export interface GradedRepair {
  readonly engineerId: string;
  readonly engineerName: string;
  /** 1 (the gravest) to 4. */
  readonly grade: number;
  readonly managerName: string;
}

export interface GradeCounts {
  readonly g1: number;
  readonly g2: number;
  readonly g3: number;
  readonly g4: number;
  readonly total: number;
  readonly weighted: number;
}

export interface GradeRow extends GradeCounts {
  readonly engineer: string;
}

/** @param weights the gravest first */
function counted(repairs: readonly GradedRepair[], weights: readonly number[]): GradeCounts {
  const of = (grade: number): number => repairs.filter((repair) => repair.grade === grade).length;
  const [g1, g2, g3, g4] = [of(1), of(2), of(3), of(4)];
  const weighted = [g1, g2, g3, g4].reduce((sum, count, index) => sum + count * (weights[index] ?? 0), 0);
  return { g1, g2, g3, g4, total: g1 + g2 + g3 + g4, weighted };
}

/** A row an engineer, by name; the sum is the sum of the rows. */
export function gradesOf(
  repairs: readonly GradedRepair[],
  weights: readonly number[],
): { readonly rows: readonly GradeRow[]; readonly sum: GradeCounts; readonly managers: readonly string[] } {
  const engineers = new Map(repairs.map(({ engineerId, engineerName }) => [engineerId, engineerName]));
  const rows = [...engineers]
    .sort(([a, one], [b, other]) => (one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1))
    .map(([id, engineer]) => ({
      engineer,
      ...counted(
        repairs.filter(({ engineerId }) => engineerId === id),
        weights,
      ),
    }));
  const managers = [...new Set(repairs.map(({ managerName }) => managerName))];
  return { rows, sum: counted(repairs, weights), managers };
}
