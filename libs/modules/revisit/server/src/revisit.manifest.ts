/** The revisit module's manifest. */
import type { Manifest } from '@bihuan/plugin-kit';
import { REVISIT_PERMISSIONS as P } from '@bihuan/revisit-contract';
import { revisitMigrations } from './migrations';
import { RevisitModule } from './revisit.module';
import { revisitPackSection } from './revisit.settings';

export const manifest: Manifest = {
  id: 'revisit',
  title: { zh: '回访', en: 'Revisit' },
  version: '0.2.0',
  needs: [
    'org',
    'identity',
    'customers',
    'policies',
    'calendars',
    'alarms',
    'notices',
    'work',
    'forms',
    'outbox',
    'matters',
  ],
  permissions: [
    { id: P.readTask, title: { zh: '查看回访', en: 'Read revisits' } },
    { id: P.call, title: { zh: '回访用户', en: 'Make revisit calls' } },
    { id: P.printRegister, title: { zh: '打印回访统计表与周报', en: 'Print revisit sheets and weekly reports' } },
    { id: P.setRestHours, title: { zh: '登记用户休息时间', en: 'Note customers’ rest hours' } },
    { id: P.readEvaluation, title: { zh: '查看客服评价', en: 'Read evaluations' } },
    { id: P.confirmEvaluation, title: { zh: '确认评价为投诉', en: 'Confirm evaluations as complaints' } },
  ],
  entities: [],
  migrations: revisitMigrations,
  schema: 'revisit',
  events: {
    out: [
      { event: 'revisit.matter.revisited.v1' },
      { event: 'revisit.urgent-order.requested.v1' },
      { event: 'revisit.complaint.heard.v1' },
      { event: 'revisit.evaluation.given.v1' },
      { event: 'revisit.remark.made.v1' },
      { event: 'revisit.task.changed.v1' },
      { event: 'revisit.evaluation.changed.v1' },
    ],
    in: [
      { event: 'dispatch.work-order.cancelled.v1' },
      { event: 'hotline.problem-form.concluded.v1' },
      { event: 'hotline.problem-form.reopened.v1' },
      { event: 'complaints.complaint.registered.v1' },
      { event: 'complaints.complaint.concluded.v1' },
      { event: 'complaints.complaint.reopened.v1' },
      { event: 'complaints.complaint.changed.v1' },
      { event: 'dispatch.work-order.concluded.v1' },
      { event: 'appraisal.sample-call.requested.v1' },
    ],
  },
  forms: ['revisit-sheet', 'revisit-weekly', 'evaluation-sheet'],
  packSection: revisitPackSection,
  module: RevisitModule,
};
