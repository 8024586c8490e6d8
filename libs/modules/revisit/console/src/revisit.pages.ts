/** Pages of the revisit: menu, route and permission in one object each. */
import { definePages } from '@bihuan/console-kit';
import { REVISIT_PERMISSIONS } from '@bihuan/revisit-contract';
import { evaluationPath, taskPath } from './api/tasks';
import { revisitWords } from './locales/words';
import { CoveragePage } from './pages/coverage.page';
import { EvaluationFiguresPage } from './pages/evaluation-figures.page';
import { EvaluationPage, EvaluationsPage } from './pages/evaluations.page';
import { RevisitListPage } from './pages/revisit-list.page';
import { RevisitSheetPage, RevisitWeeklyPage } from './pages/revisit-sheet.page';

const { readTask, call, readEvaluation, printRegister } = REVISIT_PERMISSIONS;

export const revisitPages = definePages({
  room: 'revisit',
  pages: [
    {
      path: 'revisit',
      page: RevisitListPage,
      permissions: [readTask],
      first: [{ permission: call, rank: 90 }],
      menu: { title: { zh: '回访', en: 'Revisit' }, order: 20, group: 'matters' },
    },
    {
      path: 'revisit-coverage',
      page: CoveragePage,
      permissions: [readTask],
      menu: { title: { zh: '回访覆盖率', en: 'Revisits made' }, order: 21, group: 'matters' },
    },
    { path: 'revisit/:id', page: RevisitListPage, permissions: [readTask] },
    {
      path: 'evaluations',
      page: EvaluationsPage,
      permissions: [readEvaluation],
      menu: { title: { zh: '客服评价', en: 'Evaluations' }, order: 22, group: 'matters' },
    },
    { path: 'evaluations/:id', page: EvaluationPage },
    {
      path: 'revisit-sheet',
      page: RevisitSheetPage,
      permissions: [printRegister],
      menu: { title: { zh: '用户回访统计', en: 'Revisit sheet' }, order: 30, group: 'paper' },
    },
    {
      path: 'revisit-weekly',
      page: RevisitWeeklyPage,
      permissions: [printRegister],
      menu: { title: { zh: '回访周报', en: 'Weekly revisit report' }, order: 31, group: 'paper' },
    },
    {
      path: 'evaluation-figures',
      page: EvaluationFiguresPage,
      permissions: [readEvaluation],
      menu: { title: { zh: '评价汇总', en: 'Scores of the month' }, order: 32, group: 'paper' },
    },
  ],
  subjects: { task: taskPath, evaluation: evaluationPath },
  words: revisitWords,
});
