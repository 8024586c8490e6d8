/** The hotline's migrations, in order. */
import type { Migration } from '@bihuan/plugin-kit';
import { contactsMigration } from './1760000030000-hotline-contacts';
import { problemFormsMigration } from './1760000030001-hotline-problem-forms';
import { withoutTextMigration } from './1760000030002-hotline-without-text';

export const hotlineMigrations: readonly Migration[] = [contactsMigration, problemFormsMigration, withoutTextMigration];
