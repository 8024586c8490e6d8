/** The attachments room's words for a file that is refused; each tells what to do (IDN-5). */
import type { FieldError, SuiteError } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { ContentRefusal } from './content/content-type';

const WORDS: Readonly<Record<ContentRefusal | 'unknown-attachment', string>> = {
  'empty-file': '文件是空的，请重新选择。 / The file is empty; choose another.',
  'unknown-type':
    '不支持此类文件：请上传 jpg、png、webp、pdf、mp3、wav、m4a、docx、xlsx 或 txt。 / This kind of file is not taken.',
  'other-ending': '文件内容与扩展名不符，请检查后重新上传。 / The content is not what the name’s ending says.',
  'picture-too-large': '图片边长超过 10000 像素，请缩小后上传。 / A side has more than 10,000 pixels; make it smaller.',
  'unsafe-archive': '文件结构异常，不能接收。 / The file is built in a way that is not taken.',
  'unknown-attachment':
    '没有找到您上传的这个附件，请重新上传。 / You uploaded no such file, or it is used; upload it again.',
};

/** One refused file as a 422. @param pointer where it was named */
export function fileRefused(code: keyof typeof WORDS, pointer = '/file'): SuiteError {
  const error: FieldError = { pointer, code, detail: WORDS[code] };
  return commonErrors['invalid-input']({ errors: [error] });
}
