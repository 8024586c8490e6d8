/** What `npm run test:faults` saw, a line a test: those that count what fell due first, then all others. */
import { cpus, totalmem } from 'node:os';

/** Columns of what counts deadlines; whatever else a test saw stands behind them. */
const COUNTED = ['due', 'done', 'duplicates', 'early', 'lost', 'latest'];
const UNTOLD = ['clocks'];

const IDS = /\b([RB]\d+)\b/g;

/** Where it was measured. */
export const machine = () =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

/**
 * Rows of one run.
 *
 * @param assertions of Jest's result: `{ fullName, title, ancestorTitles, status, duration }`
 * @param told by the tests themselves: full name → what it saw
 */
export function rowsOf(assertions, told, at) {
  return assertions
    .filter(({ title, status }) => [...title.matchAll(IDS)].length > 0 && status !== 'pending')
    .map(({ fullName, title, ancestorTitles, status, duration }) => ({
      name: fullName,
      ids: [...new Set([...title.matchAll(IDS)].map(([, id]) => id))],
      // Where the same test is played twice: "queues on Redis".
      where: ancestorTitles.find((name) => name.startsWith('queues on ')) ?? '',
      what: title.replace(/^(?:[A-Z]{1,3}\d*-?\d*[a-z]? )+/, ''),
      control: /\bcontrol\b/.test(title),
      passed: status === 'passed',
      seconds: Math.round((duration ?? 0) / 1_000),
      seen: told.get(fullName) ?? {},
      at,
    }));
}

const number = (id) => (id.startsWith('B') ? 100 : 0) + Number(id.slice(1));
const figure = (value) =>
  typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(1) : String(value ?? '');
const line = (cells) => `| ${cells.join(' | ')} |`;
const title = ({ ids, where }) => `${ids.join(' ')}${where ? ` (${where.replace('queues on ', '')})` : ''}`;
const took = (seconds) => (seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);

/** Two Markdown tables: deadlines that fell due, and everything else. */
export function tables(rows) {
  const sorted = [...rows].sort((a, b) => number(a.ids[0]) - number(b.ids[0]) || a.name.localeCompare(b.name));
  const counted = sorted.filter(({ seen }) => 'due' in seen);
  const others = sorted.filter(({ seen, control }) => !('due' in seen) && !control);
  const controls = sorted.filter(({ control }) => control);
  const more = (seen) =>
    Object.entries(seen)
      .filter(([name]) => !('due' in seen && COUNTED.includes(name)) && !UNTOLD.includes(name))
      .map(([name, value]) => `${name} ${figure(value)}`)
      .join(', ');
  const outcome = ({ passed }) => (passed ? '' : '**failed**');
  return [
    line(['test', 'due', 'done', 'duplicates', 'early', 'lost', 'latest, s', 'besides', 'took', '']),
    line(Array(10).fill('---')),
    ...counted.map((row) =>
      line([
        title(row),
        ...COUNTED.map((name) => figure(row.seen[name])),
        more(row.seen),
        took(row.seconds),
        outcome(row),
      ]),
    ),
    '',
    line(['test', 'what', 'seen', 'took', '']),
    line(Array(5).fill('---')),
    ...others.map((row) => line([title(row), row.what, more(row.seen), took(row.seconds), outcome(row)])),
    '',
    `Controls, which must see the failure they make: ${controls.filter(({ passed }) => passed).length} of ${controls.length}.`,
  ].join('\n');
}
