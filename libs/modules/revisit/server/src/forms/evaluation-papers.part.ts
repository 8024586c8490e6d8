/** Prints form 26c of an evaluation (RVT-8). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Customers } from '@bihuan/customers';
import { Papers } from '@bihuan/matters';
import type { Evaluation } from '../domain/evaluation.state';
import { evaluation } from '../evaluation.part';
import type { EvaluationSheetPaper } from './evaluation-sheet/evaluation-sheet.form';
import { evaluationSheet } from './evaluation-sheet/evaluation-sheet.form';

@Injectable()
export class EvaluationPapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly customers: Customers,
  ) {}

  onModuleInit(): void {
    this.papers.ofMatter(evaluation, 'evaluations', evaluationSheet, {
      unitOf: ({ unitId }) => unitId,
      fill: (row, { unitName }) => this.fill(row, unitName),
    });
  }

  private async fill(row: Evaluation, unitName: string): Promise<EvaluationSheetPaper> {
    const customer = row.customerId ? await this.customers.get(row.customerId) : undefined;
    return {
      unitName,
      ...placeOf(customer?.region ?? ''),
      company: customer?.name ?? row.customerName,
      evaluator: row.evaluator || row.customerName,
      day: row.createdAt.toISOString(),
      item: row.item,
      project: row.project,
      technicalLevel: row.technicalLevel,
      attitude: row.attitude,
      remark: row.remark,
      decision: row.replacedBy === null ? 'kept' : 'replaced',
    };
  }
}

/** `广东省深圳市` → 广东 and 深圳; a region written in another way stands before 市/县 as it is. */
export function placeOf(region: string): { province?: string; city?: string } {
  const [, province, city] = /^(.+?)(?:省|自治区)(.*)$/.exec(region) ?? [];
  const rest = (province === undefined ? region : (city ?? '')).replace(/[市县]$/, '');
  return { ...(province ? { province } : {}), ...(rest ? { city: rest } : {}) };
}
