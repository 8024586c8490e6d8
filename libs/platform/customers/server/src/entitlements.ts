/** Rights of an equipment with their days: what the customer was promised, else what the pack gives (CUS-1b). */
import { DateTime } from 'luxon';
import type { Entitlement } from '@bihuan/customers-contract';
import type { CustomersSection } from './pack-section';

export interface EntitlementFacts {
  readonly productLine: string;
  readonly installedOn: string | null;
  readonly warrantyEnd: string | null;
  /** Own agreement, kind by kind stronger than the pack. */
  readonly agreed: readonly Entitlement[];
}

/** In the order of the pack. A right counts from the install day, the last day included. */
export function entitlementsOf(facts: EntitlementFacts, rules: CustomersSection['entitlements']): Entitlement[] {
  const { installedOn, warrantyEnd, productLine } = facts;
  const rights = new Map<Entitlement['kind'], Entitlement>();
  if (installedOn !== null) {
    for (const { kind, months, productLines } of rules) {
      if (productLines && !productLines.includes(productLine)) continue;
      const until = DateTime.fromISO(installedOn, { zone: 'utc' }).plus({ months }).minus({ days: 1 }).toISODate();
      if (until) rights.set(kind, { kind, from: installedOn, until });
    }
    if (warrantyEnd !== null) rights.set('warranty', { kind: 'warranty', from: installedOn, until: warrantyEnd });
  }
  for (const right of facts.agreed) rights.set(right.kind, right);
  return [...rights.values()];
}
