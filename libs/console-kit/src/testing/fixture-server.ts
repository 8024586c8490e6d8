/**
 * Answers `fetch` in page specs from fixtures that the contract schemas accept, and keeps what was sent. It has no rule
 * of the server in it: a spec says what is answered.
 */

/** The part of a schema that is used: zod's own schemas fit. */
interface Schema {
  parse(value: unknown): unknown;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  /** What stands behind the `?`. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Fixture {
  readonly status?: number;
  readonly body: unknown;
  /** Contract of the answer; an answer that does not fit fails the spec. */
  readonly schema?: Schema;
}

type Answer = Fixture | ((sent: Sent) => Fixture);

/** `GET /api/work` → what is answered; the query of an address does not count. */
export type Fixtures = Readonly<Record<string, Answer>>;

export interface FixtureServer {
  readonly sent: readonly Sent[];
  /** What was sent to this route, the latest last. */
  readonly to: (route: string) => readonly Sent[];
  /** Replaces answers from here on. */
  readonly change: (fixtures: Fixtures) => void;
}

export const listOf = (data: readonly unknown[]): Fixture => ({ body: { data, page: {} } });

/** A refusal as the server words it. */
export const refusal = (status: number, problem: Readonly<Record<string, unknown>>): Fixture => ({
  status,
  body: problem,
});

/** The body as the server would read it; a multipart form by its fields. */
function bodyOf(body: RequestInit['body']): unknown {
  if (typeof body === 'string') return JSON.parse(body) as unknown;
  return body instanceof FormData ? Object.fromEntries(body.entries()) : undefined;
}

/** Puts the fixtures behind `fetch`; an address without a fixture is an empty list for GET and 404 else. */
export function serveFixtures(fixtures: Fixtures): FixtureServer {
  const sent: Sent[] = [];
  let known = fixtures;
  const answer = (request: Sent): Fixture => {
    const found = known[`${request.method} ${request.path}`];
    if (!found) return request.method === 'GET' ? listOf([]) : refusal(404, { code: 'not-found' });
    return typeof found === 'function' ? found(request) : found;
  };
  const reply = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const [path = '', search] = String(input).split('?');
    const request: Sent = {
      method: init.method ?? 'GET',
      path,
      query: Object.fromEntries(new URLSearchParams(search)),
      body: bodyOf(init.body),
      headers: (init.headers ?? {}) as Record<string, string>,
    };
    sent.push(request);
    const { status = 200, body, schema } = answer(request);
    schema?.parse(body);
    const text = JSON.stringify(body);
    const headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' };
    const plain = {
      ok: status < 400,
      status,
      headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
      json: () => Promise.resolve(JSON.parse(text) as unknown),
      blob: () => Promise.resolve(new Blob([text])),
    };
    return Promise.resolve(plain as unknown as Response);
  };
  globalThis.fetch = reply;
  return {
    sent,
    to: (route) => sent.filter(({ method, path }) => `${method} ${path}` === route),
    change: (changed) => {
      known = { ...known, ...changed };
    },
  };
}
