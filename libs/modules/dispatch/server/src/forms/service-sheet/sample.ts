/** A sheet as the customer signs it: drives the preview and the golden test. */
import type { ServiceSheetPaper } from './service-sheet.form';

export const serviceSheetSample: ServiceSheetPaper = {
  unitName: '华南电子工程有限公司',
  number: 'PD20260917-1001-012',
  customerName: '农业银行深圳罗湖支行',
  address: '深圳市罗湖区人民南路 3002 号国贸大厦 A 座一层',
  contact: '陈㙍',
  phone: '13812345678',
  model: 'ATM-5000',
  serial: 'S5000-20231187',
  reportedAt: '2026-09-17T09:12:00+08:00',
  requestedAt: '2026-09-17T14:00:00+08:00',
  arrivedAt: '2026-09-17T13:48:00+08:00',
  description: '取款机提示“暂停服务”，出钞口有异响，已按提示重启一次未恢复。',
  handling: '更换出钞皮带一条，清洁传感器与走钞通道，连续出钞 200 张无卡钞，网点负责人确认恢复正常。',
  parts: [
    { name: '出钞皮带', serial: 'BLT-0087', quantity: 1 },
    { name: '传感器清洁片', quantity: 2 },
  ],
  hours: '1.5',
  charge: '120.00',
  leftOver: [{ text: '读卡器磨损，备件未到', measure: '三个工作日内携新件上门更换' }],
  rating: 5,
  ratings: 5,
  remark: '工程师到场准时，说明清楚。',
  signature: {
    name: '陈㙍',
    at: '2026-09-17T15:20:00+08:00',
    place: '国贸大厦一楼自助服务区',
    withCode: true,
  },
  engineer: '王建国',
};
