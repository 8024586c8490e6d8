/** Tables of the forms room: what was filed, every print of it, and batches to print (FRM-2, FRM-3). */
import type { Migration } from '@bihuan/plugin-kit';

export const formsMigrations: readonly Migration[] = [
  {
    name: '1760000014000-forms-archive',
    up: [
      'create schema if not exists forms',
      `create table forms.filed (
        id uuid primary key,
        module text not null,
        form_code text not null,
        template_version text not null,
        kind text,
        subject_id uuid,
        range_from text,
        range_to text,
        officer_id uuid,
        blank boolean not null,
        copies int[] not null,
        key_ids uuid[] not null,
        sealed_data bytea not null,
        sealed_pdf bytea not null,
        sha256 text not null,
        pages int not null,
        filed_by uuid not null,
        filed_at timestamptz not null
      )`,
      'create index filed_subject on forms.filed (subject_id, form_code, filed_at)',
      'create index filed_register on forms.filed (module, form_code, range_from, range_to, filed_at)',
      `create table forms.print (
        id uuid primary key,
        filed_id uuid not null references forms.filed (id),
        copies int[] not null,
        reprint jsonb not null,
        marked boolean not null,
        printed_by uuid not null,
        printed_at timestamptz not null
      )`,
      'create index print_filed on forms.print (filed_id, printed_at)',
      `create table forms.print_count (
        scope text not null,
        form_code text not null,
        copy int not null,
        count int not null,
        primary key (scope, form_code, copy)
      )`,
      `create table forms.print_job (
        id uuid primary key,
        state text not null check (state in ('waiting', 'running', 'done', 'failed')),
        items jsonb not null,
        prints uuid[] not null,
        error text,
        attempts int not null default 0,
        lease_until timestamptz,
        ordered_by uuid not null,
        actor jsonb not null,
        ordered_at timestamptz not null
      )`,
      "create index print_job_open on forms.print_job (ordered_at) where state in ('waiting', 'running')",
    ],
    down: [
      'drop table forms.print_job',
      'drop table forms.print_count',
      'drop table forms.print',
      'drop table forms.filed',
      'drop schema forms',
    ],
  },
  {
    // A shared form is printed by several modules; its registers and blank sheets are counted for each of them.
    name: '1760000014001-forms-counts-by-module',
    up: [
      'alter table forms.print_count add module text',
      `update forms.print_count c set module = f.module
       from (select form_code, min(module) as module from forms.filed group by form_code) f
       where f.form_code = c.form_code`,
      'delete from forms.print_count where module is null',
      `alter table forms.print_count alter module set not null, drop constraint print_count_pkey,
         add primary key (module, scope, form_code, copy)`,
    ],
    down: [
      'alter table forms.print_count drop constraint print_count_pkey',
      `with counted as (delete from forms.print_count returning *)
       insert into forms.print_count (module, scope, form_code, copy, count)
       select min(module), scope, form_code, copy, sum(count) from counted group by scope, form_code, copy`,
      'alter table forms.print_count drop module, add primary key (scope, form_code, copy)',
    ],
  },
];
