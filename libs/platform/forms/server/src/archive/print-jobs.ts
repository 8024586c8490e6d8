/** Batches of forms as jobs: each form filed on its own, all in one PDF for the printer, with progress (FRM-2, FRM-3). */
import { randomUUID } from 'node:crypto';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, describeError, invalidField, parseSubject, SuiteError } from '@bihuan/plugin-kit';
import { PUMP_CHANNEL, Pumps, realNow } from '@bihuan/clock';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { ProcessDied } from '@bihuan/outbox';
import { holding } from '../lease';
import { joinPapers } from '../render/stamp/join-papers';
import type { PrintView } from './filing';
import { Filing } from './filing';
import { FormSources } from './form-sources';
import type { PaperRequest } from './paper-request';
import { copiesOf, findSource } from './paper-request';
import type { JobItem, JobState } from './print-job.store';
import { PrintJobStore } from './print-job.store';

const MOST = 500;

/** Forms printed in one go: filed, counted and marked as done together. */
const CHUNK = 50;

/** A job that stops its worker this often is given up. */
const ATTEMPTS = 5;

const PUMP = 'print-jobs';

/** Least wait before what others hold is looked at again, milliseconds. */
const SOONEST = 250;

export const printJobBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        subject: z.string().max(120),
        formCode: z.string().max(60),
        copies: z.union([z.int().positive(), z.array(z.int().positive()).min(1)]).optional(),
        blank: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(MOST),
});

export type PrintJobBody = z.infer<typeof printJobBody>;

export interface PrintJobView {
  readonly id: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly error: string | null;
  /** Address of the whole PDF, once done. */
  readonly url: string | null;
  /** Addresses of the filed parts. */
  readonly parts: readonly string[];
}

@Injectable()
export class PrintJobs implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('PrintJobs');
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PrintJobStore,
    private readonly filing: Filing,
    private readonly sources: FormSources,
    private readonly pumps: Pumps,
    private readonly bus: WakeBus,
  ) {}

  onModuleInit(): void {
    this.pumps.add(PUMP, { nextDue: () => Promise.resolve(null), pump: () => this.runNext() });
  }

  onModuleDestroy(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  async order(actor: UserActor, { items }: PrintJobBody): Promise<PrintJobView> {
    items.forEach((item, index) => this.requestOf(actor, item, `/items/${index}`));
    const id = randomUUID();
    await this.work.run(actor, async (tx) => {
      await this.store.add(tx, id, items, actor);
      tx.afterCommit(() => this.bus.call(PUMP_CHANNEL, PUMP));
    });
    return this.view(actor, id);
  }

  async view(actor: UserActor, id: string): Promise<PrintJobView> {
    const job = await this.store.of(id, actor.employeeId);
    return {
      id,
      state: job.state,
      done: job.prints.length,
      total: job.items.length,
      error: job.error,
      url: job.state === 'done' ? `/api/forms/print-jobs/${id}.pdf` : null,
      parts: job.prints.map((print) => `/api/forms/prints/${print}.pdf`),
    };
  }

  /** All forms of a finished job in one document, in the order given. */
  async pdf(actor: UserActor, id: string): Promise<Uint8Array> {
    const job = await this.store.of(id, actor.employeeId);
    if (job.state !== 'done') throw commonErrors['wrong-state']({ state: job.state, allowedActions: [] });
    const papers: Uint8Array[] = [];
    for (const print of job.prints) papers.push(await this.filing.pdf(actor, print));
    return joinPapers(papers, [...new Set(job.items.map((item) => this.titleOf(item)))].join('、'));
  }

  private titleOf({ subject, formCode }: JobItem): string {
    const { module = '' } = parseSubject(subject) ?? {};
    return this.sources.get(module, formCode)?.definition.title['zh-CN'] ?? formCode;
  }

  /** Prints the next forms of the oldest job, also of one whose process died; answers how many jobs it went on with. */
  async runNext(): Promise<number> {
    const job = await this.store.take();
    if (!job) {
      await this.callAgain();
      return 0;
    }
    try {
      // The process died with it each time before.
      if (job.attempts > ATTEMPTS) throw new ProcessDied();
      const actor: UserActor = { ...job.actor, permissions: new Map(job.actor.permissions) };
      const done = job.prints.length;
      const items = job.items.slice(done, done + CHUNK);
      const requests = items.map((item, index) => this.requestOf(actor, item, `/items/${done + index}`));
      const also = (tx: Transaction, views: readonly PrintView[]) =>
        this.store.progress(
          tx,
          job,
          views.map(({ id }) => id),
        );
      await holding(
        () => this.store.renew(job),
        () => this.filing.printAll(actor, requests, false, { also }),
      );
    } catch (error) {
      await this.failed(job.id, job.attempts, error);
    }
    return 1;
  }

  /** Goes on when what another process holds is free, should that one have died; the sweeper does, too. */
  private async callAgain(): Promise<void> {
    const free = await this.store.nextFree();
    clearTimeout(this.timer);
    if (!free || this.ended) return;
    const wait = Math.max(SOONEST, free.getTime() - realNow().getTime());
    this.timer = setTimeout(() => this.bus.call(PUMP_CHANNEL, PUMP), wait).unref();
  }

  /** What passes, such as a browser that does not start, is tried again; what the order itself is wrong about is not. */
  private async failed(id: string, attempts: number, error: unknown): Promise<void> {
    const final = attempts >= ATTEMPTS || (error instanceof SuiteError && error.kind !== 'unavailable');
    const said = error instanceof SuiteError ? error.code : describeError(error);
    this.logger.warn(`print job ${id} stopped: ${said} (try ${attempts}${final ? ', given up' : ''})`);
    await this.store.failed(id, attempts, said, final);
  }

  private requestOf(actor: UserActor, item: PrintJobBody['items'][number], pointer: string): PaperRequest {
    const subject = parseSubject(item.subject);
    if (!subject) throw invalidField(`${pointer}/subject`, 'bad-subject', 'module:kind:id');
    const source = findSource(this.sources, actor, subject.module, item.formCode);
    if (source.kind !== 'subject') throw invalidField(`${pointer}/formCode`, 'not-of-a-record', item.formCode);
    const own = source.subjectOf(subject.id);
    if (own.kind !== subject.kind)
      throw invalidField(`${pointer}/subject`, 'other-kind', `${own.module}:${own.kind}:id`);
    return {
      source,
      definition: source.definition,
      subject: own,
      range: null,
      copies: copiesOf(source, item.copies, `${pointer}/copies`),
      blank: item.blank ?? false,
    };
  }
}
