/** HR's receipt as an uploaded file, with the same effect as the route (APR-9). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { HrReceipt } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import type { CheckContext, RowError, TableColumn, TableRow } from '@bihuan/exchange';
import { ImportKinds } from '@bihuan/exchange';
import { batchOf } from '../../data/batch.store';
import { HrFileHandler } from '../hr-file/hr-file.handler';

const COLUMNS: readonly TableColumn[] = [
  { key: 'batch', title: { zh: '批次', en: 'Batch' }, type: 'text', required: true },
  { key: 'staffNumber', title: { zh: '工号', en: 'Staff number' }, type: 'text', required: true },
  { key: 'accepted', title: { zh: '接收', en: 'Accepted' }, type: 'boolean', required: true },
  { key: 'reason', title: { zh: '原因', en: 'Reason' }, type: 'text' },
];

@Injectable()
export class HrReceiptImport implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly files: HrFileHandler,
  ) {}

  onModuleInit(): void {
    this.kinds.add('hr-receipt', {
      title: { zh: '人力回执', en: 'Receipt of HR' },
      permission: MAY.receipt,
      columns: () => COLUMNS,
      check: (rows, context) => this.check(rows, context),
      apply: async (tx, rows) => {
        const batch = await batchOf(tx, String(rows[0]?.values['batch']));
        if (!batch) return undefined;
        const { accepted, refused, open } = await this.files.keep(tx, batch.period, receiptOf(rows));
        return { batch: batch.id, accepted, refused, open };
      },
    });
  }

  private async check(rows: readonly TableRow[], { read }: CheckContext): Promise<readonly RowError[]> {
    const first = String(rows[0]?.values['batch']);
    const batch = await batchOf(read, first);
    const known = new Set(batch?.file.rows.map(({ staffNumber }) => staffNumber));
    const seen = new Set<string>();
    return rows.flatMap(({ row, values }): RowError[] => {
      const staffNumber = String(values['staffNumber']);
      const again = seen.has(staffNumber);
      seen.add(staffNumber);
      if (!batch || values['batch'] !== first) {
        return [
          {
            row,
            column: 'batch',
            code: 'batch-unknown',
            detail: '没有这个批次，一个文件一个批次 / One known batch a file',
          },
        ];
      }
      if (!known.has(staffNumber)) {
        return [{ row, column: 'staffNumber', code: 'not-in-batch', detail: '工号不在此批次中 / Not in the batch' }];
      }
      return again ? [{ row, column: 'staffNumber', code: 'comes-twice', detail: '工号重复 / It comes twice' }] : [];
    });
  }
}

const receiptOf = (rows: readonly TableRow[]): HrReceipt => ({
  batch: String(rows[0]?.values['batch']),
  rows: rows.map(({ values }) => ({
    staffNumber: String(values['staffNumber']),
    accepted: values['accepted'] === true,
    ...(typeof values['reason'] === 'string' ? { reason: values['reason'] } : {}),
  })),
});
