/** The reporting module's error catalogue. */
import { defineErrors } from '@bihuan/plugin-kit';

export { commonErrors, invalidField } from '@bihuan/plugin-kit';

export const reportingErrors = defineErrors({
  'bad-period': {
    kind: 'invalid',
    zh: '统计期间写法不对。',
    en: 'This is not a period.',
  },
  'unknown-dimension': {
    kind: 'invalid',
    zh: '该指标没有这个维度，可选：{dimensions}。',
    en: 'The indicator has no such dimension; choose of {dimensions}.',
  },
  'unknown-indicator': {
    kind: 'not-found',
    zh: '没有这个指标。',
    en: 'There is no such indicator.',
  },
  'period-closed': {
    kind: 'wrong-state',
    zh: '该期间已关账，数据不再改变。',
    en: 'The period is closed; its figures stand.',
  },
  'period-open': {
    kind: 'wrong-state',
    zh: '该期间尚未结束，不能关账。',
    en: 'The period is not over yet and cannot be closed.',
  },
  'not-a-month': {
    kind: 'invalid',
    zh: '只能按月关账，例如 2026-09；季度和年度由其各月组成。',
    en: 'Months are closed, such as 2026-09; quarters and years consist of them.',
  },
  'no-sample': {
    kind: 'wrong-state',
    zh: '本公司的规则包没有设置流转抽查。',
    en: 'The pack of this company draws no sample.',
  },
  'not-deployed': {
    kind: 'wrong-state',
    zh: '出具该报表的模块未部署，无法生成。',
    en: 'The module that prints this report is not deployed.',
  },
});
