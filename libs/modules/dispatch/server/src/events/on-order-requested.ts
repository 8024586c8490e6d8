/** Orders that other matters ask for: a problem form, a complaint, a revisit that found the machine not working (DSP-1b, RVT-4). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { complaintOrderRequested, formOrderRequested, urgentOrderRequested } from '@bihuan/events';
import type { OrderSource } from '@bihuan/dispatch-contract';
import type { Subject } from '@bihuan/plugin-kit';
import { Customers } from '@bihuan/customers';
import type { Transaction } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { Subscribers } from '@bihuan/outbox';
import { DispatchPack } from '../pack.settings';
import { OrderOpener } from '../use-cases/open-order/order-opener.handler';

/** What the three events have in common. */
interface Request {
  readonly type: string;
  readonly source: OrderSource;
  /** Matter it comes from. */
  readonly matter: Subject;
  readonly number: string;
  readonly priority: string;
  readonly requestedAt: string;
  readonly wishedFor: string | null;
  readonly customerId: string | null;
  readonly siteId: string | null;
  readonly unitId: string | null;
  readonly officerId: string;
  readonly keyId: string;
  readonly personal: { customerName: string; phone: string; description: string; site?: string };
}

@Injectable()
export class OnOrderRequested implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly opener: OrderOpener,
    private readonly customers: Customers,
    private readonly org: Org,
    private readonly pack: DispatchPack,
  ) {}

  /** A customer who was erased since leaves nothing to be done. */
  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'dispatch.on-form-order-requested',
      event: formOrderRequested,
      handle: async (tx, { subject, payload, personal }) => {
        const { section } = this.pack;
        if (!personal) return;
        const lowest = section.priorities.at(-1)?.code ?? '';
        const from = {
          type: section.typeOf.problemForm,
          source: 'problem-form',
          matter: subject,
          priority: lowest,
        } as const;
        await this.open(tx, { ...payload, ...from, personal });
      },
    });
    this.subscribers.subscribe({
      name: 'dispatch.on-complaint-order-requested',
      event: complaintOrderRequested,
      handle: async (tx, { subject, payload, personal }) => {
        if (!personal) return;
        const from = { type: this.pack.section.typeOf.complaint, source: 'complaint', matter: subject } as const;
        await this.open(tx, { ...payload, ...from, wishedFor: null, personal });
      },
    });
    this.subscribers.subscribe({
      name: 'dispatch.on-urgent-order-requested',
      event: urgentOrderRequested,
      handle: async (tx, { subject, payload, personal }) => {
        const { section } = this.pack;
        if (!personal) return;
        // The task that waits for it, not the matter called about: it comes back when the order is done.
        const from = {
          type: section.typeOf.revisit,
          source: 'revisit',
          matter: subject,
          priority: section.urgent,
        } as const;
        // Who repaired it before knows it best: his unit serves the place where nothing else says so.
        const before = payload.engineerId ? await this.org.employee(payload.engineerId) : undefined;
        const unitId = payload.unitId ?? before?.unitId ?? null;
        await this.open(tx, { ...payload, ...from, unitId, wishedFor: null, personal });
      },
    });
  }

  private async open(tx: Transaction, request: Request): Promise<void> {
    const { section } = this.pack;
    const type = this.pack.typeOf(request.type);
    const known = section.priorities.findIndex(({ code }) => code === request.priority);
    const rank = known < 0 ? section.priorities.length - 1 : known;
    const officer = await this.org.employee(request.officerId);
    const about = await this.about(request);
    await this.opener.open(tx, {
      ...about,
      type: request.type,
      repair: type?.repair ?? false,
      gradeRequired: type?.graded ?? false,
      verification: section.verification,
      faultLayer: null,
      productLine: null,
      priority: section.priorities[rank]?.code ?? request.priority,
      priorityRank: rank,
      gravity: null,
      source: request.source,
      sourceModule: request.matter.module,
      sourceKind: request.matter.kind,
      sourceId: request.matter.id,
      sourceNumber: request.number,
      hallId: null,
      clerkId: null,
      parentId: null,
      description: request.personal.description,
      customerId: request.customerId,
      customerName: request.personal.customerName,
      phone: request.personal.phone,
      siteId: request.siteId,
      equipmentId: null,
      model: '',
      serial: '',
      requestedAt: request.wishedFor ? new Date(request.wishedFor) : null,
      reportedAt: new Date(request.requestedAt),
      officerId: request.officerId,
      officerName: officer?.name ?? '',
      intakeUnitId: await this.intakeUnit(officer?.unitId ?? request.unitId),
      keyId: request.keyId,
    });
  }

  /** Class and place by what is on file; the unit of the repair before serves the place where nothing else says so. */
  private async about({ customerId, siteId, unitId, personal }: Request) {
    const { section } = this.pack;
    const customer = customerId ? await this.customers.get(customerId) : undefined;
    const site = customer?.sites.find(({ id }) => id === siteId);
    const region = site?.region || customer?.region || '';
    const classes = section.customerClasses.map(({ code }) => code);
    const level = customer?.level ?? '';
    return {
      customerClass: classes.includes(level)
        ? level
        : (classes.find((code) => code === 'ordinary') ?? classes[0] ?? ''),
      site: personal.site ?? site?.name ?? '',
      address: site?.address ?? '',
      region,
      regionUnitId: site?.unitId ?? (await this.pack.unitOfRegion(region)) ?? unitId,
    };
  }

  /** Whoever asked may have left since: then the unit at the top keeps it. */
  private async intakeUnit(unitId: string | null): Promise<string> {
    if (unitId) return unitId;
    const [top] = await this.org.units();
    if (!top) throw new Error('There is no unit.');
    return top.id;
  }
}
