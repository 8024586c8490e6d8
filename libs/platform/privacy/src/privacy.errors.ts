/** The privacy room's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export const privacyErrors = defineErrors({
  'customer-erased': {
    kind: 'wrong-state',
    zh: '该用户的资料已应要求删除，不能再登记关于他的内容；可以撤销或办结此事项。',
    en: 'The customer’s data were erased on request; nothing more can be written about him. The matter can be withdrawn or concluded.',
  },
});
