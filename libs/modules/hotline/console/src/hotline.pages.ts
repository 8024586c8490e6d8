/** Pages of the hotline: menu, route and permission in one object each. */
import { definePages } from '@bihuan/console-kit';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import { findFormByNumber } from './api/problem-forms';
import { hotlineWords } from './locales/words';
import { ContactDeskPage } from './pages/contact-desk.page';
import { ContactPage } from './pages/contact.page';
import { ProblemFormPage } from './pages/problem-form.page';
import { ProblemFormsPage } from './pages/problem-forms.page';
import { CallTallyPage, ConsultationLogPage } from './pages/registers.page';

const { takeContact, readForm, printRegister } = HOTLINE_PERMISSIONS;

export const hotlinePages = definePages({
  room: 'hotline',
  pages: [
    {
      path: 'hotline/desk',
      page: ContactDeskPage,
      permissions: [takeContact],
      first: [{ permission: takeContact, rank: 10 }],
      menu: { title: { zh: '热线台', en: 'Desk' }, order: 10, group: 'today' },
    },
    {
      path: 'hotline/problem-forms',
      page: ProblemFormsPage,
      permissions: [readForm],
      menu: { title: { zh: '问题处理表', en: 'Problem forms' }, order: 10, group: 'matters' },
    },
    { path: 'hotline/problem-forms/:id', page: ProblemFormPage },
    { path: 'hotline/contacts/:id', page: ContactPage },
    {
      path: 'hotline/call-tally',
      page: CallTallyPage,
      permissions: [printRegister],
      menu: { title: { zh: '电话信息统计', en: 'Call tally' }, order: 10, group: 'paper' },
    },
    {
      path: 'hotline/consultation-log',
      page: ConsultationLogPage,
      permissions: [printRegister],
      menu: { title: { zh: '用户咨询统计', en: 'Consultation log' }, order: 20, group: 'paper' },
    },
  ],
  subjects: {
    contact: (id) => `/hotline/contacts/${id}`,
    'problem-form': (id) => `/hotline/problem-forms/${id}`,
  },
  words: hotlineWords,
  findNumber: findFormByNumber,
});
