/** A process with all its children, as Linux tells it. */
import { readdirSync, readFileSync } from 'node:fs';

const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // gone meanwhile
  }
};

/** It and everything below it. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)) {
    const parent = Number(/^\d+ \(.*\) \S (\d+)/.exec(read(pid, 'stat'))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/** Browsers below it: the first process of each. */
export const browsersOf = (root: number): number[] =>
  treeOf(root).filter((pid) => {
    const command = read(pid, 'cmdline');
    return command.includes('--user-data-dir') && !command.includes('--type=');
  });

/** Memory of the tree, what is shared counted once, megabytes. */
export function memoryOf(root: number): number {
  const kilobytes = treeOf(root).map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0));
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1_024);
}
