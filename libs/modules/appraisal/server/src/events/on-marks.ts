/** Marks of others about a person enter his month: customers' evaluations, grades of his repairs (APR-7). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { evaluationGiven, repairGraded } from '@bihuan/events';
import type { z } from 'zod';
import type { Transaction } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { Subscribers } from '@bihuan/outbox';
import { AppraisalPack } from '../pack.settings';
import { EnterRecord } from '../use-cases/enter-record.part';

@Injectable()
export class OnMarks implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly records: EnterRecord,
    private readonly pack: AppraisalPack,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'appraisal.on-repair-graded',
      event: repairGraded,
      handle: async (tx, { payload }) => {
        await this.records.enter(tx, {
          kind: 'repair-grade',
          employeeId: payload.engineerId,
          unitId: payload.unitId,
          date: await this.pack.day(new Date(payload.gradedAt)),
          code: String(payload.grade),
          points: payload.weight,
          ground: `故障等级 ${payload.grade}`,
          number: payload.number,
          // A repair graded again keeps its last grade.
          naturalKey: `repair:${payload.number}`,
          byId: payload.gradedById,
          byName: (await this.org.employee(payload.gradedById))?.name ?? '',
        });
      },
    });
    this.subscribers.subscribe({
      name: 'appraisal.on-evaluation-given',
      event: evaluationGiven,
      handle: (tx, { payload }) => this.evaluated(tx, payload),
    });
  }

  /** Both marks count alike; a later evaluation of the month takes the place of the one it names. */
  private async evaluated(tx: Transaction, payload: z.output<typeof evaluationGiven.payload>): Promise<void> {
    const person = payload.engineerId ? await this.org.employee(payload.engineerId) : undefined;
    const unitId = payload.unitId ?? person?.unitId;
    if (!unitId) return;
    if (payload.replaces) await this.records.drop(tx, `evaluation:${payload.replaces}`);
    await this.records.enter(tx, {
      kind: 'evaluation',
      employeeId: person?.id ?? null,
      unitId,
      date: await this.pack.day(new Date(payload.givenAt)),
      code: payload.item,
      points: (payload.technicalLevel + payload.attitude) / 2,
      ground: `技术水平 ${payload.technicalLevel}，服务态度 ${payload.attitude}`,
      naturalKey: `evaluation:${payload.evaluationId}`,
      byName: '客户',
    });
  }
}
