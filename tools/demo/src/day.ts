/** A day of calls from a file: read, checked whole, played over the API, printed, its summary proven (issue 2). */
import { basename, join } from 'node:path';
import { DateTime } from 'luxon';
import type { Cast } from './api/cast';
import { checkCalls } from './check/check-calls';
import { checkTimes, ZONE } from './check/check-times';
import type { OutFolder } from './papers/out-folder';
import type { Printed } from './papers/print-papers';
import { printPapers } from './papers/print-papers';
import { readTable } from './parse/read-table';
import { SEED } from './plan/draw';
import { dayOf } from './play/call-hours';
import type { Beside } from './play/play-day';
import { playDay } from './play/play-day';
import type { PlayedCall } from './play/stage';
import { DemoRefusal } from './problems';
import type { DaySummary } from './summary/count';
import { countDay } from './summary/count';
import type { Facts } from './summary/facts';
import { gatherFacts } from './summary/facts';
import { summaryText } from './summary/write-summary';

/** 300 calls of a day at a maker of ATMs. */
export const SAMPLE = join(__dirname, '../data/sample-calls.csv');

export interface PlayedFile {
  readonly calls: readonly PlayedCall[];
  readonly papers: readonly Printed[];
  readonly summary: DaySummary;
}

/** Start of the day of a call file, with its offset: where the server's manual clock is to start. */
export async function dayStart(file: string): Promise<string> {
  const { day, findings } = checkTimes((await readTable(file)).rows);
  if (findings.length > 0) throw new DemoRefusal(findings);
  return DateTime.fromISO(day, { zone: ZONE }).toISO({ suppressMilliseconds: true }) ?? day;
}

/** @throws DemoRefusal naming every wrong row before anything is sent or written, or what broke off */
export async function playCallFile(
  cast: Cast,
  file: string,
  out: OutFolder | (() => Promise<OutFolder>),
  say: (line: string) => void,
  beside?: Beside,
): Promise<PlayedFile> {
  const table = await readTable(file);
  if (table.ignored.length > 0) say(`! 不认识的列已略过 · columns passed over: ${table.ignored.join(', ')}`);
  const { day, calls } = checkCalls(table, cast.house);
  say(`✓ 来电文件无误 · the call file is sound: ${calls.length} × ${day}`);
  const folder = typeof out === 'function' ? await out() : out;

  say('▸ 演示这一天 · playing the day');
  const played = await playDay(cast, calls, say, beside);
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
  await folder.write('day.json', `${JSON.stringify({ ...frame, ...summary }, null, 2)}\n`);
  await folder.write('day.md', summaryText(summary, frame, cast.house));
  return { calls: played.calls, papers, summary };
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
