/** The figures as a table for people and as `out/bench.json` for programs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { type BenchRow, type Goal, isMet } from './row';

/** Where it was measured; without it the figures mean little. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  /** Load average over the last minute, before and after: above the cores, others were at work too. */
  readonly load: { readonly before: number; readonly after: number };
}

export const machine = (postgres: string, before: number): Machine => ({
  cores: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  postgres,
  load: { before, after: presentLoad() },
});

export const presentLoad = (): number => Math.round((loadavg()[0] ?? 0) * 10) / 10;

const goalText = (goal: Goal): string => ('atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`);

/** Three figures that count, no more. */
function figure(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4);
}

/** A Markdown table. */
export function table(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => {
    const met = isMet(row);
    const verdict = met === undefined ? '' : met ? 'yes' : '**no**';
    const ratio = row.ratio === undefined ? '' : `${figure(row.ratio)} ×`;
    return `| ${[row.name, `${figure(row.value)} ${row.unit}`, row.goal ? goalText(row.goal) : '', verdict, ratio].join(' | ')} |`;
  });
  return ['| measured | value | goal | met | to the baseline |', '|---|---|---|---|---|', ...lines].join('\n');
}

export function writeReport(file: string, at: Date, where: Machine, rows: readonly BenchRow[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const measured = rows.map((row) => ({ ...row, met: isMet(row) ?? null }));
  writeFileSync(file, `${JSON.stringify({ at: at.toISOString(), machine: where, rows: measured }, null, 2)}\n`);
}
