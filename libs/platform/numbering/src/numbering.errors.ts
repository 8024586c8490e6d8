/** What can be wrong with a number that is asked for (NUM-1). */
import { defineErrors } from '@bihuan/plugin-kit';

export const numberingErrors = defineErrors({
  'no-officer-number': {
    kind: 'invalid',
    zh: '您没有 2–3 位的热线责任人编号，不能取号。请联系管理员。',
    en: 'You have no officer number of two or three digits, so that no form number can be taken. Ask the administrator.',
  },
});
