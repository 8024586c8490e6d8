/** A complaint enters the register with its number and its clocks, whoever brings it (CMP-1, CMP-2, CMP-4, CMP-4f). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeadlineView } from '@bihuan/alarms';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Numbering } from '@bihuan/numbering';
import { complaint as matter } from '../../complaint.matter';
import { ComplaintClocks } from '../../deadlines/complaint-clocks.deadline';
import { demandPromise } from '../../domain/answer.decide';
import type { NewComplaint } from '../../domain/complaint.decide';
import { registered } from '../../domain/complaint.decide';
import type { Complaint } from '../../domain/complaint.state';
import { ComplaintNews } from '../../events/publish';
import { ComplaintsPack } from '../../pack.settings';

/** The pack's numbering. */
const NUMBERING = 'complaint';

export interface Registered {
  readonly complaint: Complaint;
  readonly deadlines: readonly DeadlineView[];
}

@Injectable()
export class Register {
  constructor(
    private readonly matters: Matters,
    private readonly numbering: Numbering,
    private readonly clocks: ComplaintClocks,
    private readonly news: ComplaintNews,
    private readonly pack: ComplaintsPack,
  ) {}

  /** @param more who takes part from the beginning, and what the timeline adds */
  async open(
    tx: Transaction,
    draft: Omit<NewComplaint, 'id' | 'number' | 'centreUnitId'>,
    more: {
      readonly participants?: readonly (string | null)[];
      readonly data?: Readonly<Record<string, unknown>>;
    } = {},
  ): Promise<Registered> {
    const [centre, number] = await Promise.all([
      this.pack.centreOf(draft.intakeUnitId),
      this.numbering.atCommit(tx, NUMBERING, { at: tx.now }),
    ]);
    const whole = { ...draft, id: randomUUID(), number, centreUnitId: centre.id };
    const complaint = registered(this.pack.section, whole, tx.now);
    const clocks = await this.armed(tx, complaint);
    const onTime = { ...this.clocks.metIn(tx, complaint.id) };
    const opened = await this.matters.open(
      tx,
      matter,
      { ...complaint, onTime },
      {
        action: 'registered',
        data: {
          channel: complaint.channel,
          business: complaint.business,
          kind: complaint.kind,
          level: complaint.level,
          heardAt: complaint.heardAt.toISOString(),
          promisedAt: complaint.promisedAt?.toISOString() ?? null,
          ...more.data,
        },
        personal: {
          customerName: complaint.customerName,
          phone: complaint.phone,
          contact: complaint.contact,
          address: complaint.address,
          matter: complaint.matter,
          demand: complaint.demand,
        },
        participants: more.participants ?? [],
        clocks: clocks.filter(({ state }) => state !== 'met'),
      },
    );
    await this.news.registered(tx, opened);
    return { complaint: opened, deadlines: clocks };
  }

  private async armed(tx: Transaction, complaint: Complaint): Promise<DeadlineView[]> {
    const moments = complaint.filledAt ? (['registered', 'filled'] as const) : (['registered'] as const);
    const clocks = await this.clocks.at(tx, complaint, moments, true);
    const { promisedAt } = complaint;
    if (!promisedAt) return clocks;
    const outer = clocks
      .filter(({ stage }) => this.clocks.promises.includes(stage))
      .map(({ dueAt }) => dueAt.getTime());
    const limit = outer.length > 0 ? new Date(Math.min(...outer)) : null;
    demandPromise(promisedAt, limit, { now: tx.now, timezone: this.pack.timezone });
    return [...clocks, await this.clocks.promised(tx, complaint, promisedAt, true)];
  }
}
