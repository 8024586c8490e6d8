/** Problem forms (HOT-6). */
import type { Migration } from '@bihuan/plugin-kit';

export const problemFormsMigration: Migration = {
  name: '1760000030001-hotline-problem-forms',
  up: [
    `create table hotline.problem_form (
      id uuid primary key,
      version int not null,
      number text not null unique,
      contact_id uuid not null references hotline.contact (id),
      state text not null check (state in ('drafted', 'referred', 'accepted', 'planned', 'handled', 'answered',
        'concluded', 'awaiting-customer', 'withdrawn')),
      resume_to text,
      waiting_for text,
      category text not null,
      kind text,
      description text not null,
      customer_name text not null,
      customer_id uuid,
      site_id uuid,
      site text not null,
      address text not null,
      mobile text not null,
      office text not null,
      requested_at timestamptz,
      data_confirmed boolean not null,
      channel text not null,
      taken_at timestamptz not null,
      created_at timestamptz not null,
      officer_id uuid not null,
      officer_name text not null,
      origin_unit_id uuid not null,
      customer_agreed boolean,
      unit_id uuid,
      assignee_id uuid,
      handler_id uuid,
      handler_name text,
      referred_at timestamptz,
      first_referred_at timestamptz,
      returns int not null,
      acceptance jsonb,
      round int not null,
      rounds jsonb not null,
      concluded_at timestamptz,
      revisited_at timestamptz,
      due_at timestamptz,
      key_id uuid not null
    )`,
    `create index problem_form_origin_due on hotline.problem_form (origin_unit_id, coalesce(due_at, 'infinity'), id)
      where state not in ('concluded', 'withdrawn')`,
    // A form that was just made has no unit, handler and often no customer: these indexes leave it out.
    `create index problem_form_unit_due on hotline.problem_form (unit_id, coalesce(due_at, 'infinity'), id)
      where unit_id is not null and state not in ('concluded', 'withdrawn')`,
    `create index problem_form_due on hotline.problem_form (coalesce(due_at, 'infinity'), id)
      where state not in ('concluded', 'withdrawn')`,
    `create index problem_form_officer_open on hotline.problem_form (officer_id, coalesce(due_at, 'infinity'), id)
      where state not in ('concluded', 'withdrawn')`,
    `create index problem_form_handler_open on hotline.problem_form (handler_id, coalesce(due_at, 'infinity'), id)
      where handler_id is not null and state not in ('concluded', 'withdrawn')`,
    'create index problem_form_contact on hotline.problem_form (contact_id)',
    'create index problem_form_customer on hotline.problem_form (customer_id, created_at) where customer_id is not null',
    'create index problem_form_key on hotline.problem_form (key_id)',
  ],
  down: ['drop table hotline.problem_form'],
};
