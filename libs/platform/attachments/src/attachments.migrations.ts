/** Table of the attachments room (IDN-5): outside the web root, in the database, sealed like filed papers (CUS-5). */
import type { Migration } from '@bihuan/plugin-kit';

export const attachmentsMigrations: readonly Migration[] = [
  {
    name: '1760000021000-attachments',
    up: [
      'create schema if not exists attachments',
      `create table attachments.attachment (
        id uuid primary key,
        module text,
        kind text,
        subject_id uuid,
        key_id uuid not null,
        media_type text not null,
        size int not null,
        sealed_name bytea not null,
        sealed_content bytea not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null,
        kept_until timestamptz,
        check ((subject_id is null) = (kept_until is not null)),
        check ((subject_id is null) = (module is null) and (subject_id is null) = (kind is null))
      )`,
      // Photos do not pack further, and sealed bytes never do.
      'alter table attachments.attachment alter sealed_content set storage external',
      'create index attachment_subject on attachments.attachment (subject_id, uploaded_at, id) where subject_id is not null',
      'create index attachment_waiting on attachments.attachment (kept_until) where kept_until is not null',
      'create index attachment_key on attachments.attachment (key_id)',
    ],
    down: ['drop table attachments.attachment', 'drop schema attachments'],
  },
];
