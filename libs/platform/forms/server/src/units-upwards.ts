/** A unit and those above it, nearest first: what they have serves the units below (FRM-4, FRM-6). */
import type { Org } from '@bihuan/org';

export async function unitsUpwards(org: Pick<Org, 'unit'>, unitId: string): Promise<string[]> {
  const units: string[] = [];
  for (let next: string | null = unitId; next && !units.includes(next);) {
    units.push(next);
    next = (await org.unit(next))?.parentId ?? null;
  }
  return units;
}
