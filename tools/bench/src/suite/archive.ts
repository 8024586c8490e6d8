/**
 * A million problem forms as the hotline leaves them after years, loaded by sets: five in a hundred open unless said,
 * each with its contact, its officer and handler, and the people who acted on it.
 */
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';

/** Forms a day; the archive goes back from today. */
const A_DAY = 1_000;

interface Archive {
  readonly count: number;
  /** Share of forms not concluded, spread over the last weeks. */
  readonly open: number;
}

/** Fills the hotline's tables of a migrated database whose people exist. */
export async function loadArchive(db: DataSource, { count, open }: Archive): Promise<void> {
  const restore = await withoutIndexes(db);
  const id = (kind: number) => `md5('${kind}/' || n)::uuid`;
  const forms = `(
    select n, o.id as officer_id, o.name as officer_name, o.unit_id as origin_unit_id, h.id as handler_id, h.name as handler_name,
      h.unit_id, n <= ${Math.round(count * open)} as is_open, $1::timestamptz - n * interval '1 day' / ${A_DAY} as at
    from generate_series(1, ${count}) n
    join (select row_number() over (order by id) - 1 as place, id, name, unit_id from org.employee
      where officer_number is not null) o on o.place = n % (select count(*) from org.employee where officer_number is not null)
    join (select row_number() over (order by id) - 1 as place, id, name, unit_id from org.employee
      where position in ('support-engineer', 'service-engineer', 'technical-manager')) h
      on h.place = n % (select count(*) from org.employee where position in ('support-engineer', 'service-engineer', 'technical-manager'))
  ) r`;
  // Open forms: a third not referred yet, the others on their way; due within the weeks around today.
  const state = `case when not is_open then 'concluded' when n % 3 = 0 then 'drafted' when n % 3 = 1 then 'referred' else 'accepted' end`;
  const referred = 'not is_open or n % 3 > 0';
  const due = `case when is_open then $1::timestamptz + ((n::bigint * 7919) % 40320 - 20160) * interval '1 minute' else at + interval '2 days' end`;
  const now = realNow();
  for (const sql of [
    `insert into hotline.contact (id, version, state, channel, caller_name, caller_phone, site, summary, category, purpose,
       owner_id, taken_by_id, unit_id, started_at, day, key_id)
     select ${id(1)}, 1, case when is_open then 'open' else 'concluded' end, 'phone', '王先生' || n, '138' || lpad(n::text, 8, '0'),
       '人民路' || n % 900 || '号网点', '取款机暂停服务', 'consultation', '', officer_id, officer_id, origin_unit_id, at,
       to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), ${id(3)} from ${forms}`,
    `insert into hotline.problem_form (id, version, number, contact_id, state, category, kind, description, customer_name, site,
       address, mobile, office, data_confirmed, channel, taken_at, created_at, officer_id, officer_name, origin_unit_id,
       customer_agreed, unit_id, assignee_id, handler_id, handler_name, referred_at, first_referred_at, returns, round, rounds,
       concluded_at, due_at, key_id)
     select ${id(2)}, 6, to_char(at, 'YYYYMMDD') || lpad(n::text, 9, '0'), ${id(1)}, ${state}, 'technical', 'hardware',
       '用户反映今日上午取款机提示暂停服务，出钞口有异响，已按提示重启一次仍未恢复，希望当日内修复。', '王先生' || n,
       '人民路' || n % 900 || '号网点', '天河区人民路', '138' || lpad(n::text, 8, '0'), '', true, 'phone', at, at, officer_id,
       officer_name, origin_unit_id, true, case when ${referred} then unit_id end, null,
       case when ${referred} then handler_id end, case when ${referred} then handler_name end, case when ${referred} then at end,
       case when ${referred} then at end, 0, 1,
       '[{"round": 1, "plan": null, "result": null, "audit": null, "answer": null, "satisfied": null, "dissatisfaction": null}]',
       case when not is_open then at + interval '1 day' end, ${due}, ${id(3)} from ${forms}`,
    `insert into audit.participant (subject_id, employee_id) select ${id(2)}, officer_id from ${forms}
       union all select ${id(2)}, handler_id from ${forms} where ${referred}`,
  ]) {
    await db.query(sql, sql.includes('$1') ? [now] : []);
  }
  await restore();
  await db.query('vacuum (analyze) hotline.contact, hotline.problem_form, audit.participant');
  // Else what was loaded is written to the disk while the list is measured.
  const [may] = (await db.query("select pg_has_role(current_user, 'pg_checkpoint', 'usage') as checkpoint")) as {
    checkpoint: boolean;
  }[];
  if (may?.checkpoint) await db.query('checkpoint');
}

/** Drops what is no key, and gives a way to make it again: a million rows load several times faster. */
async function withoutIndexes(db: DataSource): Promise<() => Promise<void>> {
  const indexes = (await db.query(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indrelid
     where c.relnamespace in ('hotline'::regnamespace, 'audit'::regnamespace) and not i.indisprimary and not i.indisunique`,
  )) as { name: string; definition: string }[];
  for (const { name } of indexes) await db.query(`drop index ${name}`);
  return async () => {
    await db.query("set maintenance_work_mem = '256MB'");
    for (const { definition } of indexes) await db.query(definition);
  };
}
