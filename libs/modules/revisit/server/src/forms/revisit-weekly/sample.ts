/** A week's revisits. */
import type { RevisitWeeklyPaper } from './revisit-weekly.form';

export const revisitWeeklySample: RevisitWeeklyPaper = {
  unitName: '华南电子工程有限公司',
  week: '2026 年第 38 周',
  from: '2026-09-14',
  to: '2026-09-20',
  due: 12,
  made: 11,
  reached: 10,
  satisfied: 8,
  rate: '80.0 %',
  unsolved: [{ code: '20260917012002', site: '福田口岸自助银行', text: '机器偶发卡钞', state: '处理中' }],
  opinions: [{ code: '20260916012001', site: '国贸大厦一楼自助服务区', text: '希望周末也能上门。' }],
  engineers: [
    { name: '王建国', good: 6, fair: 1, poor: 0 },
    { name: '孙涛', good: 2, fair: 0, poor: 1 },
  ],
  notWorking: [
    { code: '20260917012002', site: '福田口岸自助银行', text: '机器运行不正常；不满意；又卡了', engineer: '孙涛' },
  ],
  passedOn: [{ code: '20260917012002', site: '福田口岸自助银行', to: '原处理部门、派单（紧急）', state: '处理中' }],
};
