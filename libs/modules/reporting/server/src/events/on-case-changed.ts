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
import { Subscribers } from '@bihuan/outbox';
import { FactStore } from '../data/fact.store';
import { deltasOf, factRow } from '../domain/fact.rules';
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
        handle: (tx, { subject, payload }) => this.enter(tx, subject.module, payload),
      });
    }
  }

  /** The latest version wins; of a closed month only the row follows, its cells stand (RPT-4). */
  private async enter(tx: Transaction, module: string, fact: CaseFact): Promise<void> {
    const known = await this.facts.lock(tx, fact.caseId);
    if (known && known.version >= fact.version) return;
    const row = factRow(module, fact, this.pack.local(new Date(fact.openedAt)));
    const deltas = [];
    const rolled = rolledOf(row.matter);
    if (known && !(await this.facts.isClosed(tx, known.day.slice(0, 7)))) deltas.push(...deltasOf(known, -1, rolled));
    if (!(await this.facts.isClosed(tx, row.day.slice(0, 7)))) deltas.push(...deltasOf(row, 1, rolled));
    await this.facts.put(tx, row);
    await this.facts.add(tx, row.matter, deltas);
  }
}
