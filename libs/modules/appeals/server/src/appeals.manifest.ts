/** The appeals module's manifest. */
import type { Manifest } from '@bihuan/plugin-kit';
import { APPEALS_PERMISSIONS as P, appealsSection } from '@bihuan/appeals-contract';
import { AppealsModule } from './appeals.module';
import { appealsMigrations } from './migrations';

export const manifest: Manifest = {
  id: 'appeals',
  title: { zh: '申诉', en: 'Appeals' },
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
    'notices',
    'attachments',
    'matters',
  ],
  permissions: [
    { id: P.readAppeal, title: { zh: '查看申诉', en: 'Read appeals' } },
    { id: P.receiveAppeal, title: { zh: '受理申诉', en: 'Take appeals in' } },
    { id: P.dispatchAppeal, title: { zh: '核对派发申诉', en: 'Check and dispatch appeals' } },
    { id: P.handleAppeal, title: { zh: '处理申诉', en: 'Handle appeals' } },
    { id: P.reviewAppeal, title: { zh: '审核处理报告', en: 'Review reports' } },
    { id: P.replyAppeal, title: { zh: '答复监管部门', en: 'Answer the regulator' } },
    { id: P.concludeAppeal, title: { zh: '回访、结案与归档', en: 'Revisit, conclude, archive' } },
    { id: P.fileAppeal, title: { zh: '重点申诉报备', en: 'Report key cases for the record' } },
    { id: P.noteAppeal, title: { zh: '追加记录', en: 'Add notes' } },
    { id: P.readContacts, title: { zh: '查看联系责任人', en: 'See contact persons' } },
    { id: P.manageContacts, title: { zh: '指定联系责任人', en: 'Name contact persons' } },
    { id: P.readCirculation, title: { zh: '查看通报', en: 'Read circulations' } },
    { id: P.decideCirculation, title: { zh: '决定通报', en: 'Decide on circulations' } },
  ],
  entities: [],
  migrations: appealsMigrations,
  schema: 'appeals',
  events: {
    out: [
      { event: 'appeals.appeal.changed.v1' },
      { event: 'appeals.appeal.linked.v1' },
      { event: 'appeals.liability.decided.v1' },
    ],
    in: [
      { event: 'complaints.complaint.registered.v1' },
      { event: 'complaints.complaint.answered.v1' },
      { event: 'complaints.complaint.reopened.v1' },
    ],
  },
  forms: ['appeal-report', 'appeal-letter', 'appeal-record-filing'],
  sharedForms: ['circulation'],
  packSection: appealsSection,
  module: AppealsModule,
};
