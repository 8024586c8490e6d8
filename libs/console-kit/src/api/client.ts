/** Calls the suite's API: session cookie, problem+json to `ApiError`, Idempotency-Key and If-Match on demand. */
import { ApiError, type Problem } from './api-error';
import { noteServerTime } from '../time/server-clock';

export interface WriteOptions {
  /** The same key and body give the same answer, so a repeated submit makes one record. */
  readonly key?: string;
  /** Version the clerk saw; another one in the database is answered with 412. */
  readonly version?: number;
}

/** Query parameters; `undefined` and empty ones are left out, `null` ones are written as empty. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

const whenSignedOut = new Set<() => void>();

/** Calls back when the server says that there is no live session (401). */
export function onSignedOut(listener: () => void): () => void {
  whenSignedOut.add(listener);
  return () => void whenSignedOut.delete(listener);
}

/** `/api/x?page[size]=50`, keys and values escaped. */
export function address(path: string, query: Query = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (pairs.length === 0) return path;
  return `${path}?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value ?? ''))}`).join('&')}`;
}

async function call(method: string, path: string, body?: unknown, options: WriteOptions = {}): Promise<Response> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
  };
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json';
  if (options.key) headers['idempotency-key'] = options.key;
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  let answer: Response;
  try {
    const sent = body instanceof FormData ? body : body === undefined ? null : JSON.stringify(body);
    answer = await fetch(path, { method, headers, body: sent, credentials: 'same-origin' });
  } catch {
    throw new ApiError(0, {});
  }
  noteServerTime(answer.headers);
  if (answer.ok) return answer;
  if (answer.status === 401 && !path.startsWith('/api/auth/')) whenSignedOut.forEach((listener) => listener());
  const isProblem = answer.headers.get('content-type')?.includes('json') ?? false;
  throw new ApiError(answer.status, isProblem ? ((await answer.json()) as Problem) : {});
}

async function json<T>(answer: Promise<Response>): Promise<T> {
  const received = await answer;
  return received.status === 204 ? (undefined as T) : ((await received.json()) as T);
}

/** The API, typed by the contracts of the rooms. Throws `ApiError`. */
export const api = {
  get: <T>(path: string, query?: Query): Promise<T> => json<T>(call('GET', address(path, query))),
  post: <T>(path: string, body: unknown = {}, options?: WriteOptions): Promise<T> =>
    json<T>(call('POST', path, body, options)),
  put: <T>(path: string, body: unknown, options?: WriteOptions): Promise<T> =>
    json<T>(call('PUT', path, body, options)),
  /** A file with its fields, as `multipart/form-data`. */
  upload: <T>(path: string, file: Blob, name: string, fields: Readonly<Record<string, string>> = {}): Promise<T> => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', file, name);
    return json<T>(call('POST', path, form));
  },
  /** The very bytes, for the PDF preview. */
  blob: async (path: string, query?: Query): Promise<Blob> => (await call('GET', address(path, query))).blob(),
};

/** A page of a list as every list route answers it. */
export interface ListAnswer<T> {
  readonly data: readonly T[];
  readonly page: { readonly next?: string };
}
