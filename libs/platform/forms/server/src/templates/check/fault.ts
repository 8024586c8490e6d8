/** What is wrong with an uploaded template, by line, in words for whoever wrote it (FRM-4). */
import type { FieldError } from '@bihuan/plugin-kit';

/** Told at once; a file with more is mended in rounds. */
const TOLD = 50;

export interface TemplateFault {
  /** From 1. */
  readonly line: number;
  readonly code: FaultCode;
  /** The name or piece it is about; of the template, never of data. */
  readonly what?: string;
}

const WORDS = {
  'not-text': ['不是 UTF-8 文本，或含有控制字符', 'this is not UTF-8 text, or holds control characters'],
  'too-large': ['超过 256 KiB', 'it is larger than 256 KiB'],
  'empty-template': ['模板没有内容', 'the template is empty'],
  'not-handlebars': ['无法解析：{what}', 'cannot be read: {what}'],
  'not-allowed': ['不允许 {what}', '{what} is not allowed'],
  'unknown-helper': ['没有助手 {what}', 'there is no helper {what}'],
  'unknown-field': ['表单数据里没有字段 {what}', 'the form’s data has no field {what}'],
  'split-markup': [
    '{what} 把一个标签分成了两半；请让每个分支内的标签完整',
    '{what} cuts a tag in two; keep tags whole inside each branch',
  ],
  'bad-markup': ['{what} 处的标签写法有误', 'the markup is wrong at {what}'],
  'not-allowed-element': ['不允许元素 <{what}>', 'the element <{what}> is not allowed'],
  'not-allowed-attribute': ['不允许属性 {what}', 'the attribute {what} is not allowed'],
  'event-attribute': ['不允许事件属性 {what}', 'event attributes such as {what} are not allowed'],
  'outside-address': [
    '图片只能是 data:image/png、data:image/jpeg 或一个数据字段，不能是 {what}',
    'a picture is data:image/png, data:image/jpeg or one field of the data, not {what}',
  ],
  'bad-style': ['样式写法有误：{what}', 'the style is wrong: {what}'],
  'not-allowed-style': ['样式中不允许 {what}', '{what} is not allowed in a style'],
  'does-not-run': ['用示例数据无法生成：{what}', 'it cannot be made with the sample: {what}'],
} as const;

export type FaultCode = keyof typeof WORDS;

/** A piece of the template to show: short, on one line. */
export const piece = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 60);

/** As fields of a 422; the line stands in front of the words in both languages. */
export function fieldErrorsOf(faults: readonly TemplateFault[], pointer = '/source'): FieldError[] {
  return [...faults]
    .sort((one, other) => one.line - other.line)
    .slice(0, TOLD)
    .map(({ line, code, what = '' }) => {
      const [zh, en] = WORDS[code].map((words) => words.replace('{what}', what));
      return { pointer, code, detail: `第 ${line} 行：${zh}。 / Line ${line}: ${en}.` };
    });
}
