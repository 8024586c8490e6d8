/** The dispatch module's manifest. */
import type { Manifest } from '@bihuan/plugin-kit';
import { DISPATCH_PERMISSIONS as P } from '@bihuan/dispatch-contract';
import { DispatchModule } from './dispatch.module';
import { dispatchPackSection } from './dispatch.settings';
import { dispatchMigrations } from './migrations';

export const manifest: Manifest = {
  id: 'dispatch',
  title: { zh: '派单', en: 'Dispatch' },
  version: '0.1.0',
  needs: [
    'org',
    'identity',
    'customers',
    'policies',
    'numbering',
    'calendars',
    'alarms',
    'notices',
    'attachments',
    'work',
    'forms',
    'outbox',
    'matters',
  ],
  permissions: [
    { id: P.create, title: { zh: '开具工单', en: 'Open work orders' } },
    { id: P.read, title: { zh: '查看工单', en: 'Read work orders' } },
    { id: P.assign, title: { zh: '派单与改派', en: 'Dispatch and reassign' } },
    { id: P.handle, title: { zh: '承接与处理工单', en: 'Work on orders' } },
    { id: P.grade, title: { zh: '评定故障等级', en: 'Grade repairs' } },
    { id: P.close, title: { zh: '核实与关闭工单', en: 'Verify and close orders' } },
    { id: P.cancel, title: { zh: '取消工单', en: 'Cancel orders' } },
    { id: P.printRegister, title: { zh: '打印故障等级月报', en: 'Print the report of fault grades' } },
  ],
  entities: [],
  migrations: dispatchMigrations,
  schema: 'dispatch',
  events: {
    out: [
      { event: 'dispatch.work-order.changed.v1' },
      { event: 'dispatch.work-order.concluded.v1' },
      { event: 'dispatch.work-order.cancelled.v1' },
      { event: 'dispatch.repair.graded.v1' },
      { event: 'dispatch.fault.recorded.v1' },
    ],
    in: [
      { event: 'hotline.order.requested.v1' },
      { event: 'complaints.order.requested.v1' },
      { event: 'revisit.urgent-order.requested.v1' },
    ],
  },
  forms: ['service-sheet', 'fault-grades'],
  packSection: dispatchPackSection,
  module: DispatchModule,
};
