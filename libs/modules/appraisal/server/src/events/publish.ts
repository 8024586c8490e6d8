/** What the appraisal tells other modules: calls it wants made, results that are released (APR-1a, APR-7). */
import { Injectable } from '@nestjs/common';
import { sampleCallRequested, sheetReleased } from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import { sampleSubject } from '../data/sample.store';
import { sheet as sheetMatter } from '../sheet.matter';
import type { Result, Sheet } from '../domain/sheet.state';

export interface WantedCall {
  readonly sampleId: string;
  readonly sheet: Sheet;
  readonly number: string;
  readonly customerId: string;
  readonly keyId: string;
  readonly customerName: string;
  readonly phone: string;
}

@Injectable()
export class SampleRequests {
  constructor(private readonly publisher: Publisher) {}

  requested(tx: Transaction, { sampleId, sheet, ...call }: WantedCall): Promise<void> {
    return this.publisher.publish(
      tx,
      sampleCallRequested,
      sampleSubject(sampleId),
      {
        sampleId,
        period: sheet.period,
        employeeId: sheet.employeeId,
        employeeName: sheet.employeeName,
        number: call.number,
        requestedAt: tx.now.toISOString(),
        callerId: sheet.headId,
        unitId: sheet.unitId,
        customerId: call.customerId,
        keyId: call.keyId,
      },
      {
        keyId: call.keyId,
        values: { customerName: call.customerName, phone: call.phone, description: `满意度抽访 ${sheet.period}` },
      },
    );
  }

  released(tx: Transaction, sheet: Sheet, result: Result, hash: string): Promise<void> {
    return this.publisher.publish(
      tx,
      sheetReleased,
      sheetMatter.subject(sheet.id),
      {
        period: sheet.period,
        employeeId: sheet.employeeId,
        unitId: sheet.unitId,
        total: result.scored.totals.total ?? 0,
        hash,
        releasedAt: result.releasedAt,
      },
      null,
    );
  }
}
