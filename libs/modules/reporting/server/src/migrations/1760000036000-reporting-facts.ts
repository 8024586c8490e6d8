/** Rows of the figures: a case a row, a clock a row, roll-up cells, frozen months, figures from outside (RPT-4, RPT-8). */
import type { Migration } from '@bihuan/plugin-kit';

const FACT = `
  case_id uuid not null,
  matter text not null,
  module text not null,
  kind text not null,
  number text not null,
  version int not null,
  state text not null,
  open boolean not null,
  opened_at timestamptz not null,
  concluded_at timestamptz,
  answered_at timestamptz,
  day date not null,
  hour smallint not null,
  dims jsonb not null,
  measures jsonb not null`;

const CLOCK = `
  id uuid not null,
  matter text not null,
  case_id uuid not null,
  number text,
  stage text not null,
  unit_id uuid not null,
  person_id uuid,
  started_at timestamptz not null,
  due_at timestamptz not null,
  first_due_at timestamptz not null,
  ended_at timestamptz,
  state text not null,
  late boolean,
  warned_at timestamptz,
  breached_at timestamptz,
  supervised_at timestamptz,
  supervisions int not null default 0,
  re_promises int not null default 0,
  limit_seconds numeric,
  actual_seconds numeric,
  day date not null`;

export const reportingFacts: Migration = {
  name: '1760000036000-reporting-facts',
  up: [
    'create schema if not exists reporting',
    `create table reporting.fact (${FACT}, primary key (case_id))`,
    'create index fact_day on reporting.fact (matter, day)',
    `create table reporting.clock (${CLOCK}, primary key (id))`,
    'create index clock_day on reporting.clock (matter, day)',
    'create index clock_case on reporting.clock (case_id)',
    `create table reporting.cell (
      matter text not null, cube text not null, month text not null,
      d1 text not null, d2 text not null, d3 text not null, measure text not null, value numeric not null,
      primary key (matter, cube, month, measure, d1, d2, d3))`,
    `create table reporting.period (
      month text primary key, id uuid not null, closed_at timestamptz not null, closed_by uuid, hash text not null,
      cases int not null)`,
    `create table reporting.frozen_fact (month text not null, ${FACT}, primary key (month, case_id))`,
    'create index frozen_fact_day on reporting.frozen_fact (matter, day)',
    `create table reporting.frozen_clock (month text not null, ${CLOCK}, dims jsonb not null, primary key (month, id))`,
    'create index frozen_clock_day on reporting.frozen_clock (matter, day)',
    `create table reporting.base_figure (
      id uuid primary key, figure text not null, period text not null, business text not null default '',
      level text not null default '', brand text not null default '', unit_id uuid, value numeric not null,
      source text not null, entered_at timestamptz not null, entered_by uuid,
      unique nulls not distinct (figure, period, business, level, brand, unit_id))`,
    // What the cells hold: where it is not what this version keeps, they are made anew.
    'create table reporting.state (one boolean primary key check (one), began date not null, rolled text not null)',
    `create table reporting.sale (
      customer_id uuid not null, month text not null, target bigint not null, actual bigint not null,
      imported_at timestamptz not null, primary key (customer_id, month))`,
  ],
  down: [
    'drop table reporting.sale',
    'drop table reporting.state',
    'drop table reporting.base_figure',
    'drop table reporting.frozen_clock',
    'drop table reporting.frozen_fact',
    'drop table reporting.period',
    'drop table reporting.cell',
    'drop table reporting.clock',
    'drop table reporting.fact',
    'drop schema reporting',
  ],
};
