/** Pages of the webhooks room: for administrators, fetched only where one opens them (EVT-3). */
import { definePages } from '@bihuan/console-kit';
import { lazy } from 'react';
import { MANAGE_WEBHOOKS } from './house/webhook-api';

const permissions = [MANAGE_WEBHOOKS];

export const webhookPages = definePages({
  room: 'webhooks',
  pages: [
    {
      path: 'house/webhooks',
      page: lazy(async () => ({ default: (await import('./house/webhooks-page')).WebhooksPage })),
      permissions,
      menu: { title: { zh: 'Webhook 订阅', en: 'Webhooks' }, order: 70, group: 'house' },
    },
    {
      path: 'house/webhooks/:id',
      page: lazy(async () => ({ default: (await import('./house/webhook-page')).WebhookPage })),
      permissions,
    },
  ],
  subjects: { endpoint: (id) => `/house/webhooks/${id}` },
  words: {
    kinds: { endpoint: { zh: 'Webhook 订阅', en: 'webhook' } },
    states: {},
    stages: {},
    actions: {
      'webhook-added': { zh: '新建订阅', en: 'added' },
      'webhook-changed': { zh: '修改订阅', en: 'changed' },
      'webhook-enabled': { zh: '启用订阅', en: 'switched on' },
      'webhook-disabled': { zh: '停用订阅', en: 'switched off' },
      'webhook-secret-rotated': { zh: '更换密钥', en: 'new secret' },
      'webhook-replayed': { zh: '从某时起重发', en: 'sent again' },
      'webhook-delivery-replayed': { zh: '重发一件', en: 'one sent again' },
      'webhook-delivery-skipped': { zh: '跳过一件', en: 'one skipped' },
      'webhook-failing': { zh: '一直发送失败', en: 'failing' },
      'webhook-recovered': { zh: '恢复送达', en: 'recovered' },
    },
  },
});
