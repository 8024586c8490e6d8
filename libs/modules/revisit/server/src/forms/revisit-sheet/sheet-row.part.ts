/** A revisit as a line of form 5: result and rating of the engineer in the customer's words (RVT-5). */
import type { RevisitTask } from '../../domain/revisit-task.state';

export const sheetRow = (task: RevisitTask) => ({
  code: task.number,
  site: task.site,
  phone: task.phone,
  name: task.customerName,
  result: resultText(task),
  handler: task.handlerName ?? '',
  ...(task.faultGrade === null ? {} : { grade: `${task.faultGrade} 级` }),
  remark: remark(task),
});

const SATISFIED = { true: '满意', fair: '一般', false: '不满意' } as const;

type Answer = Pick<RevisitTask, 'satisfied' | 'machineWorks' | 'rating' | 'words'>;

export function resultText({ satisfied, machineWorks, rating, words }: Answer): string {
  const parts = [
    machineWorks === null ? '' : machineWorks ? '机器运行正常' : '机器运行不正常',
    satisfied === null ? '' : SATISFIED[satisfied],
    rating === null ? '' : `工程师评价 ${rating} 分`,
    words,
  ];
  return parts.filter(Boolean).join('；');
}

const SENT_TO = { matter: '已退回重新处理', order: '已紧急派单', complaint: '已转投诉' } as const;

function remark({ attempts, waitsFor }: RevisitTask): string {
  const missed = attempts.filter(({ reached }) => !reached).length;
  return [missed > 0 ? `未接通 ${missed} 次` : '', ...waitsFor.map((what) => SENT_TO[what])].filter(Boolean).join('；');
}
