/** The complaints module's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export { commonErrors, invalidField } from '@bihuan/plugin-kit';

export const complaintsErrors = defineErrors({
  'already-forwarded': {
    kind: 'wrong-state',
    zh: '本部门已转出过一次，不能再转；请处理，或上报。',
    en: 'This unit has passed it on once already: handle it, or raise it.',
  },
  'nowhere-to-raise': {
    kind: 'wrong-state',
    zh: '已在最高一级，不能再上报。',
    en: 'It is with the highest level already.',
  },
  'decision-first': {
    kind: 'wrong-state',
    zh: '方案尚未批示，不能实施。',
    en: 'No proposal has been decided yet; it cannot be carried out.',
  },
  'too-few-proposals': {
    kind: 'wrong-state',
    zh: '请先提出至少 {least} 个方案。',
    en: 'At least {least} proposals are needed first.',
  },
  'objection-too-late': {
    kind: 'wrong-state',
    zh: '申辩期限已过。',
    en: 'The time to object is over.',
  },
  'not-on-the-list': {
    kind: 'forbidden',
    zh: '您不在该通报的发送名单中。',
    en: 'You are not on the distribution list.',
  },
});
