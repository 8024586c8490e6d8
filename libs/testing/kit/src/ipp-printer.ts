/** A real IPP printer service for tests: Debian's `ippeveprinter`, with a bus of its own, gone with the test (FRM-6). */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { debianProgram, type Program } from './debian-program';

export interface IppPrinter {
  readonly url: string;
  /** The same printer with TLS; its certificate is signed by itself. */
  readonly secureUrl: string;
  /** Papers it took, in the order of its jobs: their job's name and bytes. */
  papers(): { readonly name: string; readonly bytes: Buffer }[];
  /** Ends it at once; `start` brings one back at the same address, with its list of jobs empty. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** From the next job on it does this with each: a shell's words; `exit 1` = the job is aborted. */
  onPaper(command: string): void;
  close(): Promise<void>;
}

const PRINTER = {
  path: 'usr/sbin/ippeveprinter',
  package: 'cups-ipp-utils',
  probe: ['--help'],
} as const;
/** The printer announces itself on the network through it, and does not start without. Nobody else is on this one. */
const BUS = {
  path: 'usr/bin/dbus-daemon',
  package: 'dbus-daemon',
  probe: ['--version'],
} as const;

const READY_MS = 20_000;

const busSettings = (socket: string): string =>
  `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=${socket}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/** The programs, or why there are none; in CI that is an error: the tests must not pass without a printer. */
async function programs(): Promise<{ printer: Program; bus: Program } | string> {
  const [printer, bus] = [await debianProgram(PRINTER), await debianProgram(BUS)];
  const missing = [printer, bus].flatMap((one) => ('reason' in one ? [one.reason] : []));
  if (missing.length === 0) return { printer: printer as Program, bus: bus as Program };
  const said = `No IPP printer service (Debian's cups-ipp-utils) is to be had: ${missing.join('; ')}`;
  if (process.env['CI'] === 'true') throw new Error(said);
  return said;
}

/** A printer on a free port of this machine; a sentence where none is to be had. @throws in CI where none is */
export async function ippPrinter(): Promise<IppPrinter | string> {
  const found = await programs();
  if (typeof found === 'string') return found;
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-ipp-'));
  const [spool, keys, script, socket] = ['spool', 'keys', 'print.sh', 'bus'].map((name) => join(folder, name));
  if (!spool || !keys || !script || !socket) throw new Error('no folder for the printer');
  mkdirSync(spool);
  mkdirSync(keys);
  const onPaper = (command: string): void => {
    writeFileSync(script, `#!/bin/sh\n${command}\n`);
    chmodSync(script, 0o755);
  };
  onPaper('exit 0');
  writeFileSync(join(folder, 'bus.conf'), busSettings(socket));
  const port = await freePort();
  const bus = spawn(found.bus.path, [`--config-file=${join(folder, 'bus.conf')}`, '--nofork'], {
    env: { ...process.env, ...found.bus.env },
    stdio: 'ignore',
  });
  await until(() => existsSync(socket), bus);
  let printer: ChildProcess | undefined;
  const options = ['-p', String(port), '-n', 'localhost', '-r', 'off', '-f', 'application/pdf', '-s', '600', '-k'];
  const start = async (): Promise<void> => {
    printer = spawn(found.printer.path, [...options, '-K', keys, '-d', spool, '-c', script, 'Bihuan test'], {
      env: { ...process.env, ...found.printer.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${socket}` },
      stdio: 'ignore',
    });
    await until(() => answers(port), printer);
  };
  const stop = async (): Promise<void> => {
    await ended(printer);
    printer = undefined;
  };
  await start();
  return {
    url: `ipp://127.0.0.1:${port}/ipp/print`,
    secureUrl: `ipps://localhost:${port}/ipp/print`,
    papers: () =>
      readdirSync(spool)
        .filter((file) => file.endsWith('.pdf'))
        .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
        .map((file) => ({ name: file.replace(/^\d+-|\.pdf$/g, ''), bytes: readFileSync(join(spool, file)) })),
    stop,
    start,
    onPaper,
    async close() {
      await stop();
      await ended(bus);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Waits until it is so. @throws where the process ends before, or it takes too long */
async function until(met: () => boolean | Promise<boolean>, child: ChildProcess): Promise<void> {
  const end = performance.now() + READY_MS;
  while (!(await met())) {
    const { exitCode, signalCode } = child;
    if (exitCode !== null || signalCode !== null)
      throw new Error(`${child.spawnfile} ended: ${exitCode ?? signalCode}`);
    if (performance.now() > end) throw new Error(`${child.spawnfile} was not ready in time`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
