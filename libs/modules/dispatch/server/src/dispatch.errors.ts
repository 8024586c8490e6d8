/** The dispatch module's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export { commonErrors, invalidField } from '@bihuan/plugin-kit';

export const dispatchErrors = defineErrors({
  'repair-not-graded': {
    kind: 'wrong-state',
    zh: '该维修尚未评定故障等级，须由技术经理评定后才能关闭。',
    en: 'This repair is not graded yet; the technical manager grades it before it is closed.',
  },
  'parts-still-open': {
    kind: 'wrong-state',
    zh: '协办部门的工单尚未完成，主办部门对整体负责，请待其完成后再回单。',
    en: 'Co-operating units are not done yet; the lead unit answers for the whole and feeds back after them.',
  },
  'code-spent': {
    kind: 'wrong-state',
    zh: '签字验证码已失效（超时或次数用尽），请重新发送。',
    en: 'The signing code has expired or its tries are used up; send a new one.',
  },
  'no-phone': {
    kind: 'wrong-state',
    zh: '工单没有联系人手机号，无法发送验证码。',
    en: 'The order has no contact phone; no code can be sent.',
  },
  'no-valid-certificate': {
    kind: 'forbidden',
    zh: '您没有该产品线的有效上岗证，不能承接此工单，请由他人承接。',
    en: 'You hold no valid certificate for this product line and cannot take this order; somebody else takes it.',
  },
});
