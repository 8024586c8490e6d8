/** Manifest of the numbering room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { numberingMigrations } from './numbering.migrations';
import { NumberingModule } from './numbering.module';

export const numberingRoom: Manifest = {
  id: 'numbering',
  title: { zh: '编号', en: 'Numbers' },
  version: '0.1.0',
  needs: ['policies', 'org', 'notices'],
  permissions: [],
  entities: [],
  migrations: numberingMigrations,
  schema: 'numbering',
  events: { out: [], in: [] },
  forms: [],
  module: NumberingModule,
};
