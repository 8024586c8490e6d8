/**
 * Child supervision. Every child stands in its own process group, so that Ctrl-C reaches the launcher only and the
 * launcher stops things in order, the newest first: server, then PostgreSQL, then temporary folders.
 */
import { spawn } from 'node:child_process';
import { commandLine, end, mark, mine, orphans, signalTo } from './leftovers.mjs';
import { complain, say, Stopped } from './steps.mjs';

const WINDOWS = process.platform === 'win32';
const stack = [];
const children = new Set();
let stopping = false;

/** Whether everything is being stopped already. */
export const isStopping = () => stopping;

/** Remembers something to undo at the end, and gives back how to forget it. */
export function onStop(undo) {
  if (stopping) throw new Stopped();
  stack.push(undo);
  return () => {
    const at = stack.indexOf(undo);
    if (at >= 0) stack.splice(at, 1);
  };
}

async function stopAll() {
  while (stack.length) {
    const undo = stack.pop();
    try {
      await undo();
    } catch (error) {
      complain(error);
    }
  }
}

/** Hands on whole lines of a stream. */
export function byLine(stream, use) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach(use);
  });
  stream.on('end', () => rest && use(rest));
}

/**
 * Starts a child that is stopped with the launcher. `stop()` sends `stopSignal`, waits `graceMs`, then kills the whole
 * group; `exited` resolves to `{ code, signal }`, or `{ error }` when it could not be started.
 */
export function launch(command, args, { stopSignal = 'SIGTERM', graceMs = 10_000, env, ...options } = {}) {
  if (stopping) throw new Stopped();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    env: { ...process.env, ...env, ...mark() },
    detached: !WINDOWS,
  });
  const exited = new Promise((done) => {
    child.once('error', (error) => done({ error }));
    child.once('close', (code, signal) => done({ code, signal }));
  });
  children.add(child);
  const stop = async () => {
    forget();
    if (child.pid && child.exitCode === null && child.signalCode === null) child.kill(stopSignal);
    const timer = setTimeout(() => child.pid && signalTo(WINDOWS ? child.pid : -child.pid, 'SIGKILL'), graceMs);
    const how = await exited;
    clearTimeout(timer);
    return how;
  };
  const forget = onStop(stop);
  exited.then(() => {
    children.delete(child);
    forget();
  });
  return { child, exited, stop };
}

/** Runs a child to its end and keeps its last lines; `show` prints what it says as it comes. */
export async function run(command, args, { show = false, ...options } = {}) {
  const lines = [];
  const stdio = ['ignore', show === true ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'];
  const { child, exited } = launch(command, args, { ...options, stdio });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    byLine(stream, (line) => {
      lines.push(line);
      if (lines.length > 200) lines.shift();
    });
  }
  const { code, signal, error } = await exited;
  if (error) lines.push(error.message);
  return { ok: code === 0, code: code ?? signal, output: lines.join('\n') };
}

/** What an earlier launcher of this folder left when it was killed. Its PostgreSQL is seen to with its cluster. */
async function clearUp() {
  const left = orphans().filter((pid) => !/postgres/.test(commandLine(pid).split(' ')[0]));
  if (left.length) say(`! 结束上次运行残留的进程 · ending what a killed run left: ${(await end(left)).join(', ')}`);
}

/**
 * Runs a command under supervision: `work` returns the exit code. On Ctrl-C, SIGTERM or a closed terminal everything
 * started is stopped first; the exit code is then `onSignal`.
 */
export async function supervise(work, { onSignal = 130 } = {}) {
  const signalled = new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done(signal));
    // npm passes a signal to its shell only; when both are gone we are alone, and nobody else could stop us.
    const parent = process.ppid;
    const alone = () => process.ppid !== parent && done('npm');
    if (process.env.npm_lifecycle_event) setInterval(alone, 300).unref();
  });
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.on('exit', () => {
    for (const child of children) if (child.pid) signalTo(WINDOWS ? child.pid : -child.pid, 'SIGKILL');
  });
  const job = clearUp()
    .then(work)
    .then(
      (code) => code ?? 0,
      (error) => {
        if (!stopping) complain(error);
        return 1;
      },
    );
  const outcome = await Promise.race([job, signalled]);
  const signal = typeof outcome === 'string' ? outcome : undefined;
  if (signal) say(`\n■ 正在停止 · stopping (${signal})`);
  stopping = true;
  await stopAll();
  const left = mine();
  if (left.length) {
    await end(left);
    say(`! 已结束残留进程 · ended what was left over: ${left.join(', ')}`);
  }
  if (signal) say('■ 已全部停止 · everything is stopped');
  process.exit(signal ? onSignal : outcome);
}
