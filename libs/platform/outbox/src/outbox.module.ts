/** Wires publisher, relay and deliverer, and adds them to the pumps. */
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Pumps } from '@bihuan/clock';
import { Deliverer } from './deliver';
import { HandOffs } from './hand-offs';
import { Publisher } from './publish';
import { Relay } from './relay';
import { Subscribers } from './subscribers';

@Global()
@Module({
  providers: [Publisher, Subscribers, Relay, Deliverer, HandOffs],
  exports: [Publisher, Subscribers, Relay, Deliverer, HandOffs],
})
export class OutboxModule implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly pumps: Pumps,
    private readonly relay: Relay,
    private readonly deliverer: Deliverer,
  ) {}

  onModuleInit(): void {
    this.pumps.add('outbox', {
      nextDue: () => Promise.resolve(null),
      pump: async () => (await this.relay.relay()) + (await this.deliverer.deliver()),
    });
  }

  /** After every room has subscribed. */
  async onApplicationBootstrap(): Promise<void> {
    await this.relay.catchUp();
  }
}
