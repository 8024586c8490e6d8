/** The appraisal module's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export { commonErrors, invalidField } from '@bihuan/plugin-kit';

export const appraisalErrors = defineErrors({
  'no-period': {
    kind: 'not-found',
    zh: '没有 {period} 月的考核：该月尚未开始，或在启用考核之前。',
    en: 'There is no appraisal of {period}: the month has not begun, or lies before the module was set up.',
  },
  'not-frozen': {
    kind: 'wrong-state',
    zh: '{period} 的考核数据尚未截止（{day} 24:00），截止后方可发布。',
    en: 'The records of {period} stand from the end of {day}; a result is released after that.',
  },
  'not-complete': {
    kind: 'wrong-state',
    zh: '考核表尚不完整，缺：{missing}。',
    en: 'The sheet is not complete; missing: {missing}.',
  },
  'already-frozen': {
    kind: 'wrong-state',
    zh: '该记录所属月份已截止，不能撤销；请补记一条更正。',
    en: 'The month of this record is frozen and a check cannot be taken back: enter another check.',
  },
  'revisit-deployed': {
    kind: 'wrong-state',
    zh: '抽样回访由回访模块完成，请在回访中登记结果。',
    en: 'Sample calls are made by the revisit module: note the result there.',
  },
  'batch-unknown': {
    kind: 'invalid',
    zh: '没有这个批次：{batch}。请使用导出文件中的批次号。',
    en: 'There is no batch {batch}: use the batch id of the file.',
  },
});
