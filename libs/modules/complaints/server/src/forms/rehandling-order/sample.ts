/** A dropped call that was closed without a test. */
import type { RehandlingOrderPaper } from './rehandling-order.form';

export const rehandlingOrderSample: RehandlingOrderPaper = {
  unitName: '河南省投诉处理中心',
  number: 'ZCL20260918001',
  caseNumber: 'TS202609160003',
  revisit: '不满意：仍然掉话。',
  opinion: '处理后未经测试即归档，处理不当。',
  screenedBy: '曾倩',
  screenedAt: '2026-09-18T10:00:00+08:00',
  responsibleUnit: '河南省网络运行部',
  requirement: '重新优化基站参数并与用户一同测试。',
  dueAt: '2026-09-19T02:00:00+08:00',
  result: '已重新优化并测试，用户通话正常。',
  handler: '江涛',
  doneAt: '2026-09-18T17:00:00+08:00',
};
