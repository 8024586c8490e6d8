/** A delay or a poor report proposes a circulation; somebody decides on it by name (APL-8, APL-9). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CirculationGround } from '@bihuan/appeals-contract';
import type { Transaction } from '@bihuan/database';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { Numbering } from '@bihuan/numbering';
import { Org } from '@bihuan/org';
import { circulation as matter } from '../circulation.matter';
import { circulations } from '../data/circulation.store';
import type { Appeal } from '../domain/appeal.state';
import type { Circulation } from '../domain/circulation.state';
import { AppealsPack } from '../pack.settings';

@Injectable()
export class CirculationProposals {
  constructor(
    private readonly matters: Matters,
    private readonly numbering: Numbering,
    private readonly notices: Notices,
    private readonly org: Org,
    private readonly pack: AppealsPack,
  ) {}

  /** One of a ground a case: what was proposed is not proposed again. The case's row is locked by the caller. */
  async propose(
    tx: Transaction,
    appeal: Appeal,
    ground: CirculationGround,
    facts: Circulation['facts'],
  ): Promise<void> {
    const [known] = await circulations.find(tx, 'r.appeal_id = $1 and r.ground = $2', [appeal.id, ground]);
    if (known) return;
    const unitId = appeal.unitId ?? appeal.deskUnitId;
    const number = await this.numbering.next(tx, 'appeal-circulation', { at: tx.now });
    const row = await this.matters.open(tx, matter, this.draft(tx, appeal, { ground, facts, unitId, number }), {
      action: 'proposed',
      data: { ground, appeal: appeal.number, unitId },
    });
    const deciders = await Promise.all(
      this.pack.section.decidedBy.map((role) => this.org.recipients(role, { unitId })),
    );
    await this.notices.send(tx, {
      subject: matter.subject(row.id),
      to: deciders.flat(),
      template: 'appeal-circulation-proposed',
      params: { number, appeal: appeal.number },
    });
  }

  private draft(
    tx: Transaction,
    appeal: Appeal,
    about: Pick<Circulation, 'ground' | 'facts' | 'unitId' | 'number'>,
  ): Circulation {
    return {
      ...about,
      id: randomUUID(),
      version: 1,
      state: 'proposed',
      appealId: appeal.id,
      appealNumber: appeal.number,
      caseNumber: appeal.caseNumber,
      persons: [],
      basis: '',
      decision: '',
      demand: '',
      reason: '',
      decidedBy: null,
      decidedAt: null,
      distribution: [],
      customerId: null,
      createdAt: tx.now,
      dueAt: null,
      keyId: appeal.keyId,
    };
  }
}
