/** The times of a call file: readable, all on one day, and never going back. */
import { DateTime } from 'luxon';
import type { Row } from '../parse/read-table';
import type { Finding } from '../problems';

/** Times without an offset are the house's own (api.md). */
export const ZONE = 'Asia/Shanghai';

const LOCAL = ['yyyy-M-d H:mm', 'yyyy-M-d H:mm:ss'];

/** Day 0 of a spreadsheet; a date in a format of the user's own comes as days since then. */
const SHEET_EPOCH = { year: 1899, month: 12, day: 30 };

/** `2026-09-17 09:05`, `2026/9/17 9:05:30` or ISO 8601 with an offset; nothing for anything else. */
export function timeOf(cell: string): DateTime | undefined {
  const text = cell.normalize('NFKC').trim();
  if (/(Z|[+-]\d\d:\d\d)$/i.test(text)) {
    const instant = DateTime.fromISO(text.replace(' ', 'T'), { zone: ZONE });
    return instant.isValid ? instant : undefined;
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) {
    const seconds = Math.round(Number(text) * 86_400);
    return DateTime.fromObject(SHEET_EPOCH, { zone: 'utc' }).plus({ seconds }).setZone(ZONE, { keepLocalTime: true });
  }
  const local = text.replaceAll('/', '-').replace(/(\d)T(\d)/, '$1 $2');
  return LOCAL.map((format) => DateTime.fromFormat(local, format, { zone: ZONE })).find(({ isValid }) => isValid);
}

export interface CheckedTimes {
  /** An instant a row, in the file's order; empty where something is wrong. */
  readonly instants: readonly Date[];
  /** Day of the calls, `2026-09-17`. */
  readonly day: string;
  readonly findings: readonly Finding[];
}

export function checkTimes(rows: readonly Row[]): CheckedTimes {
  const findings: Finding[] = [];
  const instants: Date[] = [];
  let day = '';
  let latest: { millis: number; line: number } | undefined;
  let sameInstant = 0;
  for (const { line, cells } of rows) {
    const time = timeOf(cells.time);
    const wrong = (zh: string, en: string): number => findings.push({ line, column: 'time', zh, en });
    if (!time) {
      wrong(
        `「${cells.time}」不是时间，请写成 2026-09-17 09:05。`,
        `"${cells.time}" is no time: write it like 2026-09-17 09:05.`,
      );
      continue;
    }
    const own = time.toISODate() ?? '';
    day ||= own;
    if (own !== day) {
      wrong(
        `日期 ${own} 与首行的 ${day} 不同；一次只演示一天。`,
        `It is on ${own}, the first on ${day}: one day at a time.`,
      );
      continue;
    }
    const millis = time.toMillis();
    if (latest && millis < latest.millis) {
      wrong(`早于第 ${latest.line} 行；时间须依次向后。`, `It is before line ${latest.line}: times must not go back.`);
      continue;
    }
    sameInstant = latest?.millis === millis ? sameInstant + 1 : 0;
    latest = { millis, line };
    instants.push(new Date(millis + sameInstant));
  }
  return { instants: findings.length > 0 ? [] : instants, day, findings };
}
