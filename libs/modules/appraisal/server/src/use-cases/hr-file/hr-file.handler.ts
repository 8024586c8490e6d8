/** The month's file for HR, a batch by its content, and HR's answer row by row (APR-9). */
import { Injectable } from '@nestjs/common';
import type { BatchView, HrFile, HrReceipt, ReceiptView } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { appraisalErrors } from '../../appraisal.errors';
import type { Batch, ReceiptLine } from '../../data/batch.store';
import { batchesOf, keepBatch, keepReceipt, lockBatch, receiptOf } from '../../data/batch.store';
import { findPeriod, periodSubject } from '../../data/period.store';
import { sheets } from '../../data/sheet.store';
import type { Period } from '../../domain/period.state';
import { hrBatch } from './hr-batch.part';

@Injectable()
export class HrFileHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
  ) {}

  /** Released results only. Each export is audited; the same content is the same batch. */
  async export(actor: UserActor, period: string, format: string): Promise<HrFile> {
    return this.work.run(actor, async (tx) => {
      const month = await this.month(tx, period);
      const rows = await sheets.find(tx, "r.period_id = $1 and r.state = 'released' order by r.staff_number", [
        month.id,
      ]);
      const file = hrBatch(
        month.template,
        period,
        rows.flatMap(({ result }) => (result ? [result] : [])),
      );
      await keepBatch(tx, file, actor.name);
      await this.recorder.record(tx, {
        subject: periodSubject(month.id),
        action: 'hr-file-exported',
        data: { batch: file.batch, format, ...file.control },
      });
      return file;
    });
  }

  /** Row by row; nothing is kept where a row is not of the batch. Sent again it changes nothing. */
  async receipt(actor: UserActor, period: string, receipt: HrReceipt): Promise<ReceiptView> {
    return this.work.run(actor, async (tx) => this.keep(tx, period, receipt));
  }

  async keep(tx: Transaction, period: string, receipt: HrReceipt): Promise<ReceiptView> {
    const month = await this.month(tx, period);
    const batch = await lockBatch(tx, period, receipt.batch);
    if (!batch) {
      throw appraisalErrors['batch-unknown']({
        params: { batch: receipt.batch },
        errors: [{ pointer: '/batch', code: 'batch-unknown', detail: receipt.batch }],
      });
    }
    demandRows(batch, receipt);
    const changed = await keepReceipt(tx, receipt);
    const view = receiptView(batch, await receiptOf(tx, batch.id));
    if (changed > 0) {
      await this.recorder.record(tx, {
        subject: periodSubject(month.id),
        action: 'hr-receipt',
        data: { batch: batch.id, accepted: view.accepted, refused: view.refused },
      });
    }
    return view;
  }

  /** The batches of a month, the newest first, with how far HR has answered. */
  async batches(period: string): Promise<{ data: BatchView[]; page: object }> {
    const month = await this.month(this.work, period);
    const data: BatchView[] = [];
    for (const { id, file, madeAt } of await batchesOf(this.work, month.period)) {
      const answers = await receiptOf(this.work, id);
      const accepted = answers.filter((answer) => answer.accepted).length;
      data.push({
        batch: id,
        period,
        madeAt: madeAt.toISOString(),
        ...file.control,
        accepted,
        refused: answers.length - accepted,
      });
    }
    return { data, page: {} };
  }

  /** What HR has answered to a batch so far. */
  async answers(period: string, id: string): Promise<ReceiptView> {
    const batch = (await batchesOf(this.work, period)).find((one) => one.id === id);
    if (!batch) throw appraisalErrors['no-period']({ params: { period: `${period} · ${id}` } });
    return receiptView(batch, await receiptOf(this.work, id));
  }

  private async month(reader: Pick<Transaction, 'query'>, period: string): Promise<Period> {
    const month = await findPeriod(reader, period);
    if (!month) throw appraisalErrors['no-period']({ params: { period } });
    return month;
  }
}

/** Every row is of the batch, and none stands twice. */
function demandRows({ file }: Batch, { rows }: HrReceipt): void {
  const known = new Set(file.rows.map(({ staffNumber }) => staffNumber));
  const seen = new Set<string>();
  rows.forEach(({ staffNumber }, index) => {
    const pointer = `/rows/${index}/staffNumber`;
    if (!known.has(staffNumber)) {
      throw invalidField(pointer, 'not-in-batch', '该工号不在此批次中。 / This staff number is not in the batch.');
    }
    if (seen.has(staffNumber)) throw invalidField(pointer, 'comes-twice', '工号重复。 / It comes twice.');
    seen.add(staffNumber);
  });
}

function receiptView({ id, period, file }: Batch, answers: readonly ReceiptLine[]): ReceiptView {
  const known = new Map(answers.map((answer) => [answer.staffNumber, answer]));
  const rows = file.rows.map(({ staffNumber, name }) => {
    const answer = known.get(staffNumber);
    return {
      staffNumber,
      name,
      state: answer ? (answer.accepted ? ('accepted' as const) : ('refused' as const)) : ('sent' as const),
      reason: answer?.reason ?? '',
    };
  });
  const count = (state: string): number => rows.filter((row) => row.state === state).length;
  return { batch: id, period, accepted: count('accepted'), refused: count('refused'), open: count('sent'), rows };
}
