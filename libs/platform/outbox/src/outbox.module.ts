/** Wires publisher, relay and deliverer, adds them to the pumps, and gives the process's sign of life. */
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Global, Logger, Module } from '@nestjs/common';
import { Pumps } from '@bihuan/clock';
import { describeError, EngineParts } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { DeadDeliverers } from './deaths';
import { Deliverer } from './deliver';
import { SUBJECTS } from './delivery.store';
import { HandOffs } from './hand-offs';
import { InHand } from './in-hand';
import { InPassing } from './in-passing';
import { OutboxState } from './outbox-state';
import { Presence } from './presence';
import { Publisher } from './publish';
import { Relay } from './relay';
import { RelayListeners } from './relay-listeners';
import { Subscribers } from './subscribers';

/** Between two signs of life; some may be missed before others take the process for gone. Milliseconds. */
const SIGN = 20_000;

const ways = [Publisher, Subscribers, RelayListeners, Relay, Deliverer, HandOffs];

@Global()
@Module({
  providers: [...ways, Presence, InPassing, InHand, DeadDeliverers],
  exports: [...ways, InHand],
})
export class OutboxModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pumps: Pumps,
    private readonly relay: Relay,
    private readonly deliverer: Deliverer,
    private readonly presence: Presence,
    private readonly parts: EngineParts,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.parts.add('outbox', new OutboxState(this.work));
    this.pumps.add('outbox', {
      nextDue: () => Promise.resolve(null),
      full: SUBJECTS,
      pump: async () => (await this.relay.relay()) + (await this.deliverer.deliver()),
    });
  }

  /** After every room has subscribed. The sign first: what is relayed from now on comes here and waits for nobody. */
  async onApplicationBootstrap(): Promise<void> {
    await this.presence.report();
    await this.relay.catchUp();
    await this.relay.tellPast();
    this.timer = setInterval(() => void this.sign(), SIGN);
    this.timer.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sign(() => this.presence.leave());
  }

  private async here(): Promise<void> {
    await this.presence.report();
    if (await this.relay.missed()) await this.relay.catchUp();
  }

  private async sign(give = () => this.here()): Promise<void> {
    try {
      await give();
    } catch (error) {
      this.logger.warn(`no sign of life given: ${describeError(error)}`);
    }
  }
}
