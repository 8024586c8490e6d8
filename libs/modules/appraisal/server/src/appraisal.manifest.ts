/** The appraisal module's manifest. */
import { APPRAISAL_PERMISSIONS as P } from '@bihuan/appraisal-contract';
import type { Manifest } from '@bihuan/plugin-kit';
import { AppraisalModule } from './appraisal.module';
import { appraisalPackSection } from './appraisal.settings';
import { appraisalMigrations } from './migrations';

const permission = (id: string, zh: string, en: string) => ({ id, title: { zh, en } });

export const manifest: Manifest = {
  id: 'appraisal',
  title: { zh: '绩效考核', en: 'Appraisal' },
  version: '0.1.0',
  needs: [
    'org',
    'identity',
    'customers',
    'policies',
    'numbering',
    'calendars',
    'alarms',
    'work',
    'forms',
    'outbox',
    'matters',
    'exchange',
  ],
  permissions: [
    permission(P.readSheet, '查看考核表', 'Read appraisal sheets'),
    permission(P.selfScore, '自评', 'Rate oneself'),
    permission(P.headScore, '部门评分', 'Score as head'),
    permission(P.release, '发布考核结果', 'Release results'),
    permission(P.readEntry, '查看考核记录', 'Read records behind sheets'),
    permission(P.enterIncentive, '登记日常激励', 'Note daily incentives'),
    permission(P.enterCheck, '登记抽检与失误', 'Note checks and mistakes'),
    permission(P.enterBreach, '登记违纪', 'Note breaches'),
    permission(P.noteSample, '登记抽样回访结果', 'Note sample calls'),
    permission(P.readProposal, '查看考核结果建议', 'Read proposals'),
    permission(P.propose, '提出考核结果建议', 'Make proposals'),
    permission(P.decide, '决定考核结果建议', 'Decide on proposals'),
    permission(P.exportFile, '导出人力文件', 'Export the file for HR'),
    permission(P.receipt, '登记人力回执', 'Note the receipt of HR'),
    permission(P.importScores, '导入人力评分与考勤', 'Import scores and attendance of HR'),
  ],
  entities: [],
  migrations: appraisalMigrations,
  schema: 'appraisal',
  events: {
    out: [{ event: 'appraisal.sample-call.requested.v1' }, { event: 'appraisal.sheet.released.v1' }],
    in: [
      { event: 'hotline.contact.changed.v1' },
      { event: 'revisit.matter.revisited.v1' },
      { event: 'complaints.sanction.decided.v1' },
      { event: 'dispatch.repair.graded.v1' },
      { event: 'dispatch.fault.recorded.v1' },
      { event: 'revisit.evaluation.given.v1' },
      { event: 'appeals.liability.decided.v1' },
    ],
  },
  forms: ['appraisal-sheet'],
  packSection: appraisalPackSection,
  module: AppraisalModule,
};
