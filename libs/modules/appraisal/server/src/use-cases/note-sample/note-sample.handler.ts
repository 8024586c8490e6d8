/** A sample call noted here, with its evidence, where no revisit module makes it (APR-1a, APR-7, EVT-2). */
import { Injectable } from '@nestjs/common';
import type { NoteSample } from '@bihuan/appraisal-contract';
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, Deployment, reachesUnit } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { appraisalErrors } from '../../appraisal.errors';
import { findPeriod } from '../../data/period.store';
import type { Sample } from '../../data/sample.store';
import { samples, sampleSubject } from '../../data/sample.store';

@Injectable()
export class NoteSampleHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deployment: Deployment,
    private readonly recorder: Recorder,
  ) {}

  async note(actor: UserActor, id: string, { outcome, good, ground }: NoteSample): Promise<Sample> {
    return this.work.run(actor, async (tx) => {
      const [sample] = await samples.find(tx, 'r.id = $1', [id]);
      if (!sample || !reachesUnit(actor, MAY.noteSample, sample.unitId)) throw commonErrors['not-found']();
      if (this.deployment.has('revisit')) {
        throw appraisalErrors['revisit-deployed']({ state: sample.state, allowedActions: [] });
      }
      const month = await findPeriod(tx, sample.period, 'for share');
      const before = await samples.lock(tx, id);
      if (month?.state === 'frozen') throw commonErrors['wrong-state']({ state: 'frozen', allowedActions: [] });
      const reached = outcome === 'reached';
      const after = await samples.save(tx, before, {
        ...before,
        state: reached ? 'reached' : 'not-made',
        good: reached ? (good ?? false) : null,
        at: tx.now,
        ground,
        byName: actor.name,
      });
      await this.recorder.record(tx, { subject: sampleSubject(id), action: after.state, data: { good: after.good } });
      return after;
    });
  }
}
