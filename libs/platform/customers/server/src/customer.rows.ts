/** Columns for appending, rows for reading (CUS-1). */
import type { CustomerKind, Entitlement } from '@bihuan/customers-contract';

export const customerTable = {
  table: 'customers.customer',
  columns: {
    id: 'uuid',
    kind: 'text',
    name: 'text',
    name_key: 'text',
    grams: 'tsvector',
    number: 'text',
    number_key: 'text',
    level: 'text',
    brand: 'text',
    business_lines: 'jsonb',
    region: 'text',
    since: 'date',
    mean_monthly_spending: 'bigint',
    group_name: 'text',
    named_account: 'boolean',
    key_id: 'uuid',
    created_at: 'timestamptz',
  },
} as const;

export const contactTable = {
  table: 'customers.contact',
  columns: {
    id: 'uuid',
    customer_id: 'uuid',
    name: 'text',
    name_key: 'text',
    grams: 'tsvector',
    phone: 'text',
    phone_digits: 'text',
    office: 'text',
    office_digits: 'text',
    email: 'text',
    created_at: 'timestamptz',
  },
} as const;

export const siteTable = {
  table: 'customers.site',
  columns: {
    id: 'uuid',
    customer_id: 'uuid',
    name: 'text',
    address: 'text',
    name_key: 'text',
    grams: 'tsvector',
    region: 'text',
    unit_id: 'uuid',
    house_rules: 'text',
    created_at: 'timestamptz',
  },
} as const;

export const equipmentTable = {
  table: 'customers.equipment',
  columns: {
    id: 'uuid',
    customer_id: 'uuid',
    serial: 'text',
    serial_key: 'text',
    model: 'text',
    product_line: 'text',
    site_id: 'uuid',
    installed_on: 'date',
    warranty_end: 'date',
    acceptance_sheet: 'text',
    entitlements: 'jsonb',
    created_at: 'timestamptz',
  },
} as const;

export interface CustomerRow {
  id: string;
  kind: CustomerKind;
  name: string;
  number: string | null;
  level: string | null;
  brand: string | null;
  business_lines: { code: string; since?: string; until?: string }[];
  region: string;
  since: string | null;
  mean_monthly_spending: string | null;
  group_name: string;
  named_account: boolean;
  key_id: string;
  version: number;
  erased_at: Date | null;
}

// A date leaves as text: the driver would make it midnight of this machine's zone.
export const CUSTOMER_COLUMNS =
  'id, kind, name, number, level, brand, business_lines, region, since::text as since, mean_monthly_spending, ' +
  'group_name, named_account, key_id, version, erased_at';

export interface ContactRow {
  id: string;
  customer_id: string;
  name: string;
  phone: string;
  office: string;
  email: string;
}

export const CONTACT_COLUMNS = 'id, customer_id, name, phone, office, email';

export interface SiteRow {
  id: string;
  customer_id: string;
  name: string;
  address: string;
  region: string;
  unit_id: string | null;
  house_rules: string;
}

export const SITE_COLUMNS = 'id, customer_id, name, address, region, unit_id, house_rules';

export interface EquipmentRow {
  id: string;
  serial: string;
  model: string;
  product_line: string;
  site_id: string | null;
  installed_on: string | null;
  warranty_end: string | null;
  acceptance_sheet: string;
  entitlements: Entitlement[];
}

export const EQUIPMENT_COLUMNS =
  'id, serial, model, product_line, site_id, installed_on::text as installed_on, warranty_end::text as warranty_end, ' +
  'acceptance_sheet, entitlements';
