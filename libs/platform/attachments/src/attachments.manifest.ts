/** Manifest of the attachments room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { attachmentsMigrations } from './attachments.migrations';
import { AttachmentsModule } from './attachments.module';

export const attachmentsRoom: Manifest = {
  id: 'attachments',
  title: { zh: '附件', en: 'Attachments' },
  version: '0.1.0',
  needs: ['clock', 'privacy', 'audit', 'http'],
  permissions: [],
  entities: [],
  migrations: attachmentsMigrations,
  schema: 'attachments',
  events: { out: [], in: [] },
  forms: [],
  module: AttachmentsModule,
};
