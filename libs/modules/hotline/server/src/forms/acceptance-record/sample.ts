/** The acceptance record of the sample problem form. */
import type { AcceptanceRecordPaper } from './acceptance-record.form';

export const acceptanceRecordSample: AcceptanceRecordPaper = {
  unitName: '华南电子工程有限公司',
  number: '20260917012001',
  by: '王建国',
  acceptedAt: '2026-09-17T09:48:00+08:00',
  requestedAt: '2026-09-17T17:00:00+08:00',
  appointmentAt: '2026-09-17T14:00:00+08:00',
  place: '国贸大厦一楼大堂',
  contact: '陈㙍',
  contactPhone: '13812345678',
  judgement: '出钞模块皮带磨损或走钞传感器积尘，需到场检查。',
  spareParts: '出钞模块 ATM-5000-DM 一套，皮带 B-118 两条。',
  remark: '网点 17:30 锁门，需在此前离场。',
};
