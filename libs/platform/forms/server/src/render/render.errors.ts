/** What can go wrong when a form is rendered, in words for the clerk. */
import { defineErrors } from '@bihuan/plugin-kit';

export const renderErrors = defineErrors({
  'form-data-invalid': {
    kind: 'invalid',
    zh: '表单“{form}”的数据不完整或格式有误，无法打印。',
    en: 'The data of form "{form}" is incomplete or malformed, so it cannot be printed.',
  },
  'form-template-invalid': {
    kind: 'invalid',
    zh: '表单“{form}”的模板有误：{reason}',
    en: 'The template of form "{form}" is wrong: {reason}',
  },
  'form-copy-unknown': {
    kind: 'invalid',
    zh: '表单“{form}”没有第 {copy} 联。',
    en: 'Form "{form}" has no copy {copy}.',
  },
  'render-queue-full': {
    kind: 'unavailable',
    zh: '打印任务过多，请稍后再试。',
    en: 'Too many forms are waiting to be printed; try again shortly.',
  },
  'render-failed': {
    kind: 'unavailable',
    zh: '表单未能生成，请重试；若仍失败，请通知管理员检查打印服务。',
    en: 'The form could not be made. Try again; if it still fails, ask the administrator to look at the print service.',
  },
  'render-too-long': {
    kind: 'invalid',
    zh: '用该模板生成表单的时间过长，已中止。请减少模板的内容后再试。',
    en: 'The form takes too long to be made with this template and was stopped. Put less into the template and try again.',
  },
  'browser-missing': {
    kind: 'unavailable',
    zh: '未找到可用的 Chromium。请设置 PUPPETEER_EXECUTABLE_PATH，或安装 chromium-headless-shell。',
    en: 'No usable Chromium was found. Set PUPPETEER_EXECUTABLE_PATH or install chromium-headless-shell.',
  },
});
