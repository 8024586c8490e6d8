/** Tables of the forms room: what was filed, prints, batches, departments' templates, printers (FRM-2 … FRM-6). */
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
  {
    name: '1760000014002-forms-templates',
    up: [
      `create table forms.template (
        id uuid primary key,
        version int not null default 1,
        form_code text not null,
        unit_id uuid not null,
        active_id uuid,
        unique (form_code, unit_id)
      )`,
      `create table forms.template_version (
        id uuid primary key,
        template_id uuid not null references forms.template (id),
        number int not null,
        source text not null,
        note text,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null,
        activated_by uuid,
        activated_at timestamptz,
        unique (template_id, number),
        check ((activated_by is null) = (activated_at is null))
      )`,
      `alter table forms.template add constraint template_active foreign key (active_id)
         references forms.template_version (id)`,
    ],
    down: [
      'alter table forms.template drop constraint template_active',
      'drop table forms.template_version',
      'drop table forms.template',
    ],
  },
  {
    name: '1760000014003-forms-printers',
    up: [
      `create table forms.printer (
        id uuid primary key,
        version int not null default 1,
        name text not null,
        url text not null,
        unit_id uuid not null,
        fingerprint text,
        enabled boolean not null,
        created_at timestamptz not null
      )`,
      `create table forms.sending (
        id uuid primary key,
        seq bigint generated always as identity,
        printer_id uuid not null references forms.printer (id),
        print_id uuid references forms.print (id),
        copies int not null,
        state text not null check (state in ('waiting', 'printing', 'done', 'failed')),
        job_id int,
        error text,
        attempts int not null default 0,
        failures int not null default 0,
        looks int not null default 0,
        round int not null default 1,
        try_at timestamptz,
        leased_until timestamptz,
        ordered_by uuid not null,
        ordered_at timestamptz not null,
        done_at timestamptz,
        check ((state in ('waiting', 'printing')) = (try_at is not null)),
        check (state <> 'printing' or job_id is not null)
      )`,
      "create index sending_open on forms.sending (try_at) where state in ('waiting', 'printing')",
      "create index sending_line on forms.sending (printer_id, seq) where state = 'waiting'",
      'create index sending_person on forms.sending (ordered_by, ordered_at)',
    ],
    down: ['drop table forms.sending', 'drop table forms.printer'],
  },
  {
    // What is scanned off a paper leads to its record, also where the number is the paper's own (NUM-2).
    name: '1760000014004-forms-paper-numbers',
    up: [
      'alter table forms.filed add number text',
      'create index filed_number on forms.filed (number, filed_at) where number is not null',
    ],
    down: ['alter table forms.filed drop number'],
  },
  {
    // The engine page looks for what was given up; nearly everything else was printed.
    name: '1760000014005-forms-sending-failed',
    up: ["create index sending_failed on forms.sending (done_at) where state = 'failed'"],
    down: ['drop index forms.sending_failed'],
  },
];
