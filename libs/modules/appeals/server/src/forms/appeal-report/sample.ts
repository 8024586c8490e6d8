/** A report on a dispute about charges: drives the preview and the golden test. */
import type { AppealReportPaper } from './appeal-report.form';

export const appealReportSample: AppealReportPaper = {
  unitName: '闭环通信总部',
  number: 'SS202609170001',
  regulator: '部申诉受理中心',
  caseNumber: '部申[2026]118号',
  appellant: '王建㙍',
  matter: '用户反映宽带包年费用于八月被重复扣收 1200 元，多次向客服热线投诉未获退费。',
  facts: '经查账务系统日志，八月出账时包年产品因套餐变更重复生成账单一笔，金额 1200 元，用户反映属实。',
  before: '用户于 2026-08-20 投诉（TS202608200001），2026-08-21 答复：解释为套餐变更补收，用户未接受。',
  basis: '《电信服务规范》第九条；公司《计费差错处理办法》。',
  result: '1. 全额退还重复扣收费用 1200 元；\n2. 补偿一个月宽带使用费；\n3. 更正套餐变更出账规则。',
  answer: {
    text: '已电话向用户说明原因、致歉，并告知退费到账时间，用户表示接受。',
    way: '电话',
    by: '宁波',
    at: '2026-09-20T16:10:00+08:00',
  },
  conclusion: '企业责任：工作差错侵害用户权益',
  measures: '九月底前完成存量包年用户账单核查，出账前增加重复账单校验。',
  approvedBy: '宋佳',
  at: '2026-09-21T10:30:00+08:00',
};
