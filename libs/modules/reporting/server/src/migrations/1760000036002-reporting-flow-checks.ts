/** The month's sheet of complaints whose way is checked by hand (RPT-1d). */
import type { Migration } from '@bihuan/plugin-kit';

export const reportingFlowChecks: Migration = {
  name: '1760000036002-reporting-flow-checks',
  up: [
    'create table reporting.flow_sheet (month text primary key, id uuid not null, drawn_at timestamptz not null)',
    `create table reporting.flow_check (
      id uuid primary key,
      month text not null references reporting.flow_sheet (month),
      case_id uuid not null unique,
      version int not null default 1,
      verdict text check (verdict in ('right', 'wrong')),
      reason text not null default '',
      checked_by uuid,
      checked_at timestamptz
    )`,
    'create index flow_check_month on reporting.flow_check (month)',
    "create index flow_check_wrong on reporting.flow_check (case_id) where verdict = 'wrong'",
  ],
  down: ['drop table reporting.flow_check', 'drop table reporting.flow_sheet'],
};
