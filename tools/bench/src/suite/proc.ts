/** What Linux tells about a process: memory, CPU time, parents. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second everywhere we run. */
const TICKS_A_SECOND = 100;

const read = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // ended, or not on this machine
  }
};

/** Fields after the name in brackets, which may hold anything. */
const statOf = (pid: number): string[] =>
  read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');

/** Name of the program; empty where there is no such process. */
export const programOf = (pid: number): string => read(pid, 'comm').trim();

/** Resident memory, MB (10⁶ bytes). */
export function rssOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(read(pid, 'status')) ?? [];
  return (Number(kilobytes ?? 0) * 1_024) / 1e6;
}

/** CPU time used so far, seconds. */
export function cpuOf(pid: number): number {
  const [user, system] = statOf(pid).slice(11, 13);
  return (Number(user ?? 0) + Number(system ?? 0)) / TICKS_A_SECOND;
}

/** The process and those it started, directly or not. */
export function familyOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((name) => [Number(name), Number(statOf(Number(name))[1])]));
  const below = (parent: number): number[] =>
    [...parents].flatMap(([child, its]) => (its === parent ? [child, ...below(child)] : []));
  return [pid, ...below(pid)];
}
