/** One by decision with its reply, and one the suite issued. */
import type { SupervisionOrderPaper } from './supervision-order.form';

export const supervisionOrderSample: SupervisionOrderPaper = {
  unitName: '河南省投诉处理中心',
  caseNumber: 'TS202609140001',
  orders: [
    {
      number: 'DB202609150002',
      issuingUnit: '总部客户服务部',
      supervised: '河南省网络运行部',
      ground: 'key',
      instruction: '今日内恢复漫游通话，并书面说明原因与措施。',
      dueAt: '2026-09-15T17:00:00+08:00',
      requiredReply: '原因与措施',
      issued: { by: '邱岚', at: '2026-09-15T10:00:00+08:00' },
      reply: { text: '已定位归属省数据未同步，下午恢复。', by: '江涛', at: '2026-09-15T11:00:00+08:00' },
    },
    {
      number: 'DB202609150001',
      issuingUnit: '河南省投诉处理中心',
      supervised: '河南省网络运行部 江涛',
      ground: 'automatic',
      instruction: '该环节已预警而未按时完成，请立即处理并说明原因。',
      dueAt: '2026-09-16T10:00:00+08:00',
      requiredReply: '原因、已采取的措施、完成时间。',
      issued: { at: '2026-09-15T10:00:00+08:00' },
    },
  ],
};
