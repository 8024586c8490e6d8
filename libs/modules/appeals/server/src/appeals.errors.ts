/** The appeals module's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export { commonErrors, invalidField } from '@bihuan/plugin-kit';

export const appealsErrors = defineErrors({
  'no-earlier-handling': {
    kind: 'wrong-state',
    zh: '“先期处理得当”须关联一件在申诉之前、规定时限内办结的投诉；本案没有。请先关联投诉，或改用其他结论。',
    en: 'Handled properly beforehand needs a linked complaint that was concluded within its limit before this appeal. Link one, or choose another conclusion.',
  },
  'no-open-clock': {
    kind: 'wrong-state',
    zh: '该环节没有在走的时限，不能重新承诺。',
    en: 'No clock of that stage is running; nothing can be promised anew.',
  },
  'nobody-to-handle': {
    kind: 'invalid',
    zh: '该单位没有申诉联系责任人，也没有负责人；请指定办理人（assigneeId），或先登记联系责任人。',
    en: 'The unit has neither a contact person nor a head; name an assignee, or name its contact person first.',
  },
});
