/** Makes all roll-ups anew from the rows (RPT-8). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { RebuildStore } from '../../data/rebuild.store';
import { cubesOf } from '../../domain/fact.rules';
import { ROLLED } from '../../domain/indicators';

@Injectable()
export class RebuildHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: RebuildStore,
    private readonly recorder: Recorder,
  ) {}

  rebuild(actor: UserActor): Promise<{ readonly cells: number }> {
    return this.work.run(actor, async (tx) => {
      const cells = await this.store.rebuild(tx, cubesOf, ROLLED);
      await this.recorder.record(tx, {
        subject: { module: 'reporting', kind: 'roll-ups', id: randomUUID() },
        action: 'roll-ups-rebuilt',
        data: { cells },
      });
      return { cells };
    });
  }
}
