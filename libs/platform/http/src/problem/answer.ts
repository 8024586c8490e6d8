/** What is answered to each kind of error: one table, at the edge (api.md Conventions). */
import { HttpException } from '@nestjs/common';
import { ZodError } from 'zod';
import { DomainError } from '@bihuan/domain';
import type { ErrorKind } from '@bihuan/plugin-kit';
import { commonErrors, SuiteError } from '@bihuan/plugin-kit';
import type { Language } from '../request/input';
import { fieldErrors, InputRefused } from '../request/input';
import { databaseTrouble } from './database-errors';
import { httpErrors } from './http.errors';
import type { Problem } from './problem';
import { problem } from './problem';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  'wrong-state': 409,
  'not-found': 404,
  forbidden: 403,
  unauthenticated: 401,
  stale: 412,
  'too-many': 429,
  unavailable: 503,
};

/** Refusals of Fastify and Nest, before a handler is reached. */
const EDGE: Readonly<Record<number, { readonly code: string; readonly zh: string; readonly en: string }>> = {
  400: {
    code: 'malformed-request',
    zh: '请求无法解析：请检查 JSON。',
    en: 'The request cannot be read: check the JSON.',
  },
  404: { code: 'unknown-route', zh: '没有这个地址。', en: 'There is no such address.' },
  405: { code: 'unknown-route', zh: '该地址不支持此方法。', en: 'This address does not know the method.' },
  413: { code: 'too-large', zh: '提交的内容过大。', en: 'The content is too large.' },
  415: {
    code: 'unknown-content-type',
    zh: '内容类型应为 application/json。',
    en: 'The content type is application/json.',
  },
};

export interface Answer {
  readonly problem: Problem;
  /** A defect or an outage: stands in the log. */
  readonly log?: 'error' | 'warn';
  /** Seconds for Retry-After. */
  readonly retryAfter?: number;
}

export function answerTo(error: unknown, language: Language, requestId: string): Answer {
  if (error instanceof SuiteError) return suiteAnswer(error, language);
  if (error instanceof DomainError) {
    const errors = [{ pointer: error.path, code: error.code, detail: error.texts[language] }];
    return { problem: problem(422, error.code, error.texts[language], language, { errors }) };
  }
  if (error instanceof ZodError) {
    const refused = commonErrors['invalid-input']();
    const errors = fieldErrors(error.issues, language);
    return { problem: problem(422, refused.code, refused.sentence(language), language, { errors }), log: 'warn' };
  }
  const trouble = databaseTrouble(error);
  if (trouble) return databaseAnswer(trouble, language);
  const status = edgeStatus(error);
  const known = status === undefined ? undefined : (EDGE[status] ?? EDGE[400]);
  if (known && status !== undefined) return { problem: problem(status, known.code, known[language], language) };
  const said =
    language === 'zh'
      ? '系统出错，已记录；请把编号告诉管理员。'
      : 'Something went wrong and is logged; tell the administrator the number.';
  return { problem: problem(500, 'internal-error', said, language, { requestId }), log: 'error' };
}

function suiteAnswer(error: SuiteError, language: Language): Answer {
  const { params, state, allowedActions } = error.details;
  const sentence = error.sentence(language);
  const errors =
    error instanceof InputRefused
      ? error.fields(language)
      : error.details.errors?.map((field) => ({ ...field, detail: field.detail || sentence }));
  const wait = params?.['retryAfter'];
  return {
    problem: problem(STATUS[error.kind], error.code, sentence, language, {
      ...(errors ? { errors } : {}),
      ...(state === undefined ? {} : { state }),
      ...(allowedActions ? { allowedActions } : error.kind === 'wrong-state' ? { allowedActions: [] } : {}),
    }),
    ...(typeof wait === 'number' ? { retryAfter: wait } : error.kind === 'unavailable' ? { retryAfter: 5 } : {}),
  };
}

function databaseAnswer(trouble: NonNullable<ReturnType<typeof databaseTrouble>>, language: Language): Answer {
  const error = {
    unavailable: httpErrors.unavailable,
    'already-exists': httpErrors['already-exists'],
    'bad-input': commonErrors['invalid-input'],
    'unknown-reference': commonErrors['invalid-input'],
  }[trouble]();
  return { ...suiteAnswer(error, language), log: 'warn' };
}

/** Status of a refusal by Fastify (`statusCode`) or Nest; nothing for what is a defect. */
function edgeStatus(error: unknown): number | undefined {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : error instanceof Error
        ? (error as { statusCode?: unknown }).statusCode
        : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
