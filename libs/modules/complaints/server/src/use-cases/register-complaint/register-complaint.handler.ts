/** An officer registers a complaint in full, or any employee passes one on in three fields (CMP-1, CMP-1a, CMP-2, CMP-3). */
import { Injectable } from '@nestjs/common';
import type { PassOnComplaint, RegisterComplaint } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Customers } from '@bihuan/customers';
import { Org } from '@bihuan/org';
import { DataKeys } from '@bihuan/privacy';
import { classified, demandEntry } from '../../domain/classification.rules';
import { ComplaintsPack } from '../../pack.settings';
import type { Registered } from './register.handler';
import { Register } from './register.handler';

/** What the house knows of the customer at intake. */
interface Known {
  readonly keyId: string;
  readonly customerClass: string | null;
  readonly brand: string | null;
  readonly lines: readonly string[];
}

@Injectable()
export class RegisterComplaintHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly register: Register,
    private readonly keys: DataKeys,
    private readonly customers: Customers,
    private readonly org: Org,
    private readonly pack: ComplaintsPack,
  ) {}

  async open(actor: UserActor, input: RegisterComplaint): Promise<Registered> {
    const { section } = this.pack;
    demandEntry('/channel', section.channels, input.channel);
    input.marks?.forEach((mark, index) => demandEntry(`/marks/${index}`, section.marks, mark));
    if (input.wantedWay !== undefined) demandEntry('/wantedWay', section.ways, input.wantedWay);
    const classes = classified(section, input, { crossProvince: input.crossProvince ?? false });
    const answerUnitId = await this.answerUnit(actor, input);
    return this.work.run(actor, async (tx) => {
      const known = await this.known(tx, input.customerId);
      return this.register.open(tx, {
        ...input,
        ...known,
        classified: classes,
        customerId: input.customerId ?? null,
        officer: { id: actor.employeeId, name: actor.name },
        intakeUnitId: actor.unitId,
        answerUnitId,
        heardAt: heardAt(input.heardAt, tx.now),
        promisedAt: input.promisedAt === undefined ? undefined : new Date(input.promisedAt),
      });
    });
  }

  /** CMP-1a: it lands on the complaint officer's register, with the time it was first heard and who passed it on. */
  async passOn(actor: UserActor, input: PassOnComplaint): Promise<Registered> {
    const { section } = this.pack;
    const centre = await this.pack.centreOf(actor.unitId);
    const officer = await this.org.headOf(centre.id);
    const classes = classified(section, {}, { crossProvince: false, partly: true });
    return this.work.run(actor, async (tx) =>
      this.register.open(
        tx,
        {
          ...input,
          ...(await this.known(tx, undefined)),
          classified: classes,
          channel: section.passedOnChannel,
          customerId: null,
          officer: officer ? { id: officer.id, name: officer.name } : null,
          passedOn: { id: actor.employeeId, name: actor.name },
          intakeUnitId: centre.id,
          answerUnitId: centre.id,
          heardAt: heardAt(input.heardAt, tx.now),
        },
        { participants: [officer?.id ?? null], data: { passedOnBy: actor.employeeId } },
      ),
    );
  }

  /** CMP-8, CMP-8c: the intake side answers; a roaming customer's complaint is answered by the centre of his province. */
  private async answerUnit(actor: UserActor, { crossProvince, homeUnitId }: RegisterComplaint): Promise<string> {
    if (homeUnitId === undefined) return actor.unitId;
    if (!crossProvince) {
      const way = '仅跨省投诉由归属省答复。 / Only a cross-province complaint is answered by the home province.';
      throw invalidField('/homeUnitId', 'not-cross-province', way);
    }
    return (await this.org.demandUnit(homeUnitId, '/homeUnitId')).id;
  }

  /** The customer's key, class and lines; a fresh key for somebody nobody knows yet. */
  private async known(tx: Transaction, customerId: string | undefined): Promise<Known> {
    if (customerId === undefined) {
      return { keyId: this.keys.create(tx, null), customerClass: null, brand: null, lines: [] };
    }
    const customer = await this.customers.get(customerId);
    if (!customer) throw invalidField('/customerId', 'unknown-customer', '没有这个客户。 / There is no such customer.');
    const { keyId } = await this.customers.hold(tx, customerId);
    const today = tx.now.toISOString().slice(0, 10);
    const lines = customer.businessLines.filter(({ until }) => until === undefined || until >= today);
    return { keyId, customerClass: customer.level, brand: customer.brand, lines: lines.map(({ code }) => code) };
  }
}

function heardAt(given: string | undefined, now: Date): Date {
  const at = given === undefined ? now : new Date(given);
  if (at > now)
    throw invalidField('/heardAt', 'in-the-future', '首次听到的时间不能晚于现在。 / It lies in the future.');
  return at;
}
