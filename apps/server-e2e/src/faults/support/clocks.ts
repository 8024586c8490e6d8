/** Deadlines of a real company, armed by the suite's own code, and what became of each: counted past the API. */
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import type { RunningSuite } from '@bihuan/server';
import { armClocks, STAGE } from '../../support/clocks';

/** Arms clocks that fall due evenly between `from` and `until`, seconds from now. Each has four steps and two notices. */
export function armSpread(
  suite: RunningSuite,
  { count, from, until }: { readonly count: number; readonly from: number; readonly until: number },
): Promise<void> {
  const start = realNow().getTime();
  const due = (index: number) => new Date(start + (from + ((until - from) * index) / count) * 1_000);
  return armClocks(suite, count, due, (index) => `N${index}`);
}

/** What became of the steps that are due by now. */
export interface Outcome {
  readonly clocks: number;
  readonly due: number;
  /** Their states are written, and people and other rooms have heard of them. */
  readonly done: number;
  /** Effects that came twice: entries of the timeline, notices, fired steps. */
  readonly duplicates: number;
  readonly early: number;
  /** Due and not done. */
  readonly lost: number;
  /** Seconds between the instant and the effect, at most. */
  readonly latest: number;
}

export async function outcome(db: DataSource): Promise<Outcome> {
  const [found] = (await db.query(
    `with due as (select s.*, d.breached_at, d.due_at from alarms.step s join alarms.deadline d on d.id = s.deadline_id
       where d.stage = '${STAGE}' and s.at <= $1),
     entry as (select count(*) - count(distinct (subject_id, action, data ->> 'stage', data ->> 'generation',
         coalesce(data ->> 'step', ''), coalesce(data ->> 'occurrence', ''))) as twice
       from audit.entry where action in ('deadline-warned', 'deadline-breached', 'deadline-escalated')),
     notice as (select count(*) - count(distinct (subject_id, employee_id, template)) as twice from notices.notice)
     select (select count(*)::int from alarms.deadline where stage = '${STAGE}') as clocks, count(*)::int as due,
       count(*) filter (where state = 'fired' and told)::int as done,
       count(*) filter (where state <> 'fired' or not told)::int as lost,
       count(*) filter (where fired_at < at)::int as early,
       coalesce(max(extract(epoch from fired_at - at)), 0)::float8 as latest,
       (select twice from entry)::int + (select twice from notice)::int as duplicates from due`,
    [realNow()],
  )) as Outcome[];
  return found as Outcome;
}

/** Does every effect stand that a fired step has: its entry in the timeline, the state of its clock, its notices? */
export async function missing(db: DataSource): Promise<number> {
  const [found] = (await db.query(
    `select count(*)::int as missing from alarms.step s join alarms.deadline d on d.id = s.deadline_id
     where d.stage = '${STAGE}' and s.state = 'fired' and (
       not exists (select 1 from audit.entry e where e.subject_id = d.subject_id and e.at = s.at and e.action =
         case s.action when 'warn' then 'deadline-warned' when 'breach' then 'deadline-breached' else 'deadline-escalated' end)
       or (s.action = 'breach' and d.breached_at is distinct from d.due_at) or (s.action = 'warn' and d.warned_at is null)
       or (s.action = 'notify' and not exists (select 1 from notices.notice n where n.subject_id = d.subject_id)))`,
  )) as { missing: number }[];
  return found?.missing ?? 0;
}
