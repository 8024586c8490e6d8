/** A sample call was made: good or not counts for the person's satisfaction (APR-1a, APR-3). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { matterRevisited } from '@bihuan/events';
import { Recorder } from '@bihuan/audit';
import type { Transaction } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { Subscribers } from '@bihuan/outbox';
import { findPeriod } from '../data/period.store';
import { samples, sampleSubject } from '../data/sample.store';

@Injectable()
export class OnMatterRevisited implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly recorder: Recorder,
    private readonly org: Org,
  ) {}

  onModuleInit(): void {
    this.subscribers.subscribe({
      name: 'appraisal.on-matter-revisited',
      event: matterRevisited,
      handle: async (tx, { payload }) => {
        const { subject } = payload;
        if (subject.module !== 'appraisal' || subject.kind !== 'sample') return;
        await this.called(tx, subject.id, payload);
      },
    });
  }

  private async called(
    tx: Transaction,
    id: string,
    call: { taskId: string; satisfied: boolean; revisitedAt: string; callerId: string },
  ): Promise<void> {
    const [sample] = await samples.find(tx, 'r.id = $1', [id]);
    if (!sample) return;
    // Held in share, so that no snapshot is taken between this look and the commit.
    const month = await findPeriod(tx, sample.period, 'for share');
    const before = await samples.lock(tx, id);
    await samples.save(tx, before, {
      ...before,
      state: 'reached',
      good: call.satisfied,
      at: new Date(call.revisitedAt),
      taskId: call.taskId,
      byName: (await this.org.employee(call.callerId))?.name ?? '',
    });
    await this.recorder.record(tx, {
      subject: sampleSubject(id),
      action: month?.state === 'frozen' ? 'reached-too-late' : 'reached',
      data: { good: call.satisfied, taskId: call.taskId },
    });
  }
}
