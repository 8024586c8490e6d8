/** Pages of the forms room: departments' templates and printers, fetched only where one opens them (FRM-4, FRM-6). */
import { definePages } from '@bihuan/console-kit';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import { lazy } from 'react';

const { templates, printers } = FORMS_PERMISSIONS;

export const paperPages = definePages({
  room: 'forms',
  pages: [
    {
      path: 'house/templates',
      page: lazy(async () => ({ default: (await import('./paper/templates-page')).TemplatesPage })),
      permissions: [templates],
      menu: { title: { zh: '表单模板', en: 'Form templates' }, order: 40, group: 'house' },
    },
    {
      path: 'house/templates/:formCode',
      page: lazy(async () => ({ default: (await import('./paper/template-page')).TemplatePage })),
      permissions: [templates],
    },
    {
      path: 'house/printers',
      page: lazy(async () => ({ default: (await import('./paper/printers-page')).PrintersPage })),
      permissions: [printers],
      menu: { title: { zh: '打印机', en: 'Printers' }, order: 50, group: 'house' },
    },
  ],
  subjects: { printer: () => '/house/printers', template: () => '/house/templates' },
  words: {
    kinds: { template: { zh: '表单模板', en: 'form template' }, printer: { zh: '打印机', en: 'printer' } },
    states: {},
    stages: {},
    actions: {
      'template-uploaded': { zh: '上传模板', en: 'template uploaded' },
      'template-activated': { zh: '启用模板', en: 'template activated' },
      'template-rolled-back': { zh: '回退模板', en: 'template rolled back' },
      'printer-added': { zh: '登记打印机', en: 'printer added' },
      'printer-changed': { zh: '修改打印机', en: 'printer changed' },
      'printer-tested': { zh: '打印测试页', en: 'test page printed' },
      'form-sent-to-printer': { zh: '发送到打印机', en: 'sent to a printer' },
      'form-not-printed': { zh: '打印机未打印', en: 'not printed' },
    },
  },
});
