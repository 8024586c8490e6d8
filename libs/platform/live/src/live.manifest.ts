/** The live room: no tables, one stream. */
import type { Manifest } from '@bihuan/plugin-kit';
import { LiveModule } from './live.module';

export const liveRoom: Manifest = {
  id: 'live',
  title: { zh: '实时更新', en: 'Live updates' },
  version: '0.1.0',
  needs: [],
  permissions: [],
  entities: [],
  migrations: [],
  schema: 'live',
  events: { out: [], in: [] },
  forms: [],
  module: LiveModule,
};
