/** Chromium for the forms: named, packaged, the system's, or installed by apt-get where we may; else a warning. */
import { existsSync } from 'node:fs';
import { onPath, tool } from './paths.mjs';
import { run } from './processes.mjs';
import { Refusal, step, warn } from './steps.mjs';

const DEBIANS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The packaged shell is a Linux program for 64-bit Intel. */
const packaged = () =>
  process.platform === 'linux' && process.arch === 'x64' && existsSync(tool('@sparticuz/chromium/bin/chromium.br'));

async function installFromDebian() {
  const apt = (args) => run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  let result = await apt(['install', '-y', '--no-install-recommends', 'chromium-headless-shell']);
  if (!result.ok && (await apt(['update'])).ok) {
    result = await apt(['install', '-y', '--no-install-recommends', 'chromium-headless-shell']);
  }
  return result;
}

/** Sees to it that the server will find a browser. The suite also runs without: forms then wait. */
export async function ensureBrowser() {
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (existsSync(named)) return;
    throw new Refusal(
      `PUPPETEER_EXECUTABLE_PATH 指向的文件不存在:${named}`,
      `PUPPETEER_EXECUTABLE_PATH names a file that is not there: ${named}`,
    );
  }
  if (packaged() || DEBIANS.some((path) => existsSync(path))) return;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    const { ok } = await step('安装 Chromium', 'installing Chromium (apt-get)', installFromDebian);
    if (ok) return;
  }
  warn(
    '没有找到 Chromium:其余功能照常,但表单暂不能生成 PDF。请安装 Chromium 并用 PUPPETEER_EXECUTABLE_PATH 指明其路径。',
    'No Chromium was found: all else works, but forms cannot become PDFs. Install Chromium and name it with PUPPETEER_EXECUTABLE_PATH.',
  );
}
