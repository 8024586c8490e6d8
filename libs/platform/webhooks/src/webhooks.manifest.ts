/** Manifest of the webhooks room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { MANAGE } from './webhooks.controller';
import { webhooksMigrations } from './webhooks.migrations';
import { WebhooksModule } from './webhooks.module';

export const webhooksRoom: Manifest = {
  id: 'webhooks',
  title: { zh: 'Webhook 订阅', en: 'Webhooks' },
  version: '0.1.0',
  needs: ['clock', 'privacy', 'audit', 'outbox', 'http', 'org', 'notices'],
  permissions: [{ id: MANAGE, title: { zh: '管理 Webhook 订阅', en: 'Manage webhooks' } }],
  entities: [],
  migrations: webhooksMigrations,
  schema: 'webhooks',
  events: { out: [], in: [] },
  forms: [],
  module: WebhooksModule,
};
