/** What people are told about printers (FRM-6). */
import { defineErrors } from '@bihuan/plugin-kit';

export const printerErrors = defineErrors({
  'printer-disabled': {
    kind: 'wrong-state',
    zh: '该打印机已停用，请选择其他打印机。',
    en: 'The printer is switched off in the suite; choose another one.',
  },
  'sending-not-failed': {
    kind: 'wrong-state',
    zh: '只有失败的打印任务可以重新发送。',
    en: 'Only what failed can be sent again.',
  },
});
