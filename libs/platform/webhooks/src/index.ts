/** Webhooks: outside systems subscribe to the suite's events (EVT-3). */
export { WebhooksModule } from './webhooks.module';
export { webhooksMigrations } from './webhooks.migrations';
export { webhooksRoom } from './webhooks.manifest';
