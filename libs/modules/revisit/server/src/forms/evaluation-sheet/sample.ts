/** An evaluation of after-sales service. */
import type { EvaluationSheetPaper } from './evaluation-sheet.form';

export const evaluationSheetSample: EvaluationSheetPaper = {
  unitName: '华南电子工程有限公司',
  province: '广东',
  city: '深圳',
  company: '福田口岸自助银行',
  evaluator: '刘敏',
  day: '2026-09-18T10:30:00+08:00',
  item: 'after-sales',
  project: '20260917012002',
  technicalLevel: 120,
  attitude: -50,
  remark: '工程师技术不错，但迟到两小时。',
  decision: 'kept',
};
