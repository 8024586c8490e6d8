/** A week's figures as the lines of form 10 (RVT-5, SYS-15). */
import type { RegisterRange } from '@bihuan/forms';
import type { Attempt, RevisitTask } from '../../domain/revisit-task.state';
import type { Week } from '../../domain/weekly.rules';
import { isoWeek } from '../../domain/weekly.rules';
import { resultText } from '../revisit-sheet/sheet-row.part';
import type { RevisitWeeklyPaper } from './revisit-weekly.form';

const STATES = {
  planned: '待回访',
  prepared: '待回访',
  calling: '回访中',
  'not-reached': '未接通',
  moved: '已改约',
  waiting: '处理中',
  done: '已回访',
  cancelled: '已取消',
} as const;

const PASSED = { matter: '原处理部门', order: '派单（紧急）', complaint: '投诉' } as const;

const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)} %`);

export function weeklyPaperOf({ from, to }: RegisterRange, week: Week): Omit<RevisitWeeklyPaper, 'unitName'> {
  const { year, week: number } = isoWeek(from);
  return {
    week: `${year} 年第 ${number} 周`,
    from,
    to,
    due: week.due,
    made: week.made,
    reached: week.reached,
    satisfied: week.satisfied,
    rate: percent(week.rate),
    unsolved: week.unsolved.map((task) => ({ ...line(task), text: task.description, state: STATES[task.state] })),
    opinions: week.opinions.map(({ task, call }) => ({ ...line(task), text: call.text })),
    engineers: [...week.engineers],
    notWorking: week.notWorking.map(({ task, call }) => ({
      ...line(task),
      text: said(call),
      engineer: task.handlerName ?? '',
    })),
    passedOn: week.passedOn.map(({ task, call }) => ({
      ...line(task),
      to: (call.sentTo ?? []).map((what) => PASSED[what]).join('、'),
      state: STATES[task.state],
    })),
  };
}

const line = ({ number, site }: RevisitTask) => ({ code: number, site });

/** What was said in that very talk. */
const said = ({ satisfied, machineWorks, rating, text }: Attempt): string =>
  resultText({ satisfied: satisfied ?? null, machineWorks: machineWorks ?? null, rating: rating ?? null, words: text });
