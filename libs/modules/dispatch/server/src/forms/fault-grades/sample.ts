/** A month of two engineers: weights 4-3-2-1. */
import type { FaultGradesPaper } from './fault-grades.form';

export const faultGradesSample: FaultGradesPaper = {
  unitName: '华南电子工程有限公司',
  from: '2026-09-01',
  until: '2026-09-30',
  weights: [4, 3, 2, 1],
  rows: [
    { engineer: '陈志强', g1: 1, g2: 4, g3: 9, g4: 12, total: 26, weighted: 46 },
    { engineer: '何建国', g1: 0, g2: 2, g3: 11, g4: 7, total: 20, weighted: 35, remark: '新人带教一名' },
  ],
  sum: { g1: 1, g2: 6, g3: 20, g4: 19, total: 46, weighted: 81 },
  manager: '吴海峰',
};
