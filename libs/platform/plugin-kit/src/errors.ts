/** The error catalogue: a stable code, words for the reader in two languages, a kind from which the edge picks a status. */

/** What went wrong, in words the HTTP edge maps to a status (api.md): 422, 409, 404, 403, 401, 412, 429, 503. */
export type ErrorKind =
  'invalid' | 'wrong-state' | 'not-found' | 'forbidden' | 'unauthenticated' | 'stale' | 'too-many' | 'unavailable';

export interface ErrorText {
  readonly kind: ErrorKind;
  readonly zh: string;
  readonly en: string;
}

/** One refused field: where it is (JSON pointer), what is wrong, what to do. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface ErrorDetails {
  /** Values for `{name}` places in the texts. Never personal. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldError[];
  /** Present state of the record, with `wrong-state`. */
  readonly state?: string;
  readonly allowedActions?: readonly string[];
}

/** An error the reader can act on. Anything else that is thrown is a defect and answers 500. */
export class SuiteError extends Error {
  constructor(
    readonly code: string,
    readonly text: ErrorText,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code}: ${fill(text.en, details.params)}`);
    this.name = 'SuiteError';
  }

  get kind(): ErrorKind {
    return this.text.kind;
  }

  /** The sentence for the reader. */
  sentence(language: 'zh' | 'en'): string {
    return fill(this.text[language], this.details.params);
  }
}

function fill(text: string, params: ErrorDetails['params'] = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Errors whose text is ours or the engine's; others (a driver's, a parser's) may quote what a customer said. */
const OUR_WORDS = new Set(['Error', 'SuiteError', 'TypeError', 'RangeError']);

/** What may be kept in a table or a log of an error: never a value that was being handled (CUS-5, S15). */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { code } = error as { code?: unknown };
  const known = OUR_WORDS.has(error.name) && (typeof code !== 'string' || error instanceof SuiteError);
  if (known) return `${error.name}: ${error.message}`.slice(0, 500);
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

type Factory = (details?: ErrorDetails) => SuiteError;

/**
 * Makes a room's error factories from its catalogue.
 *
 * @example const errors = defineErrors({ 'contact-has-form': { kind: 'wrong-state', zh: '…', en: '…' } });
 *          throw errors['contact-has-form']({ params: { number } });
 */
export function defineErrors<Code extends string>(catalogue: Record<Code, ErrorText>): Record<Code, Factory> {
  const entries = Object.entries(catalogue) as [Code, ErrorText][];
  return Object.fromEntries(
    entries.map(([code, text]) => [code, (details?: ErrorDetails) => new SuiteError(code, text, details)]),
  ) as Record<Code, Factory>;
}

/** Errors every room uses. */
export const commonErrors = defineErrors({
  'not-found': { kind: 'not-found', zh: '没有找到该记录。', en: 'The record was not found.' },
  forbidden: { kind: 'forbidden', zh: '您没有此项权限。', en: 'You do not have this right.' },
  'invalid-input': {
    kind: 'invalid',
    zh: '提交的内容有误，请按提示改正后再提交。',
    en: 'The input was refused; correct the fields named and send it again.',
  },
  'wrong-state': {
    kind: 'wrong-state',
    zh: '当前状态不允许此操作。',
    en: 'The present state does not allow this action.',
  },
  'stale-version': {
    kind: 'stale',
    zh: '该记录已被他人修改，请查看最新内容后再保存；您输入的文字仍然保留。',
    en: 'Somebody else has changed the record. Look at the latest version and save again; your text is kept.',
  },
});

/** One refused field as a 422. */
export const invalidField = (pointer: string, code: string, detail: string): SuiteError =>
  commonErrors['invalid-input']({ errors: [{ pointer, code, detail }] });
