/** Migrations of the appeals module, oldest first. */
import type { Migration } from '@bihuan/plugin-kit';
import { appealsMigration } from './1760000034000-appeals';
import { besideMigration } from './1760000034001-appeals-beside';

export const appealsMigrations: readonly Migration[] = [appealsMigration, besideMigration];
