/** Appeals with the claims on their case numbers, filings, notes and archives (APL-1 … APL-7). */
import type { Migration } from '@bihuan/plugin-kit';

/** Keys of jsonb values in which people's words stand. */
const WORDS = [
  'text',
  'way',
  'explanation',
  'improvement',
  'basis',
  'measures',
  'groundText',
  'body',
  'causeText',
  'liabilityText',
];

/** Planner statistics keep samples of values: none of what is personal, so that erasing leaves nothing. */
const unsampled = (table: string, columns: readonly string[]): string =>
  `alter table ${table} ${columns.map((column) => `alter column ${column} set statistics 0`).join(', ')}`;

export const appealsMigration: Migration = {
  name: '1760000034000-appeals',
  up: [
    'create schema if not exists appeals',
    // Keeps codes, names of staff and instants of a jsonb value, empties the words.
    `create function appeals.without_words(v jsonb) returns jsonb language plpgsql immutable as $$
     begin
       case jsonb_typeof(v)
         when 'array' then
           return (select coalesce(jsonb_agg(appeals.without_words(e) order by o), '[]'::jsonb)
                   from jsonb_array_elements(v) with ordinality as x(e, o));
         when 'object' then
           return (select coalesce(jsonb_object_agg(k, case
                     when k = any(array[${WORDS.map((word) => `'${word}'`).join(', ')}]) and jsonb_typeof(e) = 'string'
                       then '""'::jsonb else appeals.without_words(e) end), '{}'::jsonb)
                   from jsonb_each(v) as x(k, e));
         else return v;
       end case;
     end $$`,
    `create table appeals.appeal (
      id uuid primary key,
      version int not null,
      number text not null unique,
      state text not null check (state in ('received', 'dispatched', 'accepted', 'verified', 'planned', 'answered',
        'reported', 'approved', 'replied', 'revisited', 'concluded', 'archived')),
      regulator text not null,
      case_number text not null,
      filed boolean not null,
      channel text,
      appellant text not null,
      phone text not null,
      matter text not null,
      customer_id uuid,
      level text,
      gravity jsonb not null,
      importance int not null,
      gravity_rank int not null,
      key_case boolean not null,
      business text not null,
      nature text not null,
      received_at timestamptz not null,
      created_at timestamptz not null,
      reply_due_at timestamptz,
      documents jsonb not null,
      complaint_id uuid,
      desk_id uuid not null,
      desk_name text not null,
      desk_unit_id uuid not null,
      unit_id uuid,
      handler_id uuid,
      handler_name text,
      contact_changed_at timestamptz,
      dispatched_at timestamptz,
      round int not null,
      rounds jsonb not null,
      sent_back int not null,
      shortened jsonb not null,
      approved_at timestamptz,
      reply jsonb,
      replied_at timestamptz,
      revisit jsonb,
      late_for_regulator boolean,
      late boolean,
      proposal jsonb,
      concluded jsonb,
      concluded_at timestamptz,
      mediation text not null,
      archived_at timestamptz,
      archived_by_id uuid,
      archive_hash text,
      due_at timestamptz,
      key_id uuid not null
    )`,
    // The desk's queue: importance, gravity, then what is due first (APL-2b).
    `create index appeal_queue on appeals.appeal (importance, gravity_rank, coalesce(due_at, 'infinity'), id)
      where state not in ('archived')`,
    `create index appeal_unit_queue on appeals.appeal
      (unit_id, importance, gravity_rank, coalesce(due_at, 'infinity'), id)
      where unit_id is not null and state not in ('archived')`,
    `create index appeal_handler_open on appeals.appeal (handler_id)
      where handler_id is not null and state not in ('archived')`,
    "create index appeal_desk_open on appeals.appeal (desk_id) where state not in ('archived')",
    'create index appeal_customer on appeals.appeal (customer_id, created_at) where customer_id is not null',
    'create index appeal_complaint on appeals.appeal (complaint_id) where complaint_id is not null',
    'create index appeal_key on appeals.appeal (key_id)',
    unsampled('appeals.appeal', [
      'appellant',
      'phone',
      'matter',
      'rounds',
      'reply',
      'revisit',
      'concluded',
      'mediation',
    ]),
    `create table appeals.case_number (
      regulator text not null,
      case_number text not null,
      appeal_id uuid not null,
      primary key (regulator, case_number)
    )`,
    `create table appeals.filing (
      id uuid primary key,
      version int not null,
      appeal_id uuid not null references appeals.appeal (id),
      number text not null unique,
      receiver text not null,
      text text not null,
      impact text not null,
      measures text not null,
      opinion text not null,
      filed_by jsonb not null,
      approved_by jsonb,
      filed_at timestamptz not null,
      receipt text,
      received_at timestamptz,
      key_id uuid not null
    )`,
    'create index filing_appeal on appeals.filing (appeal_id)',
    'create index filing_key on appeals.filing (key_id)',
    unsampled('appeals.filing', ['text', 'impact', 'measures', 'opinion', 'receipt']),
    `create table appeals.note (
      id uuid primary key,
      version int not null,
      appeal_id uuid not null references appeals.appeal (id),
      text text not null,
      documents jsonb not null,
      written_by jsonb not null,
      written_at timestamptz not null,
      after_archive boolean not null,
      key_id uuid not null
    )`,
    'create index note_appeal on appeals.note (appeal_id)',
    'create index note_key on appeals.note (key_id)',
    unsampled('appeals.note', ['text']),
    `create table appeals.archive (
      appeal_id uuid primary key references appeals.appeal (id),
      sealed_content bytea not null,
      sha256 text not null,
      key_id uuid not null,
      archived_at timestamptz not null
    )`,
    // APL-7: sealed; a later change is a new entry.
    `create function appeals.refuse_change() returns trigger language plpgsql as $$
     begin raise exception 'the archive of an appeal is sealed'; end $$`,
    `create trigger archive_sealed before update or delete on appeals.archive
      for each row execute function appeals.refuse_change()`,
  ],
  down: [
    'drop table appeals.archive',
    'drop function appeals.refuse_change()',
    'drop table appeals.note',
    'drop table appeals.filing',
    'drop table appeals.case_number',
    'drop table appeals.appeal',
    'drop function appeals.without_words(jsonb)',
    'drop schema appeals',
  ],
};
