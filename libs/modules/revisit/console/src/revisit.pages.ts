/** Pages of the revisit: menu, route and permission in one object each. */
import { definePages } from '@bihuan/console-kit';
import { REVISIT_PERMISSIONS } from '@bihuan/revisit-contract';
import { revisitWords } from './locales/words';
import { RevisitListPage } from './pages/revisit-list.page';
import { RevisitSheetPage } from './pages/revisit-sheet.page';

export const revisitPages = definePages({
  room: 'revisit',
  pages: [
    {
      path: 'revisit',
      page: RevisitListPage,
      permissions: [REVISIT_PERMISSIONS.readTask],
      menu: { title: { zh: '回访', en: 'Revisit' }, order: 20, group: 'matters' },
    },
    { path: 'revisit/:id', page: RevisitListPage, permissions: [REVISIT_PERMISSIONS.readTask] },
    {
      path: 'revisit-sheet',
      page: RevisitSheetPage,
      permissions: [REVISIT_PERMISSIONS.printRegister],
      menu: { title: { zh: '用户回访统计', en: 'Revisit sheet' }, order: 30, group: 'paper' },
    },
  ],
  subjects: {
    task: (id) => `/revisit/${id}`,
    'revisit-task': (id) => `/revisit/${id}`,
    revisit: (id) => `/revisit/${id}`,
  },
  words: revisitWords,
});
