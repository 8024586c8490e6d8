/**
 * Every job class of the suite (step handlers, event subscribers, pumps: found by their registries) is run three times with
 * the same input while a company's month is played: what is counted at the end is what one run each leaves (EVT-1, DLN-2;
 * R20). A class that stands in no list here fails the test: whoever adds one says where it is run three times.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { companies, runCompany } from '@bihuan/demo';
import { tell } from '@bihuan/testing-kit';
import { lookInto } from '../support/archive';
import { playSuite } from '../support/suite';
import { FULL } from './support/amount';
import playedAgain from './support/played-again.json';
import { ranInStories, runThrice } from './support/thrice';

jest.setTimeout(3_600_000);

// Each run that is lost is a warning.
beforeAll(() => Logger.overrideLogger(['error']));

/** Run in every company's month. */
const ALWAYS = ['pump alarms', 'pump appraisal.months', 'pump audit', 'pump notices', 'pump outbox', 'pump reporting'];

/** Run in the month of the company of cable television, which `npm test` plays. */
const SMALL = [
  ...ALWAYS,
  'event appraisal.on-dispatch-fault',
  'event complaints.on-work-order-changed',
  'event hotline.on-work-order-concluded',
  'event reporting.on-deadline-changed',
  'event reporting.on-dispatch-work-order-changed',
  'event revisit.on-work-order-concluded',
  'pump customer-notices',
  'pump reporting-flow-sample',
  'step appraisal.close-month',
  'step dispatch.redispatch',
];

/** Run in the months of the others, which `npm run test:faults` plays too. */
const LARGE = [
  'event appeals.on-complaint-answered',
  'event appeals.on-complaint-registered',
  'event appraisal.on-appeal-liability',
  'event appraisal.on-contact-changed',
  'event appraisal.on-evaluation-given',
  'event appraisal.on-matter-revisited',
  'event appraisal.on-repair-graded',
  'event appraisal.on-sanction-decided',
  'event complaints.on-appeal-linked',
  'event complaints.on-complaint-heard',
  'event complaints.on-matter-revisited',
  'event complaints.on-service-complaint',
  'event dispatch.on-urgent-order-requested',
  'event hotline.on-matter-revisited',
  'event hotline.on-remark-made',
  'event reporting.on-appeals-appeal-changed',
  'event reporting.on-complaints-complaint-changed',
  'event reporting.on-hotline-contact-changed',
  'event reporting.on-hotline-problem-form-changed',
  'event reporting.on-revisit-evaluation-changed',
  'event reporting.on-revisit-task-changed',
  'event revisit.on-complaint-closed',
  'event revisit.on-complaint-concluded',
  'event revisit.on-complaint-registered',
  'event revisit.on-problem-form-concluded',
  'event revisit.on-problem-form-reopened',
  'event revisit.on-sample-call-requested',
  'step appraisal.freeze',
  'step complaints.supervise',
  'step hotline.chase',
  'step hotline.conclude-silent',
];

/**
 * In no month: the end-to-end tests that reach them are played with each class run three times, and all they count must
 * be as it is with one run each. `npm run test:faults` plays them before this spec and says in FAULTS_RAN what ran.
 */
const STORIES: Readonly<Record<string, string>> = playedAgain;

/** Nowhere run three times. Where each of them is run again after it was lost. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'event appeals.on-complaint-reopened': 'in no end-to-end test of a whole suite',
  'event dispatch.on-form-order-requested': 'in no end-to-end test that was played so',
  'event revisit.on-complaint-reopened': 'in no end-to-end test of a whole suite',
  'pump recount': 'recount.db: in batches, two looks',
  'step revisit.unanswered': 'in no end-to-end test of a whole suite',
  'pump printers': 'printing.faults: the worker killed while it talks to the printer',
};

const packs = FULL ? companies.map(({ pack }) => pack) : ['cable-tv'];

interface Month {
  readonly ran: ReadonlySet<string>;
  readonly wrong: readonly unknown[];
  /** Rows of every table, and entries of the timeline by kind. */
  readonly rows: Readonly<Record<string, number>>;
}

async function month(pack: string, apply: boolean): Promise<Month> {
  const from = companies.find((company) => company.pack === pack)?.from ?? '';
  const out = await mkdtemp(join(tmpdir(), 'bihuan-thrice-'));
  const suite = await playSuite(`${from.slice(0, 10)}T00:00:00+08:00`, { SUITE_PACK: pack });
  const db = await lookInto(suite.databaseUrl);
  try {
    const { ran } = runThrice(suite.running.app, apply);
    const { proofs } = await runCompany(pack, { url: suite.url, out, say: () => undefined });
    const tables = (await db.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema', 'bullmq', 'engine') order by 1`,
    )) as { name: string }[];
    const rows: Record<string, number> = {};
    for (const { name } of tables) {
      // A cell may be there and hold nothing: what came and went in one batch was never sent.
      const filled = name === 'reporting.cell' ? 'where value <> 0' : '';
      const [row] = (await db.query(`select count(*)::int as count from ${name} ${filled}`)) as { count: number }[];
      rows[name] = row?.count ?? -1;
    }
    const entries = (await db.query(
      "select 'entry ' || kind || ' ' || action as name, count(*)::int as count from audit.entry group by 1",
    )) as { name: string; count: number }[];
    for (const { name, count } of entries) rows[name] = count;
    return { ran, rows, wrong: proofs.filter(({ holds }) => !holds) };
  } finally {
    await db.destroy();
    await suite.close();
    await rm(out, { recursive: true, force: true });
  }
}

it('R20 of each job class of the suite it is said where it is run again', async () => {
  // The company whose pack asks for every module.
  const suite = await playSuite('2026-09-01T00:00:00+08:00');
  const { all } = runThrice(suite.running.app, false);
  await suite.close();
  expect(all).toEqual([...SMALL, ...LARGE, ...Object.keys(STORIES), ...Object.keys(ELSEWHERE)].sort());
  expect(all.length).toBeGreaterThan(50);
});

it('EVT-1 DLN-2 RPT-1d R20 each job class run three times with the same input leaves what one run leaves', async () => {
  const ran = new Set<string>();
  for (const pack of packs) {
    const once = await month(pack, false);
    const thrice = await month(pack, true);
    expect({ pack, wrong: thrice.wrong }).toEqual({ pack, wrong: [] });
    expect({ pack, ...thrice.rows }).toEqual({ pack, ...once.rows });
    for (const job of thrice.ran) ran.add(job);
    // The control: run once each, nothing counts as run three times.
    expect(once.ran.size).toBe(0);
  }
  if (FULL) for (const job of ranInStories()) ran.add(job);
  const promised = FULL ? [...SMALL, ...LARGE, ...Object.keys(STORIES)] : SMALL;
  tell({ companies: packs.length, 'classes run three times': ran.size, listed: promised.length });
  expect(promised.filter((job) => !ran.has(job))).toEqual([]);
});
