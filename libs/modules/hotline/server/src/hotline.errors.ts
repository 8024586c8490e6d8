/** The hotline's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export { commonErrors, invalidField } from '@bihuan/plugin-kit';

export const hotlineErrors = defineErrors({
  'handler-cannot-audit': {
    kind: 'forbidden',
    zh: '处理人不能审核自己的处理结果，请由本部门技术经理审核。',
    en: 'The handler cannot audit his own result; the unit’s technical manager audits it.',
  },
  'no-officer-number': {
    kind: 'forbidden',
    zh: '您没有热线责任人编号，不能开具问题处理表；请管理员为您登记编号。',
    en: 'You have no hotline officer number and cannot make a problem form; ask the administrator for one.',
  },
  'not-the-handler': {
    kind: 'forbidden',
    zh: '该表单不由您或您的部门处理。',
    en: 'This form is not handled by you or your unit.',
  },
});
