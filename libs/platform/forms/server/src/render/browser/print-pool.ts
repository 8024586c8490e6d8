/**
 * Keeps a browser ready and prints documents on it: starts it with the first document, lets only so many wait, prints
 * again when the browser dies under a document, replaces it when it grows too big (R19, FRM-5).
 */
import { SuiteError } from '@bihuan/plugin-kit';
import { renderErrors } from '../render.errors';
import type { RendererHealth } from '../renderer.types';
import { type ChromiumLauncher } from './chromium-process';
import { ChromiumSession } from './chromium-session';

export interface PoolOptions {
  readonly pages: number;
  readonly queueLimit: number;
  readonly timeout: number;
  readonly uploadedTimeout: number;
  readonly contextLife: number;
  readonly memoryLimit: number;
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

export interface PrintOptions {
  /** Out of an uploaded template: on a fresh page, with less time, and not tried again when that is up. */
  readonly uploaded?: boolean;
}

interface Job extends PrintOptions {
  readonly html: string;
  readonly done: (pdf: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

/** A document whose browser dies is printed again this often: the second death in a row may be a neighbour's fault. */
const ATTEMPTS = 3;
/** Documents between two looks at the browser's memory; a look costs a walk through /proc. */
const LOOK_EVERY = 20;
/** Probes that must fail one after the other before the renderer calls itself unhealthy. */
const PROBES = 2;
const PROBE_LIMIT = 5_000;

export class PrintPool {
  private readonly queue: Job[] = [];
  private readonly sessions = new Set<ChromiumSession>();
  private starting?: Promise<ChromiumSession>;
  private session?: ChromiumSession;
  private atWork = 0;
  private printed = 0;
  private starts = 0;
  private failedProbes = 0;
  private closed = false;

  constructor(
    private readonly launcher: ChromiumLauncher,
    private readonly options: PoolOptions,
  ) {}

  /** The document as PDF. Throws render-queue-full, browser-missing, render-failed, render-too-long. */
  print(html: string, options: PrintOptions = {}): Promise<Uint8Array> {
    if (this.closed) return Promise.reject(renderErrors['render-failed']());
    if (this.queue.length >= this.options.queueLimit) return Promise.reject(renderErrors['render-queue-full']());
    return new Promise((done, failed) => {
      this.queue.push({ html, done, failed, ...options });
      this.next();
    });
  }

  async health(): Promise<RendererHealth> {
    const session = this.session;
    if (session?.usable) {
      const answered = await within(PROBE_LIMIT, session.chromium.browser.version()).then(
        () => true,
        () => false,
      );
      this.failedProbes = answered ? 0 : this.failedProbes + 1;
    }
    const running = session?.usable ? 'ready' : 'idle';
    return {
      state: this.closed ? 'closed' : this.failedProbes >= PROBES ? 'unhealthy' : running,
      failedProbes: this.failedProbes,
      waiting: this.queue.length,
      printed: this.printed,
      starts: this.starts,
      memory: session ? await session.chromium.memory() : 0,
    };
  }

  /** Refuses what waits and ends every browser. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0)) job.failed(renderErrors['render-failed']());
    await this.starting?.catch(() => undefined);
    await Promise.all([...this.sessions].map((session) => session.chromium.close()));
  }

  private next(): void {
    while (this.atWork < this.options.pages) {
      const job = this.queue.shift();
      if (!job) return;
      this.atWork++;
      void this.work(job).finally(() => {
        this.atWork--;
        this.next();
      });
    }
  }

  private async work(job: Job): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        job.done(await this.attempt(job));
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.options.log('render.attempt-failed', { attempt, reason });
        if (error instanceof SuiteError) return job.failed(error);
        if (this.closed || attempt === ATTEMPTS) return job.failed(renderErrors['render-failed']());
      }
    }
  }

  private async attempt({ html, uploaded = false }: Job): Promise<Uint8Array> {
    let session: ChromiumSession;
    try {
      session = await this.browser();
      this.failedProbes = 0;
    } catch (error) {
      this.failedProbes++;
      throw error;
    }
    // A browser that hangs is ended: its pages cannot be trusted with the next form, and its end frees this one.
    let isLate = false;
    const late = setTimeout(
      () => {
        isLate = true;
        session.chromium.kill();
      },
      uploaded ? this.options.uploadedTimeout : this.options.timeout,
    );
    try {
      const pdf = await session.print(html, uploaded);
      this.printed++;
      if (this.printed % LOOK_EVERY === 0) void this.look(session);
      return pdf;
    } catch (error) {
      // Others' forms are printed again on the next browser; what ended this one would end that one too.
      if (isLate && uploaded) throw renderErrors['render-too-long']();
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  private browser(): Promise<ChromiumSession> {
    if (this.session?.usable) return Promise.resolve(this.session);
    this.starting ??= this.start().finally(() => (this.starting = undefined));
    return this.starting;
  }

  private async start(): Promise<ChromiumSession> {
    if (this.closed) throw renderErrors['render-failed']();
    const chromium = await this.launcher.launch();
    this.starts++;
    this.options.log('render.browser-started', { pid: chromium.pid, sandbox: chromium.sandbox ? 'on' : 'off' });
    const session = new ChromiumSession(chromium, this.options.contextLife);
    this.sessions.add(session);
    void chromium.whenEnded().then(() => this.sessions.delete(session));
    this.session = session;
    return session;
  }

  private async look(session: ChromiumSession): Promise<void> {
    const memory = await session.chromium.memory();
    if (memory <= this.options.memoryLimit || !session.usable) return;
    this.options.log('render.browser-recycled', { memory });
    session.retire();
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
