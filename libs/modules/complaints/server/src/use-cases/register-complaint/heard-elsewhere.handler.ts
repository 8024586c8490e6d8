/** A complaint that another module heard enters the register once, without a second owner for the customer (HOT-7c, CMP-1). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Customers } from '@bihuan/customers';
import { Org } from '@bihuan/org';
import { DataKeys } from '@bihuan/privacy';
import { Tasks } from '@bihuan/work';
import { complaint as matter } from '../../complaint.matter';
import { complaints } from '../../data/complaint.store';
import { TASKS } from '../../deadlines/stages.deadline';
import { classified } from '../../domain/classification.rules';
import type { Complaint, Source } from '../../domain/complaint.state';
import { ComplaintsPack } from '../../pack.settings';
import { Register } from './register.handler';

export interface Heard {
  readonly source: Source;
  readonly channel: string;
  readonly heardAt: Date;
  readonly customerId: string | null;
  readonly officerId: string;
  readonly keyId: string;
  /** Absent when the customer was erased since: nothing more is kept of him. */
  readonly words: { readonly customerName: string; readonly phone: string; readonly description: string } | undefined;
  /** It waited for this module: the matter may be concluded long since. */
  readonly caughtUp: boolean;
}

@Injectable()
export class HeardElsewhere {
  constructor(
    private readonly register: Register,
    private readonly customers: Customers,
    private readonly keys: DataKeys,
    private readonly org: Org,
    private readonly tasks: Tasks,
    private readonly pack: ComplaintsPack,
  ) {}

  async take(tx: Transaction, heard: Heard): Promise<void> {
    if (!heard.words || !(await this.keys.lives(tx, heard.keyId))) return;
    const [known] = await complaints.find(tx, "r.source ->> 'id' = $1", [heard.source.id]);
    if (known) return;
    const complaint = await this.open(tx, heard, heard.words);
    if (heard.caughtUp) await this.ask(tx, complaint);
  }

  private async open(tx: Transaction, heard: Heard, words: NonNullable<Heard['words']>): Promise<Complaint> {
    const { section } = this.pack;
    const officer = await this.org.employee(heard.officerId);
    const centre = await this.pack.centreOf(officer?.unitId);
    const customer = heard.customerId ? await this.customers.get(heard.customerId) : undefined;
    const channel = section.channelOf[heard.channel] ?? heard.channel;
    const kind = section.kinds.find(({ unclear }) => unclear)?.code;
    const { complaint } = await this.register.open(
      tx,
      {
        channel: this.pack.channel(channel) ? channel : section.passedOnChannel,
        classified: classified(section, kind === undefined ? {} : { kind }, { crossProvince: false, partly: true }),
        customerName: words.customerName,
        phone: words.phone,
        matter: words.description,
        customerId: heard.customerId,
        customerClass: customer?.level ?? null,
        brand: customer?.brand ?? null,
        lines: customer?.businessLines.map(({ code }) => code) ?? [],
        officer: officer ? { id: officer.id, name: officer.name } : null,
        keyId: heard.keyId,
        intakeUnitId: officer?.unitId ?? centre.id,
        answerUnitId: officer?.unitId ?? centre.id,
        heardAt: heard.heardAt,
        source: heard.source,
      },
      { participants: [heard.officerId], data: { source: heard.source.number } },
    );
    return complaint;
  }

  /** EVT-2, HOT-7c: a person says whether there is still something to do. */
  private async ask(tx: Transaction, complaint: Complaint): Promise<void> {
    await this.tasks.create(tx, {
      subject: matter.subject(complaint.id),
      kind: TASKS.caughtUp,
      assigneeId: null,
      unitId: complaint.centreUnitId,
      title: {
        zh: '补登记的投诉，原事项可能已办结：请核对是否仍需处理',
        en: 'Caught up: the matter may be concluded already; say whether it is still to be handled',
      },
      number: complaint.number,
      keyId: complaint.keyId,
    });
  }
}
