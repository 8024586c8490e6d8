import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SuiteError } from '@bihuan/plugin-kit';
import { cacheFolder, isRoot, NOBODY, readableByAll, readablePath } from './browser/user-folder';
import { WarmPage } from './browser/warm-page';
import { createRenderer } from './renderer';
import type { FormRenderer, RendererOptions } from './renderer.types';
import { paper } from './test/paper.builder';
import { readPdf } from '@bihuan/testing-kit';

const openPage = WarmPage.open;
const { sample } = paper();
/** A browser's start on a busy machine takes its time. */
const MINUTE = 60_000;

/** Lines of /proc that name one of our profiles: what is still running. */
function running(): string[] {
  const profiles = join(cacheFolder(), 'profiles', `${process.pid}-`);
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profiles);
    } catch {
      return false;
    }
  });
}

describe('FRM-5, R19 the browser behind the forms', () => {
  const open: FormRenderer[] = [];
  const events: { event: string; facts: Readonly<Record<string, string | number>> }[] = [];
  const start = (options: RendererOptions = {}): FormRenderer => {
    const renderer = createRenderer({ ...options, log: (event, facts) => events.push({ event, facts }) });
    open.push(renderer);
    return renderer;
  };
  const pid = (): number =>
    Number(events.filter(({ event }) => event === 'render.browser-started').at(-1)?.facts['pid']);

  beforeEach(() => (events.length = 0));
  afterEach(async () => {
    await Promise.all(open.splice(0).map((renderer) => renderer.close()));
  });

  it(
    'FRM-5 starts with the first form, not before',
    async () => {
      const renderer = start();
      expect(await renderer.health()).toMatchObject({ state: 'idle', starts: 0, failedProbes: 0 });
      await renderer.render(paper(), sample);
      expect(await renderer.health()).toMatchObject({ state: 'ready', starts: 1, printed: 1 });
    },
    MINUTE,
  );

  it(
    'FRM-5 a browser killed in a render still yields every form, each once',
    async () => {
      const renderer = start();
      await renderer.render(paper(), sample);
      for (let kill = 1; kill <= 3; kill++) {
        const items = Array.from({ length: 40 }, (_none, index) => ({
          definition: paper(),
          data: { ...sample, number: `N-${index}` },
          copies: [0],
        }));
        const batch = renderer.renderBatch(items);
        await setImmediate();
        process.kill(pid(), 'SIGKILL');
        const read = await Promise.all((await batch).map(({ pdf }) => readPdf(pdf)));
        expect(read.map((pages) => pages.map(({ text }) => /N-\d+/.exec(text)?.[0]))).toEqual(
          items.map(({ data }) => [data.number]),
        );
        expect(events.filter(({ event }) => event === 'render.attempt-failed').length).toBeGreaterThanOrEqual(kill);
      }
      expect((await renderer.health()).starts).toBe(4);
    },
    MINUTE,
  );

  it(
    'FRM-5 a browser found dead is replaced before the next form',
    async () => {
      const renderer = start();
      await renderer.render(paper(), sample);
      process.kill(pid(), 'SIGKILL');
      const { pdf } = await renderer.render(paper(), sample, { copies: [0] });
      expect(await readPdf(pdf)).toHaveLength(1);
    },
    MINUTE,
  );

  it(
    'FRM-5 refuses clearly when too many wait',
    async () => {
      const renderer = start({ pages: 1, queueLimit: 2 });
      const all = await Promise.allSettled(Array.from({ length: 5 }, () => renderer.render(paper(), sample)));
      const refused = all.filter((result) => result.status === 'rejected');
      expect(all.slice(0, 3).every((result) => result.status === 'fulfilled')).toBe(true);
      // 503: who asks may come again; nothing of his is wrong.
      expect(refused.map(({ reason }) => [(reason as SuiteError).code, (reason as SuiteError).kind])).toEqual(
        Array(2).fill(['render-queue-full', 'unavailable']),
      );
    },
    MINUTE,
  );

  it(
    'FRM-5 replaces a browser that grew too big and takes a fresh context after so many forms',
    async () => {
      const renderer = start({ memoryLimit: 1, contextLife: 3 });
      for (let form = 0; form < 41; form++) await renderer.render(paper(), sample, { copies: [0] });
      expect(events.filter(({ event }) => event === 'render.browser-recycled').length).toBeGreaterThanOrEqual(1);
      expect((await renderer.health()).starts).toBeGreaterThanOrEqual(2);
    },
    MINUTE,
  );

  it(
    'FRM-5 says that it is unhealthy after two failed starts, not after one',
    async () => {
      const renderer = start({ executablePath: '/bin/false' });
      await expect(renderer.render(paper(), sample)).rejects.toMatchObject({ code: 'render-failed' });
      expect(await renderer.health()).toMatchObject({ state: 'unhealthy' });
      await expect(start({ executablePath: '/nowhere/chromium' }).render(paper(), sample)).rejects.toMatchObject({
        code: 'browser-missing',
      });
    },
    MINUTE,
  );

  it(
    'FRM-5 a browser that answers no probe is unhealthy after the second one, not after the first, and again ready when it answers',
    async () => {
      const renderer = start();
      await renderer.render(paper(), sample);
      process.kill(pid(), 'SIGSTOP');
      try {
        expect(await renderer.health()).toMatchObject({ state: 'ready', failedProbes: 1 });
        expect(await renderer.health()).toMatchObject({ state: 'unhealthy', failedProbes: 2 });
      } finally {
        process.kill(pid(), 'SIGCONT');
      }
      expect(await renderer.health()).toMatchObject({ state: 'ready', failedProbes: 0 });
    },
    MINUTE,
  );

  it(
    'FRM-5 a browser that hangs in a form is replaced when its time is up, and the form comes out',
    async () => {
      const renderer = start({ timeout: 1_500 });
      await renderer.render(paper(), sample);
      const hung = pid();
      process.kill(hung, 'SIGSTOP');
      const { pdf } = await renderer.render(paper(), sample, { copies: [0] });
      expect(await readPdf(pdf)).toHaveLength(1);
      expect(pid()).not.toBe(hung);
      expect((await renderer.health()).starts).toBe(2);
    },
    MINUTE,
  );

  it(
    'FRM-5 a page gets a fresh context after so many forms, not before',
    async () => {
      const renderer = start({ pages: 1, contextLife: 3 });
      const contexts: string[] = [];
      const open = jest.spyOn(WarmPage, 'open').mockImplementation(function (this: typeof WarmPage, browser) {
        contexts.push('opened');
        return openPage.call(WarmPage, browser);
      });
      try {
        for (let form = 1; form <= 7; form++) {
          await renderer.render(paper(), sample, { copies: [0] });
          expect(contexts).toHaveLength(Math.ceil(form / 3));
        }
        expect((await renderer.health()).starts).toBe(1);
      } finally {
        open.mockRestore();
      }
    },
    MINUTE,
  );

  it(
    'FRM-5 leaves no process and no profile',
    async () => {
      const renderer = start();
      await renderer.render(paper(), sample);
      expect(running()).not.toEqual([]);
      await renderer.close();
      expect(running()).toEqual([]);
      const profiles = readdirSync(join(cacheFolder(), 'profiles'));
      expect(profiles.filter((name) => name.startsWith(`${process.pid}-`))).toEqual([]);
      await expect(renderer.render(paper(), sample)).rejects.toMatchObject({ code: 'render-failed' });
      expect((await renderer.health()).state).toBe('closed');
    },
    MINUTE,
  );

  it(
    'FRM-5 runs the browser as a user without rights, in its sandbox',
    async () => {
      const renderer = start();
      await renderer.render(paper(), sample);
      const uid = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid()}/status`, 'utf8'))?.[1];
      expect(Number(uid)).toBe(isRoot() ? NOBODY : process.getuid?.());
      expect(Number(uid)).not.toBe(0);
    },
    MINUTE,
  );

  it(
    'FRM-5 hands the browser none of our environment',
    async () => {
      process.env['DATABASE_URL'] ??= '';
      process.env['BIHUAN_CANARY'] = 'canary';
      const renderer = start();
      await renderer.render(paper(), sample);
      delete process.env['BIHUAN_CANARY'];
      expect(readFileSync(`/proc/${pid()}/environ`, 'utf8')).not.toMatch(/canary|DATABASE_URL/);
    },
    MINUTE,
  );
});

describe('FRM-1 files in a folder that only root may enter', () => {
  it('FRM-1 are copied to where the browser can read them', () => {
    const closed = mkdtempSync(join(tmpdir(), 'bihuan-closed-'));
    const cache = mkdtempSync(join(tmpdir(), 'bihuan-cache-'));
    try {
      const source = join(closed, 'fonts');
      mkdirSync(source, { mode: 0o755 });
      writeFileSync(join(source, 'font.ttf'), 'font', { mode: 0o600 });
      expect(readableByAll(source)).toBe(false);
      const path = readablePath(source, cache);
      if (!isRoot()) return expect(path).toBe(source);
      expect(path).not.toBe(source);
      expect(readFileSync(join(path, 'font.ttf'), 'utf8')).toBe('font');
      expect(statSync(join(path, 'font.ttf')).mode & 0o004).not.toBe(0);
      expect(readablePath(source, cache)).toBe(path);
    } finally {
      [closed, cache].forEach((folder) => rmSync(folder, { recursive: true }));
    }
  });
});
