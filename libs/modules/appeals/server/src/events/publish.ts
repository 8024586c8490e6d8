/** Who is held liable after an appeal goes into appraisal and the period's report (APL-8). */
import { Injectable } from '@nestjs/common';
import { appealLiability } from '@bihuan/events';
import type { Subject } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { Publisher } from '@bihuan/outbox';
import { appeal as appealMatter } from '../appeal.matter';
import { circulation as circulationMatter } from '../circulation.matter';
import type { Appeal, Concluded, Signer } from '../domain/appeal.state';
import type { Circulation } from '../domain/circulation.state';

interface Held {
  readonly number: string;
  readonly unitId: string;
  readonly persons: readonly Signer[];
  /** Code, never words: they may tell of the customer. */
  readonly liability: string;
  readonly cause: string;
  readonly late: boolean;
  readonly circulation: boolean;
  readonly decidedBy: Signer;
}

@Injectable()
export class Liabilities {
  constructor(private readonly publisher: Publisher) {}

  /** 'Firm liable': the unit, and the persons named (APL-6). */
  async concluded(tx: Transaction, row: Appeal, conclusion: Concluded): Promise<void> {
    if (conclusion.conclusion !== 'liable' || !conclusion.unitId) return;
    await this.publish(tx, appealMatter.subject(row.id), {
      number: row.number,
      unitId: conclusion.unitId,
      persons: conclusion.persons,
      liability: conclusion.liability ?? conclusion.attribution,
      cause: conclusion.cause ?? conclusion.ground ?? '',
      late: row.lateForRegulator ?? false,
      circulation: false,
      decidedBy: conclusion.by,
    });
  }

  /** A decided circulation: the branch, and the persons held liable with it. */
  async circulated(tx: Transaction, row: Circulation, decidedBy: Signer): Promise<void> {
    await this.publish(tx, circulationMatter.subject(row.id), {
      number: row.appealNumber,
      unitId: row.unitId,
      persons: row.persons,
      liability: row.ground,
      cause: row.ground,
      late: row.ground === 'late-reply',
      circulation: true,
      decidedBy,
    });
  }

  /** One for the unit, one for each person. */
  private async publish(tx: Transaction, subject: Subject, held: Held): Promise<void> {
    const { persons, decidedBy, ...rest } = held;
    for (const employeeId of [null, ...persons.map(({ id }) => id)]) {
      const payload = { ...rest, employeeId, decidedById: decidedBy.id, decidedAt: tx.now.toISOString() };
      await this.publisher.publish(tx, appealLiability, subject, payload, null);
    }
  }
}
