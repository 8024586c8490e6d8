/**
 * A wrong clock for one process: Debian's libfaketime where it is to be had, which no part of the process sees through,
 * else a preload that shifts `Date`.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { debianProgram } from '@bihuan/testing-kit';

export interface WrongClock {
  /** Settings of the process. */
  readonly env: Readonly<Record<string, string>>;
  /** Puts the clock that many milliseconds beside the true one while the process works. */
  put(off: number): void;
}

export interface WrongClocks {
  /** What makes them wrong, for the report. */
  readonly by: string;
  /** @param off milliseconds beside the true time */
  clock(off: number): WrongClock;
  close(): void;
}

const LIBRARY = 'faketime/libfaketime.so.1';

async function library(): Promise<string | { reason: string }> {
  const found = await debianProgram({ path: 'usr/bin/faketime', package: 'faketime', probe: ['--version'] });
  if ('reason' in found) return found;
  const system = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => join('/usr/lib', name)) : [];
  const places = [...(found.env['LD_LIBRARY_PATH'] ?? '').split(delimiter), ...system];
  return places.map((place) => join(place, LIBRARY)).find(existsSync) ?? { reason: `no ${LIBRARY}` };
}

/** Its own words for an offset: `-300s`. */
const offset = (milliseconds: number): string => `${milliseconds < 0 ? '-' : '+'}${Math.abs(milliseconds) / 1_000}s`;

export async function wrongClocks(): Promise<WrongClocks> {
  const preload = await library();
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-clocks-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  let made = 0;
  const file = (): string => join(folder, String(made++));
  if (typeof preload !== 'string') {
    return {
      by: `a shifted Date (${preload.reason})`,
      clock(off) {
        const place = file();
        const put = (now: number): void => writeFileSync(place, String(now));
        put(off);
        const script = join(__dirname, 'wrong-clock.cjs');
        return { env: { NODE_OPTIONS: `--require ${script}`, FAULTS_CLOCK_OFF: place }, put };
      },
      close,
    };
  }
  return {
    by: 'libfaketime',
    clock(off) {
      const place = file();
      const put = (now: number): void => writeFileSync(place, offset(now));
      put(off);
      const env = {
        LD_PRELOAD: preload,
        FAKETIME_TIMESTAMP_FILE: place,
        // Seconds after which the file is read again.
        FAKETIME_CACHE_DURATION: '1',
        // Only the time of day is wrong: timers run as they do.
        DONT_FAKE_MONOTONIC: '1',
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      };
      return { env, put };
    },
    close,
  };
}
