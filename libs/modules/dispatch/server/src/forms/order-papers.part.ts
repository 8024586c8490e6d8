/** Fills form 16 from an order and form 11 from the repairs graded in a span of days (DSP-7, DSP-8). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { DISPATCH_PERMISSIONS as MAY } from '@bihuan/dispatch-contract';
import { Attachments } from '@bihuan/attachments';
import type { UserActor } from '@bihuan/plugin-kit';
import { SuiteError } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { visible } from '@bihuan/identity';
import { Papers } from '@bihuan/matters';
import { gradesOf } from '../domain/fault-grades.rules';
import type { GradedRepair } from '../domain/fault-grades.rules';
import type { WorkOrder } from '../domain/work-order.state';
import { DispatchPack } from '../pack.settings';
import { workOrder } from '../work-order.part';
import type { FaultGradesPaper, ServiceSheetPaper } from './index';
import { faultGrades, serviceSheet } from './index';
import type { SignatureInk } from './service-sheet/signature-ink.part';
import { inkOf } from './service-sheet/signature-ink.part';

@Injectable()
export class OrderPapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly work: UnitOfWork,
    private readonly pack: DispatchPack,
    private readonly attachments: Attachments,
  ) {}

  onModuleInit(): void {
    this.papers.ofMatter(workOrder, 'work-orders', serviceSheet, {
      fill: async (order, { actor, unitName }) =>
        sheetOf(order, unitName, this.pack.section.ratings, await this.ink(actor, order)),
      unitOf: ({ unitId }) => unitId,
    });
    this.papers.register(faultGrades, {
      permission: MAY.printRegister,
      load: async (actor, { from, to, officer }, unitName) => ({
        data: this.monthOf(await this.graded(actor, from, to, officer), { from, to, unitName }),
        keyIds: [],
      }),
    });
  }

  /** The drawn signature or the photographed seal, for one who may see the order's files; gone with an erased customer. */
  private async ink(actor: UserActor, { signature }: WorkOrder): Promise<SignatureInk> {
    if (!signature?.attachmentId) return {};
    try {
      const { type, bytes } = await this.attachments.content(actor, signature.attachmentId);
      return inkOf(type, bytes);
    } catch (error) {
      if (error instanceof SuiteError && error.kind === 'not-found') return {};
      throw error;
    }
  }

  /** Repairs graded on these days where the pack's company sits; a co-operating unit's part is graded with the lead. */
  private graded(actor: UserActor, from: string, to: string, engineer: string | undefined): Promise<GradedRepair[]> {
    const scope = visible(actor, MAY.read, workOrder.scope, 5);
    return this.work.query<GradedRepair>(
      `select r.engineer_id as "engineerId", r.engineer_name as "engineerName", r.grade,
         r.graded_by_name as "managerName"
       from dispatch.work_order r
       where r.graded_at >= $1::timestamp at time zone $3 and r.graded_at < ($2::timestamp + interval '1 day') at time zone $3
         and r.engineer_id is not null and r.state <> 'cancelled'
         and ($4::uuid is null or r.engineer_id = $4) and ${scope.sql}`,
      [from, to, this.pack.timezone, engineer ?? null, ...scope.parameters],
    );
  }

  private monthOf(
    repairs: readonly GradedRepair[],
    { from, to, unitName }: { readonly from: string; readonly to: string; readonly unitName: string },
  ): FaultGradesPaper {
    const weights = [1, 2, 3, 4].map((grade) => this.pack.weightOf(grade));
    const { rows, sum, managers } = gradesOf(repairs, weights);
    const [manager, ...others] = managers;
    return {
      unitName,
      from,
      until: to,
      weights,
      rows: [...rows],
      sum,
      ...(manager && others.length === 0 ? { manager } : {}),
    };
  }
}

const MINUTES_AN_HOUR = 60;
const FEN_A_YUAN = 100;

function sheetOf(order: WorkOrder, unitName: string, ratings: number, ink: SignatureInk): ServiceSheetPaper {
  const { sheet, signature } = order;
  const handling = [order.result, sheet.text].filter(Boolean).join('\n');
  return {
    unitName,
    number: order.number,
    customerName: order.customerName,
    address: [order.address, order.site].filter(Boolean).join(' '),
    phone: order.phone,
    model: order.model,
    serial: order.serial,
    reportedAt: order.reportedAt.toISOString(),
    requestedAt: order.requestedAt?.toISOString(),
    arrivedAt: order.arrivedAt?.toISOString(),
    description: order.description,
    handling,
    parts: sheet.parts.map(({ name, serial, quantity }) => ({ name, serial, quantity })),
    hours: sheet.minutes === null ? undefined : String(Math.round((sheet.minutes / MINUTES_AN_HOUR) * 10) / 10),
    charge: sheet.charge === null ? undefined : (sheet.charge / FEN_A_YUAN).toFixed(2),
    leftOver: sheet.leftOver.map((item) => ({ ...item })),
    rating: order.rating ?? undefined,
    ratings,
    remark: order.remark,
    signature: signature
      ? { name: signature.name, at: signature.at, place: signature.place, withCode: signature.withCode, ...ink }
      : undefined,
    engineer: order.engineerName ?? undefined,
  };
}
