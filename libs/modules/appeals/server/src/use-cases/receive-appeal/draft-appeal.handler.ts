/** What an appeal begins with: codes of the pack, who appeals, his standing in the queue, who took it in (APL-1, APL-2b). */
import { Injectable } from '@nestjs/common';
import type { ReceiveAppeal } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { invalidField } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Customers } from '@bihuan/customers';
import { DataKeys } from '@bihuan/privacy';
import { demandFutureDate } from '../../domain/clocks.rules';
import { codeOf, codesOf } from '../../domain/codes.rules';
import type { Appeal } from '../../domain/appeal.state';
import { emptyRound } from '../../domain/appeal.state';
import { standingOf } from '../../domain/queue.rules';
import { AppealsPack } from '../../pack.settings';

@Injectable()
export class AppealDrafts {
  constructor(
    private readonly customers: Customers,
    private readonly keys: DataKeys,
    private readonly pack: AppealsPack,
  ) {}

  /** Complete but for its number and the complaint it is linked to. */
  async of(tx: Transaction, actor: UserActor, input: ReceiveAppeal, id: string): Promise<Appeal> {
    const receivedAt = input.receivedAt ? new Date(input.receivedAt) : tx.now;
    if (receivedAt > tx.now) {
      throw invalidField('/receivedAt', 'in-the-future', '受理时间不能晚于现在。 / It lies in the future.');
    }
    const replyDueAt = input.replyDueAt ? new Date(input.replyDueAt) : null;
    demandFutureDate(replyDueAt, tx.now);
    const codes = this.codes(input);
    const appellant = await this.appellant(tx, input);
    const levels = this.pack.levels.map(({ code }) => code);
    return {
      ...EMPTY,
      ...codes,
      ...appellant,
      ...standingOf(this.pack.section, levels, { level: appellant.level, gravity: codes.gravity }),
      id,
      caseNumber: input.caseNumber,
      filed: input.filed,
      appellant: input.appellant,
      phone: input.phone,
      matter: input.matter,
      keyCase: input.keyCase ?? false,
      documents: input.documents ?? [],
      receivedAt,
      createdAt: tx.now,
      replyDueAt,
      deskId: actor.employeeId,
      deskName: actor.name,
      deskUnitId: actor.unitId,
    };
  }

  /** The code under which a regulator's case numbers are unique. */
  regulator(input: Pick<ReceiveAppeal, 'regulator'>): string {
    return codeOf(this.pack.section.regulators, input.regulator, '/regulator');
  }

  private codes(input: ReceiveAppeal) {
    const { section } = this.pack;
    return {
      regulator: this.regulator(input),
      business: codeOf(section.businesses, input.business, '/business'),
      nature: codeOf(section.natures, input.nature, '/nature'),
      channel: input.channel ? codeOf(section.channels, input.channel, '/channel') : null,
      gravity: codesOf(section.gravities, input.gravity ?? [], '/gravity'),
    };
  }

  /** The level on file counts before the one that is said; nobody on file gets a key of his own (CUS-5). */
  private async appellant(
    tx: Transaction,
    input: ReceiveAppeal,
  ): Promise<Pick<Appeal, 'customerId' | 'level' | 'keyId'>> {
    const said = input.level ? codeOf(this.pack.levels, input.level, '/level') : null;
    if (input.customerId === undefined) return { customerId: null, level: said, keyId: this.keys.create(tx, null) };
    const customer = await this.customers.get(input.customerId);
    if (!customer) throw invalidField('/customerId', 'unknown-customer', '没有这个客户。 / There is no such customer.');
    const { keyId } = await this.customers.hold(tx, input.customerId);
    return { customerId: input.customerId, level: customer.level ?? said, keyId };
  }
}

const EMPTY = {
  version: 1,
  number: '',
  state: 'received',
  complaintId: null,
  unitId: null,
  handlerId: null,
  handlerName: null,
  contactChangedAt: null,
  dispatchedAt: null,
  round: 1,
  rounds: [emptyRound(1)],
  sentBack: 0,
  shortened: [],
  approvedAt: null,
  reply: null,
  repliedAt: null,
  revisit: null,
  lateForRegulator: null,
  late: null,
  proposal: null,
  concluded: null,
  concludedAt: null,
  mediation: '',
  archivedAt: null,
  archivedById: null,
  archiveHash: null,
  dueAt: null,
} as const;
