/** How much memory a process and its descendants hold, read from /proc. */
import { readdir, readFile } from 'node:fs/promises';

const PAGE = 4096;

/** Resident bytes of the tree under `pid`; 0 where /proc does not exist or the process is gone. */
export async function treeMemory(pid: number): Promise<number> {
  const names = await readdir('/proc').catch(() => []);
  const processes = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readProcess));
  const children = new Map<number, { pid: number; memory: number }[]>();
  let total = 0;
  for (const one of processes) {
    if (!one) continue;
    if (one.pid === pid) total += one.memory;
    children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
  }
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const child of children.get(next) ?? []) {
      total += child.memory;
      open.push(child.pid);
    }
  }
  return total;
}

async function readProcess(name: string): Promise<{ pid: number; parent: number; memory: number } | undefined> {
  try {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8');
    // The command in brackets may hold anything: the numbers begin after its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(name), parent: Number(fields[1]), memory: Number(fields[21]) * PAGE };
  } catch {
    return undefined;
  }
}
