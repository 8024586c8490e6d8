/** Migrations of the appraisal module, oldest first. */
import type { Migration } from '@bihuan/plugin-kit';
import { monthsMigration } from './1760000035000-appraisal-months';
import { recordsMigration } from './1760000035001-appraisal-records';
import { afterMigration } from './1760000035002-appraisal-after';

export const appraisalMigrations: readonly Migration[] = [monthsMigration, recordsMigration, afterMigration];
