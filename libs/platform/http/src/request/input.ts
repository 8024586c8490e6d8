/** Checks what comes from outside against a schema: every fault is named by its JSON pointer, in the reader's language. */
import { z } from 'zod';
import type { FieldError } from '@bihuan/plugin-kit';
import { commonErrors, SuiteError } from '@bihuan/plugin-kit';

export type Language = 'zh' | 'en';

type Issue = z.core.$ZodIssue;

/** 422: the schema refused the input; the words are chosen when the answer is written. */
export class InputRefused extends SuiteError {
  constructor(readonly issues: readonly Issue[]) {
    const { code, text } = commonErrors['invalid-input']();
    super(code, text);
  }

  fields(language: Language): FieldError[] {
    return fieldErrors(this.issues, language);
  }
}

/** The parsed value; throws InputRefused. */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const unwritable = unwritableText(value, []);
  if (unwritable) throw new InputRefused([unwritable]);
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) throw new InputRefused(result.error.issues);
  return result.data;
}

const WORDS = {
  zh: { required: '缺少必填字段', unknown: '未知字段', text: '含有无法保存的字符' },
  en: {
    required: 'This field is required',
    unknown: 'This field is not known',
    text: 'This text holds characters that cannot be stored',
  },
} as const;

const localise = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** zod's issues as refused fields; unknown keys are named one by one. */
export function fieldErrors(issues: readonly Issue[], language: Language): FieldError[] {
  const words = WORDS[language];
  return issues.flatMap((issue): FieldError[] => {
    const at = pointer(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: at + pointer([key]), code: 'unknown-field', detail: words.unknown }));
    }
    if (issue.code === 'invalid_type' && issue.input === undefined) {
      return [{ pointer: at, code: 'required', detail: words.required }];
    }
    if (issue.code === 'custom')
      return [{ pointer: at, code: String(issue.params?.['code'] ?? 'invalid'), detail: said(issue, language) }];
    return [{ pointer: at, code: issue.code.replaceAll('_', '-'), detail: said(issue, language) }];
  });
}

/** What the schema's author wrote wins; zod's own English sentence is put into the reader's language. */
function said(issue: Issue, language: Language): string {
  const own = issue.code === 'custom' ? issue.params?.[language] : undefined;
  if (typeof own === 'string') return own;
  if (issue.code === 'custom' && issue.message !== 'Invalid input') {
    return issue.message === UNWRITABLE ? WORDS[language].text : issue.message;
  }
  const english = text(localise.en(issue as z.core.$ZodRawIssue));
  const theirs = issue.message && issue.message !== english;
  return theirs ? issue.message : (text(localise[language](issue as z.core.$ZodRawIssue)) ?? issue.message);
}

const text = (said: string | { message: string } | null | undefined) =>
  typeof said === 'object' ? said?.message : said;

/** RFC 6901. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const UNWRITABLE = 'unwritable-text';

/** PostgreSQL stores neither NUL nor half a surrogate pair. */
const BAD = /\0|\p{Surrogate}/u;

function unwritableText(value: unknown, path: PropertyKey[]): Issue | undefined {
  if (typeof value === 'string') {
    if (!BAD.test(value)) return undefined;
    return { code: 'custom', path, message: UNWRITABLE, params: { code: UNWRITABLE }, input: undefined };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = unwritableText(inner, [...path, key]);
    if (found) return found;
  }
  return undefined;
}

export const isStorableText = (value: string): boolean => !BAD.test(value);
