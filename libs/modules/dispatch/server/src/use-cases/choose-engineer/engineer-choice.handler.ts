/** Who may be sent, and who is told of it (DSP-2, ORG-3a, ORG-4). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Notices } from '@bihuan/notices';
import type { Employee, Unit } from '@bihuan/org';
import { Certificates, Duty, Org } from '@bihuan/org';
import { loadOf } from '../../data/load.store';
import type { Applicant, Ranked } from '../../domain/candidates.rules';
import { rank } from '../../domain/candidates.rules';
import type { WorkOrder } from '../../domain/work-order.state';
import { DispatchPack } from '../../pack.settings';
import { orderSubject } from '../../work-order.part';

const DISPATCHED = 'work-order-dispatched';
const NOBODY = 'work-order-no-candidate';

@Injectable()
export class EngineerChoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly certificates: Certificates,
    private readonly duty: Duty,
    private readonly notices: Notices,
    private readonly pack: DispatchPack,
  ) {}

  /** Ranked with reasons, the best first; who may not be sent is absent. @param unitId only people of this unit */
  async candidates(order: WorkOrder, now: Date, unitId?: string): Promise<readonly Ranked[]> {
    const type = this.pack.typeOf(order.type);
    const [people, units, holders, roster] = await Promise.all([
      this.people(order, unitId),
      this.org.units(),
      this.certificates.holders(order.productLine ?? undefined, now),
      this.duty.roster(now),
    ]);
    const load = await loadOf(
      this.work,
      people.map(({ id }) => id),
    );
    const served = order.regionUnitId ? await this.org.unitsBelow([order.regionUnitId]) : null;
    const applicants = people.map((person): Applicant => {
      const own = [person.unitId, ...person.furtherUnitIds];
      const unit = placeOf(own, units, served, unitId);
      return {
        employeeId: person.id,
        name: person.name,
        unitId: unit?.id ?? person.unitId,
        unitName: unit?.name ?? '',
        unitFunction: unit?.function ?? '',
        inRegion: served && own.some((id) => served.includes(id)),
        certified: holders.has(person.id),
        onDuty: own.some((id) => roster.units.has(id)) ? roster.onDuty.has(person.id) : null,
        openOrders: load.get(person.id) ?? 0,
        // Neither sites nor people carry coordinates yet: a distance is not known.
        kilometres: null,
      };
    });
    const demand = { certificate: type?.certificate ?? true, functions: type?.functions ?? [] };
    return rank(applicants, demand, this.pack.section.weights);
  }

  /**
   * Is he allowed on this order: a certificate valid now for its product line, where the type asks for one? Of what is
   * solved only the feedback is missing: that needs none.
   */
  async maySend(order: WorkOrder, employeeId: string, now: Date): Promise<boolean> {
    if (order.solvedAt || this.pack.typeOf(order.type)?.certificate === false) return true;
    return this.certificates.validCertificate(employeeId, order.productLine ?? undefined, now);
  }

  /** Head of the unit that serves the place, or of the one that took it in. */
  async headFor(order: WorkOrder, unitId?: string): Promise<Employee | undefined> {
    return this.org.headOf(unitId ?? order.unitId ?? order.regionUnitId ?? order.intakeUnitId);
  }

  /** The engineer learns of his order; without one the head of the unit does. */
  async tell(tx: Transaction, order: WorkOrder): Promise<void> {
    const to = order.engineerId ?? (await this.headFor(order))?.id;
    await this.send(tx, order, DISPATCHED, to);
  }

  /** DSP-2: no candidate: the unit's head at once. */
  async tellNobodyFound(tx: Transaction, order: WorkOrder, unitId?: string): Promise<void> {
    await this.send(tx, order, NOBODY, (await this.headFor(order, unitId))?.id);
  }

  private send(tx: Transaction, order: WorkOrder, template: string, to: string | undefined): Promise<void> {
    return this.notices.send(tx, {
      subject: orderSubject(order.id),
      to: to ? [to] : [],
      template,
      params: { number: order.number },
      channels: ['inbox', 'sms'],
    });
  }

  /** Everybody in a position that is sent on such orders. */
  private async people(order: WorkOrder, unitId: string | undefined): Promise<readonly Employee[]> {
    const positions = this.pack.positionsOf(this.pack.typeOf(order.type));
    const all = (await Promise.all(positions.map((code) => this.org.inPosition(code)))).flat();
    return unitId ? all.filter((one) => one.unitId === unitId || one.furtherUnitIds.includes(unitId)) : all;
  }
}

/** Of a person's units the one asked for, or the one that serves the place, or his own. */
function placeOf(
  own: readonly string[],
  units: readonly Unit[],
  served: readonly string[] | null,
  asked: string | undefined,
): Unit | undefined {
  const id = own.find((one) => one === asked) ?? own.find((one) => served?.includes(one)) ?? own[0];
  return units.find((unit) => unit.id === id);
}
