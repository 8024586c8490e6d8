/** The revisit module's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export { commonErrors, invalidField } from '@bihuan/plugin-kit';

export const revisitErrors = defineErrors({
  'rest-hours': {
    kind: 'wrong-state',
    zh: '现在是休息时间（{from}–{to}），不能回访；请稍后再拨或另约时间。',
    en: 'These are rest hours ({from}–{to}): call later, or agree another time.',
  },
  'way-not-allowed': {
    kind: 'invalid',
    zh: '本公司不使用这种回访方式；可用：{ways}。',
    en: 'The pack does not allow this way; allowed: {ways}.',
  },
});
