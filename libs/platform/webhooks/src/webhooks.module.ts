/** Wires endpoints, fan-out and the pump that sends. */
import type { OnModuleInit } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { Deployment, EngineParts, systemActor } from '@bihuan/plugin-kit';
import { Pumps } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { Housekeeping, SubjectAccess } from '@bihuan/http';
import { RelayListeners } from '@bihuan/outbox';
import { removeOld } from './deliveries/delivery.store';
import { Deliveries } from './deliveries/deliveries';
import { FanOut, WEBHOOK_PUMP } from './deliveries/fan-out';
import { EndpointHealth } from './deliveries/health';
import { WebhookPump } from './deliveries/webhook-pump';
import { Endpoints } from './endpoints/endpoints';
import { EndpointViews } from './endpoints/endpoint-views';
import { WebhookState } from './webhook-state';
import { MANAGE, WebhooksController } from './webhooks.controller';
import { WEBHOOK_SETTINGS, webhookSettings } from './webhooks.settings';

/** What the room hangs itself on. */
@Module({})
export class WebhookHooks implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly access: SubjectAccess,
    private readonly housekeeping: Housekeeping,
    private readonly parts: EngineParts,
  ) {}

  onModuleInit(): void {
    this.access.add('webhooks', { mayRead: (actor) => Promise.resolve(actor.permissions.has(MANAGE)) });
    this.housekeeping.add('webhook deliveries', () => this.work.run(systemActor('webhooks'), removeOld));
    this.parts.add('webhooks', new WebhookState(this.work));
  }
}

@Module({
  imports: [WebhookHooks],
  controllers: [WebhooksController],
  providers: [
    Endpoints,
    EndpointViews,
    Deliveries,
    FanOut,
    EndpointHealth,
    WebhookPump,
    {
      provide: WEBHOOK_SETTINGS,
      inject: [Deployment],
      useFactory: ({ settings }: Deployment) => webhookSettings(process.env, settings.production),
    },
  ],
})
export class WebhooksModule implements OnModuleInit {
  constructor(
    private readonly pumps: Pumps,
    private readonly relay: RelayListeners,
    private readonly pump: WebhookPump,
    private readonly fanOut: FanOut,
  ) {}

  onModuleInit(): void {
    this.pumps.add(WEBHOOK_PUMP, this.pump);
    this.relay.add('webhooks', (tx, seqs) => this.fanOut.relayed(tx, seqs));
  }
}
