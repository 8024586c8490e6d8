/** What a sheet's page and its line in a list both show: whose it is, and who is late (APR-5). */
import { Injectable } from '@nestjs/common';
import type { SheetLine } from '@bihuan/appraisal-contract';
import type { Period } from '../domain/period.state';
import type { Scored, Sheet } from '../domain/sheet.state';

type Fields = Pick<
  SheetLine,
  | 'period'
  | 'employeeId'
  | 'employee'
  | 'staffNumber'
  | 'unit'
  | 'head'
  | 'total'
  | 'selfAt'
  | 'headAt'
  | 'selfLate'
  | 'headLate'
  | 'overdue'
>;

@Injectable()
export class SheetFrames {
  fields(
    row: Sheet,
    month: Period,
    scored: Scored,
    names: { readonly unit: string; readonly head: string },
    now: Date,
  ): Fields {
    const { self, head, latest } = month.cutOffs;
    return {
      period: row.period,
      employeeId: row.employeeId,
      employee: { id: row.employeeId, name: row.employeeName },
      staffNumber: row.staffNumber,
      unit: { id: row.unitId, name: names.unit },
      head: row.headId ? { id: row.headId, name: names.head } : null,
      total: scored.totals.total,
      selfAt: row.selfAt?.toISOString() ?? null,
      headAt: row.headAt?.toISOString() ?? null,
      // By the moment of the act, not by when anybody looked (DLN-7).
      selfLate: row.selfAt !== null && row.selfAt > self.dueAt,
      headLate: row.headAt !== null && row.headAt > head.dueAt,
      overdue: [
        ...(row.selfAt === null && row.state !== 'released' && now > self.dueAt ? (['self-score'] as const) : []),
        ...(row.headAt === null && row.state !== 'released' && now > head.dueAt ? (['head-score'] as const) : []),
        ...(row.state !== 'released' && now > latest.dueAt ? (['release'] as const) : []),
      ],
    };
  }
}
