/** Manifest of the engine room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { LOOK } from './engine.controller';
import { engineMigrations } from './engine.migrations';
import { EngineModule } from './engine.module';

export const engineRoom: Manifest = {
  id: 'engine',
  title: { zh: '引擎', en: 'Engines' },
  version: '0.1.0',
  needs: ['clock', 'http'],
  permissions: [{ id: LOOK, title: { zh: '查看引擎状态', en: 'See the state of the engines' } }],
  entities: [],
  migrations: engineMigrations,
  schema: 'engine',
  events: { out: [], in: [] },
  forms: [],
  module: EngineModule,
};
