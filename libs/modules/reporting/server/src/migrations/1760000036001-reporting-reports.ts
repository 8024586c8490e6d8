/** Reports that were due: made once each, with proof of sending (RPT-7). */
import type { Migration } from '@bihuan/plugin-kit';

export const reportingReports: Migration = {
  name: '1760000036001-reporting-reports',
  up: [
    `create table reporting.report (
      id uuid primary key,
      schedule text not null,
      form_code text not null,
      from_day date not null,
      to_day date not null,
      due_at timestamptz not null,
      sent_at timestamptz,
      state text not null check (state in ('waiting', 'sent', 'not-deployed', 'failed')),
      print_id uuid,
      sha256 text,
      recipients uuid[] not null,
      error text,
      attempts int not null default 0,
      retry_at timestamptz,
      unique (schedule, due_at)
    )`,
    "create index report_retry on reporting.report (retry_at) where state in ('waiting', 'failed')",
    'create index report_due on reporting.report (due_at, id)',
    'create table reporting.schedule (code text primary key, done_until timestamptz not null)',
  ],
  down: ['drop table reporting.schedule', 'drop table reporting.report'],
};
