/** Parts that go away under a running suite: PostgreSQL, the queues, Chromium; nothing answered 2xx is lost (DLN-2, FRM-2). */
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { readPdf, until } from '@bihuan/testing-kit';
import { readdirSync, readFileSync } from 'node:fs';
import { lookInto } from './support/archive';
import { call, handle, makeForm, path, takeContact } from './support/hotline';
import { ownPostgres } from './support/own-postgres';
import type { Json, PlayedSuite } from './support/suite';
import { playSuite } from './support/suite';

jest.setTimeout(120_000);

const START = '2026-09-17T09:00:00+08:00';

describe('PostgreSQL gone', () => {
  it('DLN-2 answers 503 and is not ready; back again, everything that was answered 2xx is there and work goes on', async () => {
    const postgres = await ownPostgres();
    const suite = await playSuite(START, { DATABASE_URL: postgres.url });
    const health = async (which: string) => (await fetch(`${suite.url}/api/health/${which}`)).status;
    try {
      const [agent, engineer] = [await suite.as('agent'), await suite.as('engineer')];
      const confirmed: string[] = [];
      const statuses = new Set<number>();
      let over = false;
      const writer = async () => {
        while (!over) {
          const { status, body, headers } = await agent.post('/hotline/contacts', call());
          statuses.add(status);
          if (status === 201) confirmed.push(String(body['id']));
          // Asked again when the answer says, only sooner: the outage is short.
          if (status === 503) await new Promise((resolve) => setTimeout(resolve, 20 * Number(headers['retry-after'])));
        }
      };
      const writers = [1, 2, 3, 4].map(writer);
      await until('some contacts', () => Promise.resolve(confirmed.length > 20), 20);
      await postgres.stop();
      const before = confirmed.length;
      const refused = await agent.post('/hotline/contacts', call());
      expect([refused.status, refused.body['code']]).toEqual([503, 'unavailable']);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(await health('live')).toBe(200);
      expect(await health('ready')).toBe(503);
      await postgres.start();
      await until('ready', async () => (await health('ready')) === 200, 30);
      await until('more contacts', () => Promise.resolve(confirmed.length > before + 20), 30);
      over = true;
      await Promise.all(writers);
      expect([...statuses].sort()).toEqual([201, 503]);

      const db = await lookInto(postgres.url);
      try {
        const [found] = (await db.query(
          `select count(*)::int as contacts, count(e.id)::int as told from unnest($1::uuid[]) as c (id)
           join hotline.contact using (id) join audit.entry e on e.subject_id = c.id and e.action = 'taken'`,
          [confirmed],
        )) as { contacts: number; told: number }[];
        expect(found).toEqual({ contacts: confirmed.length, told: confirmed.length });
        const halves = await db.query(
          `select c.id from hotline.contact c where not exists (select 1 from audit.entry e where e.subject_id = c.id)
           union all select e.subject_id from audit.entry e where e.kind = 'contact'
             and not exists (select 1 from hotline.contact c where c.id = e.subject_id)`,
        );
        expect(halves).toEqual([]);
      } finally {
        await db.destroy();
      }
      // The calls between processes work again: a conclusion becomes a revisit by itself.
      const form = await makeForm(agent);
      await agent.do(`${path(form)}/refer`, { customerAgreed: true });
      await handle(engineer, form);
      await agent.do(`${path(form)}/answer`, { text: '已处理', satisfied: true });
      const revisit = async () => (await agent.list('/revisit/tasks')).some(({ number }) => number === form['number']);
      await until('the revisit', revisit, 40);
    } finally {
      await suite.close();
      await postgres.close();
    }
  });
});

describe('queue data gone', () => {
  let suite: PlayedSuite;
  let db: DataSource;
  beforeAll(async () => {
    suite = await playSuite(START, { SUITE_CLOCK: 'system' });
    db = await lookInto(suite.databaseUrl);
  });
  afterAll(async () => {
    await db.destroy();
    await suite.close();
  });

  const FORMS = 8;

  it('DLN-2 SYS-06 all BullMQ data deleted in the middle: every escalation still happens, once, none early', async () => {
    const agent = await suite.as('agent');
    const forms = await Promise.all(Array.from({ length: FORMS }, () => makeForm(agent)));
    const ids = forms.map(({ id }) => id);
    // Their referral clocks end in a few seconds instead of in two working hours.
    const [armed] = (await db.query(
      `with d as (update alarms.deadline set due_at = clock.at, warn_at = clock.at - interval '1 second'
         from (select $2::timestamptz as at) clock where subject_id = any($1::uuid[]) returning id, due_at)
       , s as (update alarms.step set at = d.due_at, next_at = d.due_at from d where deadline_id = d.id and state = 'armed' returning 1)
       select count(*)::int as steps from s`,
      [ids, new Date(realNow().getTime() + 3_000)],
    )) as { steps: number }[];
    const tables = (await db.query(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'",
    )) as { name: string }[];
    expect(tables.length).toBeGreaterThan(0);
    await db.query(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);

    // Its state is written first; timeline and people hear of it afterwards.
    const told = async () => {
      const [row] = (await db.query(
        `select count(*)::int as steps from alarms.step s join alarms.deadline d on d.id = s.deadline_id
         where d.subject_id = any($1::uuid[]) and s.state = 'fired' and s.told`,
        [ids],
      )) as { steps: number }[];
      return row?.steps ?? 0;
    };
    await until('every step', async () => (await told()) === armed?.steps, 45);
    const [seen] = (await db.query(
      `select count(*) filter (where fired_at < at)::int as early, max(extract(epoch from fired_at - at))::int as latest
       from alarms.step where state = 'fired'`,
    )) as { early: number; latest: number }[];
    expect(seen?.early).toBe(0);
    expect(seen?.latest).toBeLessThanOrEqual(35);
    for (const id of ids) {
      const timeline = await agent.list(`/timeline?filter[subject]=hotline:problem-form:${String(id)}`);
      expect(timeline.filter(({ action }) => action === 'deadline-breached')).toHaveLength(1);
    }
    const doubles = await db.query(
      'select subject_id, employee_id, template from notices.notice group by 1, 2, 3 having count(*) > 1',
    );
    expect(doubles).toEqual([]);
    const [noticed] = (await db.query('select count(distinct subject_id)::int as subjects from notices.notice')) as {
      subjects: number;
    }[];
    expect(noticed?.subjects).toBe(FORMS);
  });
});

describe('Chromium killed', () => {
  let suite: PlayedSuite;
  beforeAll(async () => (suite = await playSuite(START)));
  afterAll(() => suite.close());

  /** Browsers of this process: their profile folder carries its number. */
  const browsers = () =>
    readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map(Number)
      .filter((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return command.includes(`/profiles/${process.pid}-`) && !command.includes('--type=');
        } catch {
          return false; // gone meanwhile
        }
      });

  it('FRM-2 in the middle of renders: every form still comes, whole', async () => {
    const agent = await suite.as('agent');
    const form = await makeForm(agent);
    const print = () => agent.pdf(`${path(form)}/forms/problem-form.pdf`);
    expect((await print()).status).toBe(200);
    expect(browsers()).not.toEqual([]);
    for (let n = 0; n < 5; n++) {
      const prints = Array.from({ length: 4 }, print);
      await new Promise((resolve) => setTimeout(resolve, 10 * n));
      for (const pid of browsers()) process.kill(pid, 'SIGKILL');
      for (const { status, bytes } of await Promise.all(prints)) {
        expect(status).toBe(200);
        expect((await readPdf(bytes)).map(({ text }) => text).join()).toContain(String(form['number']));
      }
    }
  });

  it('FRM-3 while it prints: the form is filed and counted once', async () => {
    const agent = await suite.as('agent');
    const contact = await takeContact(agent);
    const form = await agent.do('/hotline/problem-forms', {
      contactId: contact,
      category: 'other',
      description: '吞卡',
    });
    const printing = agent.do(`${path(form)}/forms/problem-form/prints`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (const pid of browsers()) process.kill(pid, 'SIGKILL');
    const view: Json = await printing;
    expect(view['copies']).toEqual([{ copy: 1, print: 1 }]);
    expect((await agent.pdf(String(view['url']))).status).toBe(200);
  });
});
