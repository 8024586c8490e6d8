/** What other modules decide about a person enters his month: sanctions, faults, liability after an appeal (APR-7). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { appealLiability, dispatchFault, sanctionDecided } from '@bihuan/events';
import { Org } from '@bihuan/org';
import { Subscribers } from '@bihuan/outbox';
import { AppraisalPack } from '../pack.settings';
import { EnterRecord } from '../use-cases/enter-record.part';

const LIABILITY = { direct: '直接责任', head: '主管连带责任', unit: '部门责任' } as const;

const FAULT = { overrun: '超时', refused: '拒绝派单', 'passed-on': '推诿', 'wrong-dispatch': '错派' } as const;

@Injectable()
export class OnDecisions implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly records: EnterRecord,
    private readonly pack: AppraisalPack,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'appraisal.on-sanction-decided',
      event: sanctionDecided,
      handle: async (tx, { payload }) => {
        await this.records.enter(tx, {
          kind: 'sanction',
          employeeId: payload.employeeId,
          unitId: payload.unitId,
          date: await this.pack.day(new Date(payload.decidedAt)),
          code: payload.liability,
          points: payload.points,
          amount: payload.amount,
          ground: [LIABILITY[payload.liability], payload.stage].filter(Boolean).join(' '),
          number: payload.number,
          naturalKey: `sanction:${payload.sanctionId}`,
          byId: payload.decidedById,
          byName: await this.nameOf(payload.decidedById),
        });
      },
    });
    this.subscribers.subscribe({
      name: 'appraisal.on-dispatch-fault',
      event: dispatchFault,
      handle: async (tx, { payload }) => {
        await this.records.enter(tx, {
          kind: 'dispatch-fault',
          employeeId: payload.employeeId,
          unitId: payload.unitId,
          date: await this.pack.day(new Date(payload.at)),
          code: payload.fault,
          ground: [FAULT[payload.fault], payload.stage].filter(Boolean).join(' '),
          number: payload.number,
          byName: 'dispatch',
        });
      },
    });
    this.subscribers.subscribe({
      name: 'appraisal.on-appeal-liability',
      event: appealLiability,
      handle: async (tx, { payload }) => {
        await this.records.enter(tx, {
          kind: 'appeal-liability',
          employeeId: payload.employeeId,
          unitId: payload.unitId,
          date: await this.pack.day(new Date(payload.decidedAt)),
          code: payload.circulation ? 'circulation' : null,
          ground: [payload.liability, payload.cause, payload.late ? '逾期' : ''].filter(Boolean).join('；'),
          number: payload.number,
          naturalKey: `appeal:${payload.number}`,
          byId: payload.decidedById,
          byName: await this.nameOf(payload.decidedById),
        });
      },
    });
  }

  private async nameOf(employeeId: string): Promise<string> {
    return (await this.org.employee(employeeId))?.name ?? '';
  }
}
