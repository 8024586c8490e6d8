/** Manifest of the policies room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { policiesMigrations } from './policies.migrations';
import { PoliciesModule } from './policies.module';

export const policiesRoom: Manifest = {
  id: 'policies',
  title: { zh: '政策', en: 'Policies' },
  version: '0.1.0',
  needs: ['audit'],
  permissions: [{ id: 'policies.pack.read', title: { zh: '查看政策', en: 'See the policies' } }],
  entities: [],
  migrations: policiesMigrations,
  schema: 'policies',
  events: { out: [], in: [] },
  forms: [],
  module: PoliciesModule,
};
