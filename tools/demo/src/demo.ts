/** The demonstration: read the file, check it whole, play the day over the API, print its papers, prove the summary. */
import { basename, join } from 'node:path';
import { Cast } from './api/cast';
import { checkCalls } from './check/check-calls';
import { checkTimes, ZONE } from './check/check-times';
import { OutFolder } from './papers/out-folder';
import { printPapers } from './papers/print-papers';
import { readTable } from './parse/read-table';
import { SEED } from './plan/draw';
import { dayOf } from './play/call-hours';
import { playDay } from './play/play-day';
import { DemoRefusal } from './problems';
import type { DaySummary } from './summary/count';
import { countDay } from './summary/count';
import type { Facts } from './summary/facts';
import { gatherFacts } from './summary/facts';
import { summaryText } from './summary/write-summary';
import { DateTime } from 'luxon';

/** 300 calls of a day at a maker of ATMs. */
export const SAMPLE = join(__dirname, '../data/sample-calls.csv');

export interface DemoOptions {
  /** A fresh server on the manual clock. */
  readonly url: string;
  /** Call file, CSV or XLSX. */
  readonly file: string;
  /** Folder for papers and summary. */
  readonly out: string;
  /** Takes the lines of progress. */
  readonly say: (line: string) => void;
}

/** Start of the day of a call file, with its offset: where the server's manual clock is to start. */
export async function dayStart(file: string): Promise<string> {
  const { day, findings } = checkTimes((await readTable(file)).rows);
  if (findings.length > 0) throw new DemoRefusal(findings);
  return DateTime.fromISO(day, { zone: ZONE }).toISO({ suppressMilliseconds: true }) ?? day;
}

/** @throws DemoRefusal naming every wrong row before anything is sent, or what broke off, or what does not add up */
export async function runDemo({ url, file, out, say }: DemoOptions): Promise<DaySummary> {
  const table = await readTable(file);
  if (table.ignored.length > 0) say(`! 不认识的列已略过 · columns passed over: ${table.ignored.join(', ')}`);
  const cast = await Cast.gather(url);
  const { day, calls } = checkCalls(table, cast.house);
  say(`✓ 来电文件无误 · the call file is sound: ${calls.length} × ${day}`);
  const folder = await OutFolder.open(out);

  say('▸ 演示这一天 · playing the day');
  const played = await playDay(cast, calls, say);
  const facts = await gatherFacts(cast, day, played.calls);

  say('▸ 打印表单 · printing the papers');
  const papers = await printPapers(cast.desk, printOrder(day, facts), folder, (done, total) => {
    if (done % 50 === 0 || done === total) say(`  ${done}/${total}`);
  });

  const summary = countDay(facts, papers, (at) => dayOf(new Date(at)));
  const frame = {
    file: basename(file),
    day,
    seed: SEED,
    standIns: cast.standIns(facts.calls.flatMap(({ form }) => (form?.unit && form.acceptance ? [form.unit.id] : []))),
  };
  await folder.write('summary.json', `${JSON.stringify({ ...frame, ...summary }, null, 2)}\n`);
  await folder.write('summary.md', summaryText(summary, frame, cast.house));
  demandProofs(summary);
  say(`✓ ${summary.papers.total} 份表单，汇总无误 · papers, and the summary adds up: ${out}`);
  return summary;
}

function printOrder(day: string, { calls, tasks }: Facts) {
  return {
    day,
    forms: calls.flatMap(({ form }) =>
      form ? [{ id: form.id, number: form.number, accepted: form.acceptance !== null }] : [],
    ),
    revisitDays: [...new Set(tasks.map(({ plannedFor }) => dayOf(new Date(plannedFor))))].sort(),
  };
}

function demandProofs({ proofs }: DaySummary): void {
  const wrong = proofs.filter(({ holds }) => !holds);
  if (wrong.length === 0) return;
  throw new DemoRefusal(
    wrong.map(({ zh, en, left, right }) => ({
      zh: `汇总不符：${zh}，实为 ${left} 与 ${right}。`,
      en: `The summary does not add up: ${en}, but ${left} and ${right}.`,
    })),
  );
}
