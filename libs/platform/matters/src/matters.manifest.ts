/** The room of the plumbing of cases; it has no tables of its own. */
import type { Manifest } from '@bihuan/plugin-kit';
import { MattersModule } from './matters.module';

export const mattersRoom: Manifest = {
  id: 'matters',
  title: { zh: '案件', en: 'Matters' },
  version: '0.1.0',
  needs: ['org', 'identity', 'customers', 'alarms', 'work', 'forms', 'outbox', 'audit', 'privacy'],
  permissions: [],
  entities: [],
  migrations: [],
  schema: 'matters',
  events: { out: [], in: [] },
  forms: [],
  module: MattersModule,
};
