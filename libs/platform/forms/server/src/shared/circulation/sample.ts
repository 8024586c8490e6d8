/** A circulation after a complaint that was answered late: drives the preview and the golden test. */
import type { CirculationPaper } from './circulation.form';

export const circulationSample: CirculationPaper = {
  unitName: '华南电子工程有限公司',
  number: '2026-03',
  at: '2026-09-30',
  accused: '产品事业部；王建国',
  caseNumber: 'TS20260928001',
  matter: '用户投诉维修后三日内再次停机，责任部门接单后超过规定时限未提交处理方案，监督岗两次督办后才答复用户。',
  basis: '《客服手册》3.3.1.2：投诉处理应立即反应并采取有效处理方法。',
  decision: '对产品事业部主管予以通报批评；处理人当月绩效按制度扣分。',
  demand: '1. 三个工作日内提交整改措施；\n2. 本部门全员学习投诉处理规则，监督岗复查。',
  issuedBy: '赵志强',
  issuedAt: '2026-09-30T16:20:00+08:00',
  distribution: ['产品事业部', '用户服务部', '人力公关部'],
};
