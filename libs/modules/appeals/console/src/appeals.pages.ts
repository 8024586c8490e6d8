/** Pages of the appeals module: menu, route and permission in one object each. */
import { definePages } from '@bihuan/console-kit';
import { APPEALS_PERMISSIONS } from '@bihuan/appeals-contract';
import { appealPath, circulationPath, findByNumber } from './api/appeals';
import { appealsWords } from './locales/words';
import { AppealPage } from './pages/appeal.page';
import { AppealsPage } from './pages/appeals.page';
import { CirculationPage, CirculationsPage } from './pages/circulations.page';
import { ContactPersonsPage } from './pages/contact-persons.page';
import { NewAppealPage } from './pages/new-appeal.page';

const { readAppeal, receiveAppeal, readContacts, readCirculation } = APPEALS_PERMISSIONS;

export const appealsPages = definePages({
  room: 'appeals',
  pages: [
    {
      path: 'appeals',
      page: AppealsPage,
      permissions: [readAppeal],
      first: [{ permission: receiveAppeal, rank: 40 }],
      menu: { title: { zh: '申诉', en: 'Appeals' }, order: 18, group: 'matters' },
    },
    { path: 'appeals/new', page: NewAppealPage, permissions: [receiveAppeal] },
    {
      path: 'appeals/circulations',
      page: CirculationsPage,
      permissions: [readCirculation],
      menu: { title: { zh: '申诉通报', en: 'Appeal circulations' }, order: 19, group: 'matters' },
    },
    { path: 'appeals/circulations/:id', page: CirculationPage },
    {
      path: 'appeals/contact-persons',
      page: ContactPersonsPage,
      permissions: [readContacts],
      menu: { title: { zh: '申诉联系人', en: 'Appeal contacts' }, order: 15, group: 'house' },
    },
    { path: 'appeals/:id', page: AppealPage },
  ],
  subjects: { appeal: appealPath, circulation: circulationPath },
  words: appealsWords,
  findNumber: findByNumber,
});
