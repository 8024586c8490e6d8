/** Tables of the privacy room: the data keys, and nothing else that could be read without them. */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { PrivacyModule } from './privacy.module';

export const privacyMigrations: readonly Migration[] = [
  {
    name: '1760000002000-privacy-data-keys',
    up: [
      'create schema if not exists privacy',
      `create table privacy.data_key (
        id uuid primary key,
        customer_id uuid,
        key bytea,
        created_at timestamptz not null,
        destroyed_at timestamptz,
        check ((key is null) = (destroyed_at is not null))
      )`,
      'create index data_key_customer on privacy.data_key (customer_id)',
    ],
    down: ['drop table privacy.data_key', 'drop schema privacy'],
  },
];

export const privacyRoom: Manifest = {
  id: 'privacy',
  title: { zh: '个人信息密钥', en: 'Privacy' },
  version: '0.1.0',
  needs: [],
  permissions: [],
  entities: [],
  migrations: privacyMigrations,
  schema: 'privacy',
  events: { out: [], in: [] },
  forms: [],
  module: PrivacyModule,
};
