/** What the customers routes take (api.md, CUS-1). Every body is strict: an unknown field is refused. */
import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max);
const words = (max: number) => text(max).min(1);
const date = z.iso.date();
const version = z.int().optional();

export const CUSTOMER_KINDS = ['company', 'person', 'franchisee'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

export const ENTITLEMENT_KINDS = ['training', 'installation', 'warranty', 'spare-parts', 'software-upgrade'] as const;
export type EntitlementKind = (typeof ENTITLEMENT_KINDS)[number];

/** A business line held, with dates where they are known (CUS-1a). */
const businessLine = z.strictObject({ code: words(60), since: date.optional(), until: date.optional() });

export const contactInput = z.strictObject({
  name: words(100),
  /** `""` where there is none. */
  phone: text(40),
  office: text(40).optional(),
  email: z.union([z.literal(''), z.email().max(200)]).optional(),
});

export const createCustomer = z.strictObject({
  name: words(200),
  kind: z.enum(CUSTOMER_KINDS),
  /** The company's own number of the customer. */
  number: words(60).optional(),
  level: words(60).optional(),
  brand: words(60).optional(),
  /** Codes, or codes with dates. */
  businessLines: z
    .array(z.union([words(60).transform((code) => ({ code })), businessLine]))
    .max(100)
    .optional(),
  region: text(100).optional(),
  /** Customer since this day: his tenure. */
  since: date.optional(),
  /** Mean monthly spending in fen. */
  meanMonthlySpending: z.int().min(0).optional(),
  /** Group or chain the customer belongs to. */
  groupName: text(200).optional(),
  /** A named account (点名客户). */
  namedAccount: z.boolean().optional(),
  contacts: z.array(contactInput).max(100).optional(),
});

export const addSite = z.strictObject({
  name: words(200),
  address: text(300).optional(),
  region: text(100).optional(),
  /** The unit that serves the site. */
  unitId: z.uuid().optional(),
  /** Access, hours, what is forbidden (CUS-1d). */
  houseRules: text(2000).optional(),
  version,
});

const entitlement = z.strictObject({ kind: z.enum(ENTITLEMENT_KINDS), from: date, until: date });

export const addEquipment = z.strictObject({
  serial: words(100),
  model: words(100),
  productLine: words(60),
  siteId: z.uuid().optional(),
  installedOn: date.optional(),
  warrantyEnd: date.optional(),
  /** Number of the acceptance sheet (验收单). */
  acceptanceSheet: text(100).optional(),
  /** Own agreement with this customer; without it the pack's, counted from the install date (CUS-1b). */
  entitlements: z.array(entitlement).max(20).optional(),
  version,
});

/** Without `id` a new contact; with it the fields given are changed. */
export const saveContact = z
  .strictObject({ ...contactInput.partial().shape, id: z.uuid().optional(), version })
  .refine(({ id, name, phone }) => id !== undefined || (name !== undefined && phone !== undefined), {
    path: ['name'],
    params: { code: 'required', zh: '新联系人须填写姓名和电话', en: 'A new contact needs name and phone' },
  });

export const eraseCustomer = z.strictObject({ reason: words(500), version });

/** Every field given must be met; `text` looks in all of them. */
export const searchCustomers = z
  .strictObject({
    text: words(100).optional(),
    phone: words(40).optional(),
    name: words(100).optional(),
    site: words(100).optional(),
    serial: words(100).optional(),
    number: words(60).optional(),
  })
  .refine((fields) => Object.values(fields).some((value) => value !== undefined), {
    path: ['text'],
    params: {
      code: 'required',
      zh: '请至少填写一个查找条件：text、phone、name、site、serial、number',
      en: 'Give at least one of text, phone, name, site, serial, number',
    },
  });

export type CreateCustomer = z.output<typeof createCustomer>;
export type ContactInput = z.output<typeof contactInput>;
export type AddSite = z.output<typeof addSite>;
export type AddEquipment = z.output<typeof addEquipment>;
export type SaveContact = z.output<typeof saveContact>;
export type EraseCustomer = z.output<typeof eraseCustomer>;
export type SearchCustomers = z.output<typeof searchCustomers>;
