/** The complaints module's manifest. */
import type { Manifest } from '@bihuan/plugin-kit';
import { COMPLAINTS_PERMISSIONS as P } from '@bihuan/complaints-contract';
import { ComplaintsModule } from './complaints.module';
import type { ComplaintsSection } from './complaints.settings';
import { complaintsPackSection } from './complaints.settings';
import type { PackAround } from './domain/limits.rules';
import { sectionProblems } from './domain/limits.rules';
import { complaintsMigrations } from './migrations';

export const manifest: Manifest = {
  id: 'complaints',
  title: { zh: '投诉', en: 'Complaints' },
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
    'notices',
    'attachments',
    'exchange',
    'forms',
    'outbox',
    'matters',
  ],
  permissions: [
    { id: P.register, title: { zh: '登记投诉', en: 'Register complaints' } },
    { id: P.passOn, title: { zh: '转述投诉', en: 'Pass complaints on' } },
    { id: P.read, title: { zh: '查看投诉', en: 'Read complaints' } },
    { id: P.check, title: { zh: '复核与派发', en: 'Check and dispatch' } },
    { id: P.handle, title: { zh: '处理投诉', en: 'Handle complaints' } },
    { id: P.decide, title: { zh: '批示方案', en: 'Decide on proposals' } },
    { id: P.answer, title: { zh: '答复客户', en: 'Answer the customer' } },
    { id: P.report, title: { zh: '处理汇报', en: 'Report the handling' } },
    { id: P.revisit, title: { zh: '投诉回访', en: 'Revisit complaints' } },
    { id: P.summarise, title: { zh: '总结评价', en: 'Sum up' } },
    { id: P.screen, title: { zh: '回访甄别', en: 'Screen revisits' } },
    { id: P.file, title: { zh: '归档', en: 'File complaints' } },
    { id: P.withdraw, title: { zh: '撤销投诉', en: 'Withdraw complaints' } },
    { id: P.supervise, title: { zh: '督办与巡查', en: 'Supervise' } },
    { id: P.replySupervision, title: { zh: '回复督办', en: 'Reply to supervision' } },
    { id: P.readSanction, title: { zh: '查看处罚', en: 'Read sanctions' } },
    { id: P.proposeSanction, title: { zh: '提出处罚', en: 'Propose sanctions' } },
    { id: P.decideSanction, title: { zh: '决定处罚', en: 'Decide sanctions' } },
    { id: P.objectSanction, title: { zh: '申辩', en: 'Object to sanctions' } },
    { id: P.readCirculation, title: { zh: '阅读通报', en: 'Read circulations' } },
    { id: P.issueCirculation, title: { zh: '签发通报', en: 'Issue circulations' } },
    { id: P.printRegister, title: { zh: '打印投诉统计表', en: 'Print registers' } },
    { id: P.enterRepairs, title: { zh: '录入维修次数', en: 'Enter repairs' } },
  ],
  entities: [],
  migrations: complaintsMigrations,
  schema: 'complaints',
  events: {
    out: [
      { event: 'complaints.complaint.changed.v1' },
      { event: 'complaints.complaint.registered.v1' },
      { event: 'complaints.complaint.answered.v1' },
      { event: 'complaints.complaint.concluded.v1' },
      { event: 'complaints.complaint.reopened.v1' },
      { event: 'complaints.sanction.decided.v1' },
      { event: 'complaints.order.requested.v1' },
    ],
    in: [
      { event: 'hotline.service-complaint.raised.v1' },
      { event: 'revisit.complaint.heard.v1' },
      { event: 'revisit.matter.revisited.v1' },
      { event: 'appeals.appeal.linked.v1' },
      { event: 'dispatch.work-order.changed.v1' },
    ],
  },
  forms: [
    'complaint-register',
    'complaint-report',
    'service-pledge',
    'complaint-order',
    'supervision-order',
    'rehandling-order',
  ],
  sharedForms: ['complaint-rate', 'circulation'],
  packSection: complaintsPackSection,
  // RD-9: the stages fit into the promises, and everything named is there.
  packCheck: (pack, section) => sectionProblems(section as ComplaintsSection, pack as PackAround),
  module: ComplaintsModule,
};
