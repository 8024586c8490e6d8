/** A case that a newspaper asks about: drives the preview and the golden test. */
import type { AppealRecordFilingPaper } from './appeal-record-filing.form';

export const appealRecordFilingSample: AppealRecordFilingPaper = {
  unitName: '闭环通信总部',
  number: 'BB20260001',
  regulator: '部申诉受理中心',
  caseNumber: '部申[2026]118号',
  appellant: '王建㙍',
  level: 'VIP客户',
  matter: '宽带包年费用重复扣收，用户多次投诉未获退费，已向媒体反映。',
  gravity: ['media'],
  impact: '《郑州晚报》九月十八日来电询问，尚未见报。',
  measures: '已全额退费并致歉，指定专人与媒体沟通。',
  opinion: '按企业责任结案，九月底前完成存量核查。',
  receiver: '省通信管理局',
  filedBy: '宋佳',
  approvedBy: '徐慧',
  at: '2026-09-18T15:00:00+08:00',
  receipt: { text: '省通信管理局值班室张某，收文 2026-0918-07', at: '2026-09-19T09:20:00+08:00' },
};
