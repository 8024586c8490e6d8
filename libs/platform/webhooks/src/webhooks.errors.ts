/** What an administrator of webhooks is told (EVT-3). */
import { defineErrors } from '@bihuan/plugin-kit';

export const webhookErrors = defineErrors({
  'webhook-already': {
    kind: 'wrong-state',
    zh: '该订阅已处于此状态。',
    en: 'The subscription is in this state already.',
  },
  'delivery-wrong-state': {
    kind: 'wrong-state',
    zh: '该推送正在发送，或已经完成，不能执行此操作。',
    en: 'The delivery is being sent, or is over: this cannot be done with it now.',
  },
});
