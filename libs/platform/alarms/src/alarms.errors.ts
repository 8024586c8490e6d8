/** What can be wrong with a question about a clock (DLN-3). */
import { defineErrors } from '@bihuan/plugin-kit';

export const alarmErrors = defineErrors({
  'no-open-deadline': {
    kind: 'wrong-state',
    zh: '该事项没有进行中的“{stage}”时限。',
    en: 'The subject has no open deadline of the stage "{stage}".',
  },
  'deadline-paused': {
    kind: 'wrong-state',
    zh: '“{stage}”时限已经暂停。',
    en: 'The deadline "{stage}" is paused already.',
  },
  'deadline-not-paused': {
    kind: 'wrong-state',
    zh: '“{stage}”时限没有暂停。',
    en: 'The deadline "{stage}" is not paused.',
  },
});
