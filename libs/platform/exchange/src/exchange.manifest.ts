/** Manifest of the exchange room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { exchangeMigrations } from './exchange.migrations';
import { ExchangeModule } from './exchange.module';

export const exchangeRoom: Manifest = {
  id: 'exchange',
  title: { zh: '导入导出', en: 'Imports' },
  version: '0.1.0',
  needs: ['clock', 'privacy', 'audit', 'http'],
  permissions: [],
  entities: [],
  migrations: exchangeMigrations,
  schema: 'exchange',
  events: { out: [], in: [] },
  forms: [],
  module: ExchangeModule,
};
