/** The forms room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { formsMigrations } from './archive/forms.migrations';
import { FormsModule } from './forms.module';

export const formsRoom: Manifest = {
  id: 'forms',
  title: { zh: '表单', en: 'Forms' },
  version: '0.1.0',
  needs: [],
  permissions: [
    { id: 'forms.archive.read', title: { zh: '查看存档表单', en: 'Read filed forms' } },
    { id: 'forms.form.print', title: { zh: '打印表单', en: 'Print forms' } },
  ],
  entities: [],
  migrations: formsMigrations,
  schema: 'forms',
  events: { out: [], in: [] },
  forms: [],
  module: FormsModule,
};
