/** The revisit module's migrations, in order. */
import type { Migration } from '@bihuan/plugin-kit';
import { tasksMigration } from './1760000031000-revisit-tasks';

export const revisitMigrations: readonly Migration[] = [tasksMigration];
