/** Pages of the complaints module: menu, route and permission in one object each. */
import { definePages } from '@bihuan/console-kit';
import { COMPLAINTS_PERMISSIONS } from '@bihuan/complaints-contract';
import { circulationPath, complaintPath, findByNumber, sanctionPath, supervisionPath } from './api/complaints';
import { complaintsWords } from './locales/words';
import { CirculationPage, CirculationsPage } from './pages/circulations.page';
import { ComplaintPage } from './pages/complaint.page';
import { ComplaintsPage } from './pages/complaints.page';
import { NewComplaintPage } from './pages/new-complaint.page';
import { PassOnPage } from './pages/pass-on.page';
import { ComplaintRatePage } from './pages/rate.page';
import { ComplaintRegisterPage } from './pages/registers.page';
import { SanctionPage, SanctionsPage } from './pages/sanctions.page';
import { SupervisionPage, SupervisionsPage } from './pages/supervisions.page';

const { register, passOn, read, check, readSanction, readCirculation, printRegister, supervise, replySupervision } =
  COMPLAINTS_PERMISSIONS;

export const complaintsPages = definePages({
  room: 'complaints',
  pages: [
    {
      path: 'complaints',
      page: ComplaintsPage,
      permissions: [read],
      first: [{ permission: check, rank: 30 }],
      menu: { title: { zh: '投诉', en: 'Complaints' }, order: 12, group: 'matters' },
    },
    { path: 'complaints/new', page: NewComplaintPage, permissions: [register] },
    {
      path: 'complaints/pass-on',
      page: PassOnPage,
      permissions: [passOn],
      menu: { title: { zh: '转告投诉', en: 'Pass a complaint on' }, order: 60, group: 'today' },
    },
    {
      path: 'complaints/supervisions',
      page: SupervisionsPage,
      permissions: [supervise, replySupervision],
      menu: { title: { zh: '督办单', en: 'Supervision' }, order: 14, group: 'matters' },
    },
    { path: 'complaints/supervisions/:id', page: SupervisionPage },
    {
      path: 'complaints/sanctions',
      page: SanctionsPage,
      permissions: [readSanction],
      menu: { title: { zh: '处罚', en: 'Sanctions' }, order: 15, group: 'matters' },
    },
    { path: 'complaints/sanctions/:id', page: SanctionPage },
    {
      path: 'complaints/circulations',
      page: CirculationsPage,
      permissions: [readCirculation],
      menu: { title: { zh: '服务质量通报', en: 'Circulations' }, order: 16, group: 'matters' },
    },
    { path: 'complaints/circulations/:id', page: CirculationPage },
    { path: 'complaints/:id', page: ComplaintPage },
    {
      path: 'complaints-register',
      page: ComplaintRegisterPage,
      permissions: [printRegister],
      menu: { title: { zh: '投诉统计表', en: 'Complaint register' }, order: 40, group: 'paper' },
    },
    {
      path: 'complaints-rate',
      page: ComplaintRatePage,
      permissions: [printRegister],
      menu: { title: { zh: '投诉率', en: 'Complaint rate' }, order: 45, group: 'paper' },
    },
  ],
  subjects: {
    complaint: complaintPath,
    supervision: supervisionPath,
    sanction: sanctionPath,
    circulation: circulationPath,
  },
  words: complaintsWords,
  findNumber: findByNumber,
});
