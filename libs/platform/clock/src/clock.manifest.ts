/** Tables of the clock room: one row with the manual clock's time. */
import type { Manifest, Migration } from '@bihuan/plugin-kit';
import { ClockModule } from './clock.module';

export const clockMigrations: readonly Migration[] = [
  {
    name: '1760000001000-clock-manual',
    up: [
      'create schema if not exists clock',
      'create table clock.manual_clock (one boolean primary key default true check (one), now timestamptz not null)',
    ],
    down: ['drop table clock.manual_clock', 'drop schema clock'],
  },
];

export const clockRoom: Manifest = {
  id: 'clock',
  title: { zh: '时钟', en: 'Clock' },
  version: '0.1.0',
  needs: [],
  permissions: [{ id: 'clock.move', title: { zh: '拨动手动时钟', en: 'Move the manual clock' } }],
  entities: [],
  migrations: clockMigrations,
  schema: 'clock',
  events: { out: [], in: [] },
  forms: [],
  module: ClockModule,
};
