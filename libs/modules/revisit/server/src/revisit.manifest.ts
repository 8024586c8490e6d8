/** The revisit module's manifest. */
import type { Manifest } from '@bihuan/plugin-kit';
import { REVISIT_PERMISSIONS as P } from '@bihuan/revisit-contract';
import { revisitMigrations } from './migrations';
import { RevisitModule } from './revisit.module';
import { revisitPackSection } from './revisit.settings';

export const manifest: Manifest = {
  id: 'revisit',
  title: { zh: '回访', en: 'Revisit' },
  version: '0.1.0',
  needs: ['org', 'identity', 'customers', 'policies', 'calendars', 'alarms', 'work', 'forms', 'outbox'],
  permissions: [
    { id: P.readTask, title: { zh: '查看回访', en: 'Read revisits' } },
    { id: P.call, title: { zh: '回访用户', en: 'Make revisit calls' } },
    { id: P.printRegister, title: { zh: '打印回访统计表', en: 'Print the revisit sheet' } },
  ],
  entities: [],
  migrations: revisitMigrations,
  schema: 'revisit',
  events: {
    out: [{ event: 'revisit.matter.revisited.v1' }],
    in: [{ event: 'hotline.problem-form.concluded.v1' }, { event: 'hotline.problem-form.reopened.v1' }],
  },
  forms: ['revisit-sheet'],
  packSection: revisitPackSection,
  module: RevisitModule,
};
