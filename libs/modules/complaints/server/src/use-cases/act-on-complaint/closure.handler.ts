/** What follows when the handling is over: the call back, the new line of the register, the archive (CMP-9, CMP-9a). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { complaint as matter } from '../../complaint.matter';
import { complaints } from '../../data/complaint.store';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { asksNewLine, newLineMatter } from '../../domain/closing.decide';
import type { Complaint } from '../../domain/complaint.state';
import { ComplaintNews } from '../../events/publish';
import { ComplaintsPack } from '../../pack.settings';
import { Register } from '../register-complaint/register.handler';

@Injectable()
export class Closure {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: ComplaintClocks,
    private readonly news: ComplaintNews,
    private readonly pack: ComplaintsPack,
    private readonly register: Register,
    private readonly notices: Notices,
    private readonly org: Org,
  ) {}

  /** Tells the revisit module, and starts the clock of the call, at the moment the pack names. */
  async after(tx: Transaction, complaint: Complaint, moment: string): Promise<void> {
    const answeredHere = moment === 'answered' && complaint.dispatchedAt === null;
    if (moment !== this.pack.section.concludedBy && !answeredHere) return;
    if (complaint.mayBecomeAppeal) return;
    await this.clocks.at(tx, complaint, ['concluded']);
    await this.news.concluded(tx, complaint);
  }

  /** CMP-9a: a new line, linked to the first; the head is told at once. Answers the first with the link. */
  async newLine(tx: Transaction, first: Complaint): Promise<Complaint> {
    if (!asksNewLine(first) || first.followedById) return first;
    const { complaint: line } = await this.register.open(
      tx,
      {
        ...asLine(first),
        matter: newLineMatter(first),
        officer: first.officerId ? { id: first.officerId, name: first.officerName ?? '' } : null,
        heardAt: tx.now,
        followsId: first.id,
        source: { module: 'complaints', kind: 'complaint', id: first.id, number: first.number },
      },
      { data: { follows: first.number } },
    );
    const head = first.unitId ? await this.org.headOf(first.unitId) : undefined;
    await this.notices.send(tx, {
      subject: matter.subject(line.id),
      to: head ? [head.id] : [],
      template: 'complaint-dissatisfied',
      params: { number: line.number, first: first.number },
      channels: ['inbox', 'sms'],
    });
    return { ...first, followedById: line.id };
  }

  /** RVT-1b: only a satisfied customer files a case, and with it those it came from. */
  async filed(tx: Transaction, complaint: Complaint): Promise<void> {
    await this.clocks.filed(tx, complaint);
    if (!complaint.followsId) return;
    const first = await complaints.lock(tx, complaint.followsId);
    if (first.state !== 'revisited') return;
    await this.matters.keep(tx, matter, first, {
      row: { ...first, state: 'filed' as const },
      action: 'filed',
      data: { with: complaint.number },
    });
    await this.filed(tx, first);
  }
}

/** What the next line takes over from the first. */
const asLine = (first: Complaint) => ({
  channel: first.channel,
  classified: {
    business: first.business,
    kind: first.kind,
    level: first.level,
    symptom: first.symptom,
    missing: first.missing,
  },
  customerName: first.customerName,
  phone: first.phone,
  contact: first.contact,
  address: first.address,
  customerId: first.customerId,
  siteId: first.siteId ?? undefined,
  gravity: first.gravity,
  crossProvince: first.crossProvince,
  customerClass: first.customerClass,
  brand: first.brand,
  lines: first.lines,
  marks: first.marks,
  keyId: first.keyId,
  intakeUnitId: first.intakeUnitId,
  answerUnitId: first.answerUnitId,
});
