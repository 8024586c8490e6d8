/** The hotline's manifest. */
import type { Manifest } from '@bihuan/plugin-kit';
import { HOTLINE_PERMISSIONS as P } from '@bihuan/hotline-contract';
import { HotlineModule } from './hotline.module';
import { hotlinePackSection } from './hotline.settings';
import { hotlineMigrations } from './migrations';

export const manifest: Manifest = {
  id: 'hotline',
  title: { zh: '800热线', en: 'Hotline' },
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
  ],
  permissions: [
    { id: P.takeContact, title: { zh: '受理来电', en: 'Take contacts' } },
    { id: P.readContact, title: { zh: '查看受理记录', en: 'Read contacts' } },
    { id: P.answerContact, title: { zh: '答复与办结', en: 'Answer and conclude contacts' } },
    { id: P.handOverContact, title: { zh: '移交受理', en: 'Hand contacts over' } },
    { id: P.createForm, title: { zh: '开具问题处理表', en: 'Make problem forms' } },
    { id: P.readForm, title: { zh: '查看问题处理表', en: 'Read problem forms' } },
    { id: P.referForm, title: { zh: '转办', en: 'Refer problem forms' } },
    { id: P.acceptForm, title: { zh: '受理问题处理表', en: 'Accept problem forms' } },
    { id: P.handleForm, title: { zh: '处理问题处理表', en: 'Handle problem forms' } },
    { id: P.auditForm, title: { zh: '审核处理结果', en: 'Audit results' } },
    { id: P.answerForm, title: { zh: '答复用户', en: 'Answer the customer' } },
    { id: P.withdrawForm, title: { zh: '撤回问题处理表', en: 'Withdraw problem forms' } },
    { id: P.printRegister, title: { zh: '打印统计表', en: 'Print registers' } },
  ],
  entities: [],
  migrations: hotlineMigrations,
  schema: 'hotline',
  events: {
    out: [
      { event: 'hotline.contact.changed.v1' },
      { event: 'hotline.problem-form.changed.v1' },
      { event: 'hotline.problem-form.concluded.v1' },
      { event: 'hotline.problem-form.reopened.v1' },
      { event: 'hotline.service-complaint.raised.v1' },
      { event: 'hotline.order.requested.v1' },
    ],
    in: [
      { event: 'revisit.matter.revisited.v1' },
      { event: 'revisit.remark.made.v1' },
      { event: 'dispatch.work-order.concluded.v1' },
    ],
  },
  forms: ['problem-form', 'acceptance-record', 'consultation-log', 'call-tally'],
  packSection: hotlinePackSection,
  module: HotlineModule,
};
