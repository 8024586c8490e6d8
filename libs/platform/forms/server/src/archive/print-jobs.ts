/** Batches of forms as jobs: each form filed on its own, all in one PDF for the printer, with progress (FRM-2, FRM-3). */
import { randomUUID } from 'node:crypto';
import type { OnModuleInit } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { PDFDocument } from '@cantoo/pdf-lib';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField, parseSubject } from '@bihuan/plugin-kit';
import { Pumps } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { Filing } from './filing';
import { FormSources } from './form-sources';
import { copiesOf, findSource } from './paper-request';

const MOST = 500;

export const printJobBody = z.strictObject({
  items: z
    .array(
      z.strictObject({
        subject: z.string().max(120),
        formCode: z.string().max(60),
        copies: z.union([z.int().positive(), z.array(z.int().positive())]).optional(),
        blank: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(MOST),
});

export type PrintJobBody = z.infer<typeof printJobBody>;

export interface PrintJobView {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly error: string | null;
  /** Address of the whole PDF, once done. */
  readonly url: string | null;
  /** Addresses of the filed parts. */
  readonly parts: readonly string[];
}

interface Row {
  id: string;
  state: PrintJobView['state'];
  items: PrintJobBody['items'];
  done: number;
  prints: string[];
  error: string | null;
  ordered_by: string;
  actor: Omit<UserActor, 'permissions'> & { permissions: [string, 'own' | 'unit' | 'unit-and-below' | 'all'][] };
}

@Injectable()
export class PrintJobs implements OnModuleInit {
  private readonly logger = new Logger('PrintJobs');

  constructor(
    private readonly work: UnitOfWork,
    private readonly filing: Filing,
    private readonly sources: FormSources,
    private readonly pumps: Pumps,
  ) {}

  onModuleInit(): void {
    this.pumps.add('print-jobs', { nextDue: () => Promise.resolve(null), pump: () => this.runNext() });
  }

  async order(actor: UserActor, { items }: PrintJobBody): Promise<PrintJobView> {
    items.forEach((item, index) => this.requestOf(actor, item, `/items/${index}`));
    const id = randomUUID();
    await this.work.run(actor, (tx) =>
      tx.query(
        `insert into forms.print_job (id, state, items, done, prints, ordered_by, actor, ordered_at)
         values ($1, 'waiting', $2, 0, '{}', $3, $4, $5)`,
        [
          id,
          JSON.stringify(items),
          actor.employeeId,
          JSON.stringify({ ...actor, permissions: [...actor.permissions] }),
          tx.now,
        ],
      ),
    );
    return this.view(actor, id);
  }

  async view(actor: UserActor, id: string): Promise<PrintJobView> {
    const row = await this.row(actor, id);
    return {
      id,
      state: row.state,
      done: row.done,
      total: row.items.length,
      error: row.error,
      url: row.state === 'done' ? `/api/forms/print-jobs/${id}.pdf` : null,
      parts: row.prints.map((print) => `/api/forms/prints/${print}.pdf`),
    };
  }

  /** All forms of a finished job in one document, in the order given. */
  async pdf(actor: UserActor, id: string): Promise<Uint8Array> {
    const row = await this.row(actor, id);
    if (row.state !== 'done') throw commonErrors['wrong-state']({ state: row.state, allowedActions: [] });
    const whole = await PDFDocument.create();
    for (const print of row.prints) {
      const part = await PDFDocument.load(await this.filing.pdf(actor, print));
      for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page);
    }
    return whole.save();
  }

  /** Takes the oldest job and prints what is missing of it: a process that died leaves the rest to the next. */
  async runNext(): Promise<number> {
    const [job] = await this.work.query<Row>(
      `update forms.print_job set state = 'running' where id = (
         select id from forms.print_job where state = 'waiting' order by ordered_at limit 1 for update skip locked)
       returning *`,
    );
    if (!job) return 0;
    const actor: UserActor = { ...job.actor, permissions: new Map(job.actor.permissions) };
    try {
      for (const item of job.items.slice(job.done)) {
        const print = await this.filing.print(actor, this.requestOf(actor, item, '/items'), false);
        await this.work.query('update forms.print_job set done = done + 1, prints = prints || $2::uuid where id = $1', [
          job.id,
          print.id,
        ]);
      }
      await this.work.query("update forms.print_job set state = 'done' where id = $1", [job.id]);
    } catch (error) {
      const text = error instanceof Error ? error.message : 'unknown error';
      await this.work.query("update forms.print_job set state = 'failed', error = $2 where id = $1", [job.id, text]);
      this.logger.warn(`print job ${job.id} failed: ${text}`);
    }
    return 1;
  }

  private requestOf(actor: UserActor, item: PrintJobBody['items'][number], pointer: string) {
    const subject = parseSubject(item.subject);
    if (!subject) throw invalidField(`${pointer}/subject`, 'bad-subject', 'module:kind:id');
    const source = findSource(this.sources, actor, subject.module, item.formCode);
    if (source.kind !== 'subject') throw invalidField(`${pointer}/formCode`, 'not-of-a-record', item.formCode);
    return { source, subject, range: null, copies: copiesOf(source, item.copies), blank: item.blank ?? false };
  }

  private async row(actor: UserActor, id: string): Promise<Row> {
    const [row] = await this.work.query<Row>('select * from forms.print_job where id = $1 and ordered_by = $2', [
      id,
      actor.employeeId,
    ]);
    if (!row) throw commonErrors['not-found']();
    return row;
  }
}
