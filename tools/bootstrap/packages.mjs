/** npm packages: installed by `npm ci` when they are missing or older than package-lock.json. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { PROJECTS } from '../projects/projects.mjs';
import { inRoot, tool } from './paths.mjs';
import { run } from './processes.mjs';
import { Refusal, step } from './steps.mjs';

const LOCK = inRoot('package-lock.json');
/** What npm itself writes last. */
const NPMS_OWN = tool('.package-lock.json');
/** The hash of the lock these packages were installed from. */
const STAMP = tool('.bihuan-installed');

const lockHash = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex');

function upToDate() {
  if (!existsSync(NPMS_OWN)) return false;
  const linked = PROJECTS.every(
    (p) => !existsSync(inRoot(p.dir, 'package.json')) || lstatSync(tool(p.name), { throwIfNoEntry: false }),
  );
  if (!linked) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return true;
  return statSync(NPMS_OWN).mtimeMs >= statSync(LOCK).mtimeMs;
}

/** npm as the one that started us, else the one on the path. */
function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return run(process.execPath, [own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Packages of the top level meant for this machine, as folders of node_modules. */
function wantedPackages() {
  const here = (list, name) =>
    !list || list.includes(name) || list.some((one) => one.startsWith('!') && one !== `!${name}`);
  return Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages)
    .filter(([path, entry]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !entry.link)
    .filter(([, entry]) => here(entry.os, process.platform) && here(entry.cpu, process.arch))
    .map(([path]) => inRoot(path, 'package.json'));
}

async function install(progress) {
  const wanted = wantedPackages();
  const count = () => progress(`${wanted.filter((path) => existsSync(path)).length} / ${wanted.length}`);
  const counter = setInterval(count, 2_000);
  const { ok, output } = await npm(
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: inRoot(),
      env: { NODE_ENV: 'development' },
    },
  );
  clearInterval(counter);
  if (ok) return;
  throw new Refusal(
    'npm ci 失败,依赖包没有装好。请检查网络、代理与 npm 的 registry 设置(npm config get registry)和磁盘空间,然后重试。',
    'npm ci failed, the packages are not installed. Check network, proxy, the registry (npm config get registry) and disk space, then try again.',
    output.split('\n').slice(0, 25).join('\n'),
  );
}

/** Installs what is missing; does nothing in milliseconds when all is there. */
export async function ensurePackages() {
  if (!upToDate()) await step('安装依赖包', 'installing packages', install);
  try {
    writeFileSync(STAMP, lockHash());
  } catch (error) {
    // Packages put there by another user are good to use; only the note about them is missing.
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error;
  }
}
