/** An order opened by a person: direct, out of a plan, or accepted at a hall (DSP-1, DSP-1b, DSP-1d). */
import { Injectable } from '@nestjs/common';
import type { OpenOrder } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { CustomerRecord } from '@bihuan/customers';
import { Customers } from '@bihuan/customers';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { demandCodes, demandHall, typeOf } from '../../domain/codes.rules';
import { DispatchPack } from '../../pack.settings';
import type { Opened, OrderDraft } from './order-opener.handler';
import { OrderOpener } from './order-opener.handler';

@Injectable()
export class OpenOrderHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opener: OrderOpener,
    private readonly customers: Customers,
    private readonly org: Org,
    private readonly pack: DispatchPack,
  ) {}

  async open(actor: UserActor, input: OpenOrder): Promise<Opened> {
    demandCodes(this.pack.section, input, this.pack.lists);
    demandHall(input);
    await this.demandHallAndClerk(input);
    const place = await this.placeOf(input);
    return this.work.run(actor, (tx) => {
      const calledAt = input.calledAt ? new Date(input.calledAt) : tx.now;
      if (calledAt > tx.now) {
        throw invalidField('/calledAt', 'in-the-future', '来电时间不能晚于现在。 / The call cannot lie in the future.');
      }
      return this.opener.open(tx, { ...this.draft(actor, input), ...place, reportedAt: calledAt });
    });
  }

  private draft(actor: UserActor, input: OpenOrder): Omit<OrderDraft, keyof Place | 'reportedAt'> {
    const { section } = this.pack;
    const type = typeOf(section, input.type);
    const lowest = section.priorities.at(-1)?.code ?? '';
    const priority = input.priority ?? lowest;
    return {
      type: type.code,
      repair: type.repair,
      gradeRequired: type.graded,
      verification: section.verification,
      customerClass: input.customerClass,
      productLine: input.productLine ?? null,
      faultLayer: input.faultLayer ?? null,
      priority,
      priorityRank: section.priorities.findIndex(({ code }) => code === priority),
      gravity: input.gravity ?? null,
      source: input.source ?? 'direct',
      sourceModule: null,
      sourceKind: null,
      sourceId: null,
      sourceNumber: null,
      hallId: input.hallId ?? null,
      clerkId: input.clerkId ?? null,
      parentId: null,
      description: input.description,
      customerId: input.customerId ?? null,
      siteId: input.siteId ?? null,
      equipmentId: input.equipmentId ?? null,
      requestedAt: input.requestedAt ? new Date(input.requestedAt) : null,
      officerId: actor.employeeId,
      officerName: actor.name,
      intakeUnitId: actor.unitId,
    };
  }

  private async demandHallAndClerk({ hallId, clerkId }: OpenOrder): Promise<void> {
    if (hallId) await this.org.demandUnit(hallId, '/hallId');
    if (clerkId) await this.org.demandEmployee(clerkId, '/clerkId');
  }

  /** What is on file of the customer and his site, where the officer said nothing else. */
  private async placeOf(input: OpenOrder): Promise<Place> {
    const customer = input.customerId ? await this.customers.get(input.customerId) : undefined;
    if (input.customerId && !customer) {
      throw invalidField('/customerId', 'unknown-customer', '没有这位客户。 / There is no such customer.');
    }
    const site = customer?.sites.find(({ id }) => id === input.siteId);
    if (input.siteId && !site) {
      throw invalidField('/siteId', 'unknown-site', '该客户没有这个网点。 / Not a site of this customer.');
    }
    const thing = customer?.equipment.find(({ id }) => id === input.equipmentId);
    if (input.equipmentId && !thing) {
      throw invalidField('/equipmentId', 'unknown-equipment', '该客户没有这台设备。 / Not a machine of this customer.');
    }
    const region = input.region ?? site?.region ?? customer?.region ?? '';
    return {
      customerName: input.customerName ?? customer?.name ?? '',
      phone: input.phone ?? phoneOf(customer),
      site: input.site ?? site?.name ?? '',
      address: input.address ?? site?.address ?? '',
      region,
      regionUnitId: site?.unitId ?? (await this.pack.unitOfRegion(region)),
      model: input.model ?? thing?.model ?? '',
      serial: input.serial ?? thing?.serial ?? '',
    };
  }
}

type Place = Pick<
  OrderDraft,
  'customerName' | 'phone' | 'site' | 'address' | 'region' | 'regionUnitId' | 'model' | 'serial'
>;

const phoneOf = (customer: CustomerRecord | undefined): string => {
  const [contact] = customer?.contacts ?? [];
  return contact?.phone || contact?.office || '';
};
