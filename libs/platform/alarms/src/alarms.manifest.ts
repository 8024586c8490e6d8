/** Manifest of the alarms room. */
import { deadlineChanged } from '@bihuan/events';
import type { Manifest } from '@bihuan/plugin-kit';
import { alarmsMigrations } from './alarms.migrations';
import { AlarmsModule } from './alarms.module';

export const alarmsRoom: Manifest = {
  id: 'alarms',
  title: { zh: '时限', en: 'Deadlines' },
  version: '0.1.0',
  needs: ['clock', 'audit', 'outbox', 'org', 'policies', 'calendars', 'notices', 'live', 'http'],
  permissions: [
    { id: 'alarms.deadline.read', title: { zh: '查看时限看板', en: 'See the deadline board' } },
    { id: 'alarms.step.replay', title: { zh: '查看并重发滞留的时限步骤', en: 'See and replay parked deadline steps' } },
  ],
  entities: [],
  migrations: alarmsMigrations,
  schema: 'alarms',
  events: { out: [{ event: deadlineChanged.name }], in: [] },
  forms: [],
  module: AlarmsModule,
};
