/** A complaint for want of parts, handled the day before. */
import type { ComplaintReportPaper } from './complaint-report.form';

export const complaintReportSample: ComplaintReportPaper = {
  unitName: '人力公关部',
  number: 'HB20260918001',
  customerName: '建设银行福田支行',
  address: '深圳市福田区深南大道12号',
  phone: '13812345678',
  contact: '陈㙍',
  handledAt: '2026-09-17T16:30:00+08:00',
  matter: {
    text: '取款机读卡器故障，报修后三天无人上门，备件未到也未告知用户。',
    by: '赵敏',
    at: '2026-09-17T09:10:00+08:00',
  },
  handling: {
    text: '从深圳备件库调拨读卡器，当日上门更换并向用户致歉。',
    by: '陈志强',
    at: '2026-09-17T16:30:00+08:00',
  },
  head: '吴海峰',
  cause: '备件未到造成延误',
  sanctions: '服务实施工程师何建国：未及时告知用户，予以批评',
  revisit: '满意。用户表示机器运行正常。',
  attached: false,
  missingReason: '原维修汇报单随设备返厂',
  secondHolder: '技术支持',
};
