/** What the customers routes answer (CUS-1, CUS-2). */
import { z } from 'zod';
import { CUSTOMER_KINDS, ENTITLEMENT_KINDS } from './customer.dto';

export const contactView = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string(),
  office: z.string(),
  email: z.string(),
});

export const siteSummary = z.object({ id: z.uuid(), name: z.string(), address: z.string() });

export const siteView = siteSummary.extend({
  region: z.string(),
  unitId: z.uuid().nullable(),
  houseRules: z.string(),
});

/** One right of an equipment, with its days: what lies outside is charged (CUS-1b). */
export const entitlementView = z.object({ kind: z.enum(ENTITLEMENT_KINDS), from: z.string(), until: z.string() });

export const equipmentView = z.object({
  id: z.uuid(),
  serial: z.string(),
  model: z.string(),
  productLine: z.string(),
  siteId: z.uuid().nullable(),
  installedOn: z.string().nullable(),
  warrantyEnd: z.string().nullable(),
  acceptanceSheet: z.string(),
  entitlements: z.array(entitlementView),
});

/** A hit of the search. */
export const customerSummary = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(CUSTOMER_KINDS),
  number: z.string().nullable(),
  level: z.string().nullable(),
  brand: z.string().nullable(),
  region: z.string(),
  contacts: z.array(contactView),
  sites: z.array(siteSummary),
});

export const customerView = customerSummary.extend({
  state: z.enum(['active', 'erased']),
  version: z.int(),
  allowedActions: z.array(z.string()),
  businessLines: z.array(z.object({ code: z.string(), since: z.string().optional(), until: z.string().optional() })),
  since: z.string().nullable(),
  meanMonthlySpending: z.int().nullable(),
  groupName: z.string(),
  namedAccount: z.boolean(),
  erasedAt: z.date().nullable(),
  sites: z.array(siteView),
  equipment: z.array(equipmentView),
});

export type CustomerSummary = z.infer<typeof customerSummary>;
export type CustomerView = z.infer<typeof customerView>;
export type CustomerContactView = z.infer<typeof contactView>;
export type SiteView = z.infer<typeof siteView>;
export type EquipmentView = z.infer<typeof equipmentView>;
export type Entitlement = z.infer<typeof entitlementView>;
