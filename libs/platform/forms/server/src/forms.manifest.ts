/** The forms room. */
import type { Manifest } from '@bihuan/plugin-kit';
import { FORMS_PERMISSIONS as MAY } from '@bihuan/forms-contract';
import { formsMigrations } from './archive/forms.migrations';
import { FormsModule } from './forms.module';

export const formsRoom: Manifest = {
  id: 'forms',
  title: { zh: '表单', en: 'Forms' },
  version: '0.1.0',
  needs: ['clock', 'privacy', 'audit', 'http', 'org', 'notices'],
  permissions: [
    { id: MAY.archive, title: { zh: '查看存档表单', en: 'Read filed forms' } },
    { id: MAY.print, title: { zh: '打印表单', en: 'Print forms' } },
    { id: MAY.templates, title: { zh: '管理本部门的表单模板', en: 'Manage templates of forms' } },
    { id: MAY.printers, title: { zh: '管理打印机', en: 'Manage printers' } },
  ],
  entities: [],
  migrations: formsMigrations,
  schema: 'forms',
  events: { out: [], in: [] },
  forms: [],
  module: FormsModule,
};
