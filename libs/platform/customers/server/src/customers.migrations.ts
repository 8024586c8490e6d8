/** Tables of the customers room (CUS-1): personal values stand here in plain text, and only here (CUS-5). */
import type { Migration } from '@bihuan/plugin-kit';

/** Planner statistics keep samples of a column's values: none of what is personal, so that erasing leaves nothing. */
const unsampled = (table: string, columns: readonly string[]): string =>
  `alter table customers.${table} ${columns.map((column) => `alter column ${column} set statistics 0`).join(', ')}`;

export const customersMigrations: readonly Migration[] = [
  {
    name: '1760000013000-customers',
    up: [
      'create schema if not exists customers',
      `create table customers.customer (
        id uuid primary key,
        kind text not null check (kind in ('company', 'person', 'franchisee')),
        name text not null,
        name_key text,
        grams tsvector,
        number text,
        number_key text,
        level text,
        brand text,
        business_lines jsonb not null,
        region text not null,
        since date,
        mean_monthly_spending bigint,
        group_name text not null,
        named_account boolean not null,
        key_id uuid not null,
        version int not null default 1,
        created_at timestamptz not null,
        erased_at timestamptz
      )`,
      unsampled('customer', ['name', 'name_key', 'number', 'number_key', 'mean_monthly_spending', 'group_name']),
      'create index customer_name on customers.customer (name_key text_pattern_ops)',
      'create index customer_number on customers.customer (number_key)',
      'create index customer_grams on customers.customer using gin (grams)',
      `create table customers.contact (
        id uuid primary key,
        customer_id uuid not null references customers.customer (id),
        name text not null,
        name_key text,
        grams tsvector,
        phone text not null,
        phone_digits text,
        office text not null,
        office_digits text,
        email text not null,
        created_at timestamptz not null
      )`,
      unsampled('contact', ['name', 'name_key', 'phone', 'phone_digits', 'office', 'office_digits', 'email']),
      'create index contact_customer on customers.contact (customer_id)',
      'create index contact_name on customers.contact (name_key text_pattern_ops)',
      'create index contact_grams on customers.contact using gin (grams)',
      // Read from the end: one index serves the whole number and its last digits.
      'create index contact_phone on customers.contact (reverse(phone_digits) text_pattern_ops)',
      'create index contact_office on customers.contact (reverse(office_digits) text_pattern_ops)',
      `create table customers.site (
        id uuid primary key,
        customer_id uuid not null references customers.customer (id),
        name text not null,
        address text not null,
        name_key text,
        grams tsvector,
        region text not null,
        unit_id uuid,
        house_rules text not null,
        created_at timestamptz not null
      )`,
      unsampled('site', ['name', 'address', 'name_key', 'house_rules']),
      'create index site_customer on customers.site (customer_id)',
      'create index site_name on customers.site (name_key text_pattern_ops)',
      'create index site_grams on customers.site using gin (grams)',
      `create table customers.equipment (
        id uuid primary key,
        customer_id uuid references customers.customer (id),
        serial text not null,
        serial_key text,
        model text not null,
        product_line text not null,
        site_id uuid references customers.site (id),
        installed_on date,
        warranty_end date,
        acceptance_sheet text not null,
        entitlements jsonb not null,
        created_at timestamptz not null
      )`,
      unsampled('equipment', ['serial', 'serial_key', 'acceptance_sheet']),
      'create index equipment_customer on customers.equipment (customer_id)',
      'create index equipment_serial on customers.equipment (serial_key text_pattern_ops)',
      'create index equipment_serial_end on customers.equipment (reverse(serial_key) text_pattern_ops)',
    ],
    down: [
      'drop table customers.equipment',
      'drop table customers.site',
      'drop table customers.contact',
      'drop table customers.customer',
      'drop schema customers',
    ],
  },
];
