/** The customers room's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export const customersErrors = defineErrors({
  'customer-erased': {
    kind: 'wrong-state',
    zh: '该客户的个人信息已删除，不能再登记或修改。',
    en: 'This customer was erased; nothing can be recorded or changed for him any more.',
  },
  'reason-names-customer': {
    kind: 'invalid',
    zh: '删除理由会长期保存，请勿写入客户姓名或电话。',
    en: 'The reason is kept for good: write it without the customer’s name or phone.',
  },
});
