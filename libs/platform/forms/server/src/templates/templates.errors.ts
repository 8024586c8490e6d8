/** What a department is told about its templates (FRM-4). */
import { defineErrors } from '@bihuan/plugin-kit';

export const templateErrors = defineErrors({
  'template-already': {
    kind: 'wrong-state',
    zh: '该版本已在使用。',
    en: 'This version is in use already.',
  },
  'template-never-used': {
    kind: 'wrong-state',
    zh: '该版本从未启用，不能回退到它；请先预览再启用。',
    en: 'This version was never in use, so there is no way back to it. Preview and activate it.',
  },
});
