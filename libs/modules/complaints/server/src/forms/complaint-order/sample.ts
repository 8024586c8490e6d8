/** A VIP's order with the result fed back. */
import type { ComplaintOrderPaper } from './complaint-order.form';

export const complaintOrderSample: ComplaintOrderPaper = {
  unitName: '河南省投诉处理中心',
  number: 'TS202609140001',
  channel: '客服热线',
  customerName: '郑州机械集团',
  customerLevel: 'VIP客户',
  phone: '13812345678',
  business: 'GSM',
  kind: '网络质量',
  symptom: '无信号或信号弱',
  level: '全国级投诉',
  matter: '漫游至武汉后无法通话，业务洽谈受影响，已联系媒体。',
  demand: '恢复漫游通话并书面答复',
  promisedAt: '2026-09-15T18:00:00+08:00',
  signedAt: '2026-09-14T10:05:00+08:00',
  stages: [
    {
      stage: '整理',
      dueAt: '2026-09-14T11:00:00+08:00',
      doneAt: '2026-09-14T10:00:00+08:00',
      unit: '河南省客服热线',
      person: '林晓燕',
    },
    {
      stage: '复核',
      dueAt: '2026-09-14T14:00:00+08:00',
      doneAt: '2026-09-14T10:00:00+08:00',
      unit: '河南省投诉处理中心',
      person: '赵敏',
    },
    {
      stage: '处理',
      dueAt: '2026-09-15T10:00:00+08:00',
      doneAt: '2026-09-15T15:00:00+08:00',
      unit: '河南省网络运行部',
      person: '江涛',
    },
    { stage: '反馈', doneAt: '2026-09-15T15:00:00+08:00', unit: '河南省网络运行部', person: '江涛' },
    { stage: '答复', dueAt: '2026-09-15T17:00:00+08:00', unit: '河南省客服热线', person: '林晓燕' },
    { stage: '回访' },
  ],
  result: '归属省漫游数据未同步，已修复，测试正常。',
};
