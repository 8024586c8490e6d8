/** Removes what is over in real time: old keys, dead sessions. Nothing depends on when it runs. */
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Registry } from '@bihuan/plugin-kit';

/** Milliseconds between two rounds. */
const EVERY = 600_000;

/** Rooms add their clean-up under the name of what is removed; it must be safe in several processes at once. */
@Injectable()
export class Housekeeping
  extends Registry<() => Promise<void>>
  implements OnApplicationBootstrap, OnApplicationShutdown
{
  private readonly logger = new Logger(Housekeeping.name);
  private timer: NodeJS.Timeout | undefined;

  constructor() {
    super('clean-ups');
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.round(), EVERY);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** One round; a clean-up that fails does not keep the others from running. */
  async round(): Promise<void> {
    for (const [name, cleanUp] of this.entries()) {
      try {
        await cleanUp();
      } catch (error) {
        this.logger.warn(`${name} were not removed: ${error instanceof Error ? error.name : 'unknown'}`);
      }
    }
  }
}
