/** Repairs by department and month are entered where dispatch is not deployed: all or nothing (CMP-16). */
import { Injectable } from '@nestjs/common';
import type { EnterRepairs } from '@bihuan/complaints-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { Recorder } from '@bihuan/audit';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { RepairStore } from '../../data/repair.store';

@Injectable()
export class EnterRepairsHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repairs: RepairStore,
    private readonly recorder: Recorder,
    private readonly org: Org,
  ) {}

  /** @throws 422 naming the rows with an unknown unit */
  async enter(actor: UserActor, { month, rows }: EnterRepairs): Promise<{ rows: number }> {
    const units = await Promise.all(rows.map(({ unitId }) => this.org.unit(unitId)));
    const errors = units.flatMap((unit, at) =>
      unit
        ? []
        : [{ pointer: `/rows/${at}/unitId`, code: 'unknown-unit', detail: '没有这个部门。 / There is no such unit.' }],
    );
    if (errors.length > 0) throw commonErrors['invalid-input']({ errors });
    return this.work.run(actor, async (tx) => {
      for (const { unitId, repairs } of rows) {
        await this.repairs.enter(tx, { month, unitId, repairs, by: actor.employeeId, source: 'entered' });
        await this.recorder.record(tx, {
          subject: { module: 'complaints', kind: 'repairs', id: unitId },
          action: 'repairs-entered',
          data: { month, repairs },
        });
      }
      return { rows: rows.length };
    });
  }
}
