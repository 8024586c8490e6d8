/** Migrations of the dispatch module, oldest first. */
import type { Migration } from '@bihuan/plugin-kit';
import { workOrdersMigration } from './1760000033000-dispatch-work-orders';

export const dispatchMigrations: readonly Migration[] = [workOrdersMigration];
