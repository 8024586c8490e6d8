/** A refused or failed call, as the server words it (RFC 9457). */

/** One refused field. */
export interface FieldProblem {
  /** JSON pointer into the body: `/requestedAt`. */
  readonly pointer: string;
  readonly detail: string;
  readonly code?: string;
}

/** The body of an `application/problem+json` answer. */
export interface Problem {
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly FieldProblem[];
  readonly state?: string;
  readonly allowedActions?: readonly string[];
}

/** Where the server says both languages, `请重试。 / Try again.`, the reader's alone. */
function inReadersLanguage(detail: string): string {
  const [, zh, en] = /^(.*\p{Script=Han}.*?) \/ ([^\p{Script=Han}]+)$/su.exec(detail) ?? [];
  if (zh === undefined || en === undefined) return detail;
  return document.documentElement.lang.startsWith('en') ? en : zh;
}

/** Thrown by the API client; `status` 0 means that the server was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
    this.name = 'ApiError';
  }

  /** Stable code of the error catalogue, `unreachable` without an answer. */
  get code(): string {
    return this.problem.code ?? (this.status === 0 ? 'unreachable' : `http-${this.status}`);
  }

  get fields(): readonly FieldProblem[] {
    return (this.problem.errors ?? []).map((field) => ({ ...field, detail: inReadersLanguage(field.detail) }));
  }

  /** Somebody else saved first (412). */
  get isConflict(): boolean {
    return this.status === 412;
  }

  /** Trying the same again may help: no answer, or the server is not ready. */
  get mayRetry(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}
