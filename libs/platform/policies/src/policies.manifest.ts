/** Manifest of the policies room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { policiesMigrations } from './policies.migrations';
import { PoliciesModule } from './policies.module';

export const policiesRoom: Manifest = {
  id: 'policies',
  title: { zh: '政策', en: 'Policies' },
  version: '0.1.0',
  needs: ['audit'],
  permissions: [],
  entities: [],
  migrations: policiesMigrations,
  schema: 'policies',
  events: { out: [], in: [] },
  forms: [],
  module: PoliciesModule,
};
