/** What the engine page says of the clocks and of what wakes them: deadlines, queues, sweeps (DLN-2). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { EnginePart } from '@bihuan/plugin-kit';
import { Deployment, EngineParts } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { DeadlineCounts } from './deadline-state';
import { DeadlineStates } from './deadline-state';
import type { QueueState } from './queue/suite-queues';
import { SuiteQueues } from './queue/suite-queues';
import type { Sweep } from './queue/sweeper';
import { Sweeper } from './queue/sweeper';

@Injectable()
export class AlarmState implements EnginePart, OnModuleInit {
  private readonly deadlines: DeadlineStates;

  constructor(
    private readonly parts: EngineParts,
    private readonly deployment: Deployment,
    private readonly queues: SuiteQueues,
    private readonly sweeper: Sweeper,
    work: UnitOfWork,
  ) {
    this.deadlines = new DeadlineStates(work);
  }

  onModuleInit(): void {
    this.parts.add('alarms', this);
  }

  shared(): Promise<DeadlineCounts> {
    return this.deadlines.counts();
  }

  async here(): Promise<{ workers: boolean; queues: QueueState; sweeps: readonly Sweep[] }> {
    return {
      workers: this.deployment.runsWorkers,
      queues: await this.queues.state(),
      sweeps: this.sweeper.last,
    };
  }
}
