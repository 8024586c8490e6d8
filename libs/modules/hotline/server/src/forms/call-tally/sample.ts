/** A day of two officers: 31 calls handled and 3 nuisance calls are 34 phone contacts. */
import type { CallTallyPaper } from './call-tally.form';

export const callTallySample: CallTallyPaper = {
  unitName: '华南电子工程有限公司',
  from: '2026-09-17',
  rows: [
    { kind: '技术质量', count: 17 },
    { kind: '服务', count: 4 },
    { kind: '销售', count: 2 },
    { kind: '其它', count: 1 },
    { kind: '咨询', count: 7 },
  ],
  total: 31,
  byOfficer: [
    { officer: '李晓燕', count: 18 },
    { officer: '周敏', count: 13 },
  ],
  byDay: [{ day: '2026-09-17', count: 31 }],
  nuisance: 3,
  phoneContacts: 34,
};
