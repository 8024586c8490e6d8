/** Cases of all modules become rows of the figures; the roll-ups follow in the same transaction (RPT-8, EVT-1). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { CaseFact } from '@bihuan/events';
import {
  appealChanged,
  complaintChanged,
  contactChanged,
  evaluationChanged,
  problemFormChanged,
  revisitTaskChanged,
  workOrderChanged,
} from '@bihuan/events';
import type { Transaction } from '@bihuan/database';
import type { ReceivedEvent } from '@bihuan/outbox';
import { Subscribers } from '@bihuan/outbox';
import { FactStore } from '../data/fact.store';
import type { Delta, FactRow } from '../domain/fact.rules';
import { deltasOf, factRow, monthOf, summed } from '../domain/fact.rules';
import { rolledOf } from '../domain/indicators';
import { ReportingPack } from '../pack.settings';

const CASES = [
  contactChanged,
  problemFormChanged,
  workOrderChanged,
  complaintChanged,
  appealChanged,
  revisitTaskChanged,
  evaluationChanged,
];

@Injectable()
export class OnCaseChanged implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly facts: FactStore,
    private readonly pack: ReportingPack,
  ) {}

  onModuleInit(): void {
    for (const event of CASES) {
      this.subscribers.subscribe({
        name: `reporting.on-${event.name.replace(/\.v\d+$/, '').replaceAll('.', '-')}`,
        event,
        fromBeginning: true,
        handleAll: (tx, events) => this.enter(tx, events),
      });
    }
  }

  /** The latest version wins; of a closed month only the row follows, its cells stand (RPT-4). */
  private async enter(tx: Transaction, events: readonly ReceivedEvent<CaseFact, unknown>[]): Promise<void> {
    const known = await this.facts.lock(
      tx,
      events.map(({ payload }) => payload.caseId),
    );
    const entered = new Map<string, FactRow>();
    for (const { subject, payload } of events) {
      const before = entered.get(payload.caseId) ?? known.get(payload.caseId);
      if (before && before.version >= payload.version) continue;
      entered.set(payload.caseId, factRow(subject.module, payload, this.pack.local(new Date(payload.openedAt))));
    }
    if (entered.size === 0) return;
    const taken = [...entered.keys()].flatMap((id) => known.get(id) ?? []);
    const added = [...entered.values()];
    const closed = await this.facts.closedOf(tx, new Set([...taken, ...added].map(monthOf)));
    await this.facts.put(tx, added);
    await this.roll(tx, taken, added, closed);
  }

  private async roll(
    tx: Transaction,
    taken: readonly FactRow[],
    added: readonly FactRow[],
    closed: ReadonlySet<string>,
  ): Promise<void> {
    const deltas = new Map<string, Delta[]>();
    const count = (rows: readonly FactRow[], sign: 1 | -1): void => {
      for (const row of rows) {
        if (closed.has(monthOf(row))) continue;
        const of = deltas.get(row.matter) ?? [];
        of.push(...deltasOf(row, sign, rolledOf(row.matter)));
        deltas.set(row.matter, of);
      }
    };
    count(taken, -1);
    count(added, 1);
    for (const [matter, of] of [...deltas].sort(([a], [b]) => (a < b ? -1 : 1))) {
      await this.facts.add(tx, matter, summed(of));
    }
  }
}
