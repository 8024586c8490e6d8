/** Pages of the appraisal module: menu, route and permission in one object each. */
import { APPRAISAL_PERMISSIONS as MAY } from '@bihuan/appraisal-contract';
import { definePages } from '@bihuan/console-kit';
import { findByNumber, proposalPath, sheetPath } from './api/appraisal';
import { appraisalWords } from './locales/words';
import { EntriesPage } from './pages/entries.page';
import { HrFilePage } from './pages/hr-file.page';
import { NewProposalPage, ProposalPage, ProposalsPage } from './pages/proposals.page';
import { SheetPage } from './pages/sheet.page';
import { SheetsPage } from './pages/sheets.page';

export const appraisalPages = definePages({
  room: 'appraisal',
  pages: [
    {
      path: 'appraisal/sheets',
      page: SheetsPage,
      permissions: [MAY.readSheet],
      first: [{ permission: MAY.release, rank: 50 }],
      menu: { title: { zh: '绩效考核', en: 'Appraisal' }, order: 50, group: 'matters' },
    },
    {
      path: 'appraisal/entries',
      page: EntriesPage,
      permissions: [MAY.readEntry],
      menu: { title: { zh: '考核记录', en: 'Appraisal records' }, order: 51, group: 'matters' },
    },
    {
      path: 'appraisal/proposals',
      page: ProposalsPage,
      permissions: [MAY.readProposal],
      menu: { title: { zh: '考核建议', en: 'Proposals' }, order: 52, group: 'matters' },
    },
    { path: 'appraisal/proposals/new', page: NewProposalPage, permissions: [MAY.propose] },
    { path: 'appraisal/proposals/:id', page: ProposalPage, permissions: [MAY.readProposal] },
    {
      path: 'appraisal/hr-file',
      page: HrFilePage,
      permissions: [MAY.exportFile],
      menu: { title: { zh: '人力文件', en: 'File for HR' }, order: 50, group: 'paper' },
    },
    { path: 'appraisal/sheets/:id', page: SheetPage, permissions: [MAY.readSheet] },
  ],
  subjects: { sheet: sheetPath, proposal: proposalPath },
  words: appraisalWords,
  findNumber: findByNumber,
});
