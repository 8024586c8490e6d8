/** The revisit module's migrations, in order. */
import type { Migration } from '@bihuan/plugin-kit';
import { tasksMigration } from './1760000031000-revisit-tasks';
import { plansMigration } from './1760000031001-revisit-plans';
import { evaluationsMigration } from './1760000031002-revisit-evaluations';

export const revisitMigrations: readonly Migration[] = [tasksMigration, plansMigration, evaluationsMigration];
