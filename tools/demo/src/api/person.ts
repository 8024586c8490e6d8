/** One person at the public API: logged in, with a bearer token. */
import { refuse } from '../problems';

/** Password of the demonstration users (api.md, Demo data). */
const PASSWORD = 'demo-5S4E';

export type Json = Readonly<Record<string, unknown>>;

interface Page<T> {
  readonly data: readonly T[];
  readonly page: { readonly next?: string };
}

/** Who is logged in, as `POST /api/auth/login` answers it. */
interface Login {
  readonly accessToken: string;
  readonly user: { readonly employeeId: string; readonly unitId: string; readonly officerNumber?: string };
}

export class Person {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    readonly username: string,
    readonly employeeId: string,
    readonly unitId: string,
    readonly officerNumber: string | undefined,
  ) {}

  /** @throws DemoRefusal when the server is not there or refuses */
  static async logIn(url: string, username: string): Promise<Person> {
    const nobody = Person.nobody(url);
    const { accessToken, user } = await nobody.post<Login>('/auth/login', { username, password: PASSWORD });
    return new Person(url, accessToken, username, user.employeeId, user.unitId, user.officerNumber);
  }

  /** Somebody outside, at the portal (RVT-8). */
  static nobody(url: string): Person {
    return new Person(url, '', 'portal', '', '', undefined);
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.call('GET', path)).json()) as T;
  }

  async post<T = Json>(path: string, body: Json = {}): Promise<T> {
    return (await (await this.call('POST', path, body)).json()) as T;
  }

  async put<T = Json>(path: string, body: Json): Promise<T> {
    return (await (await this.call('PUT', path, body)).json()) as T;
  }

  /** @param address as the API gives it, with `/api` */
  async file(address: string): Promise<Buffer> {
    return Buffer.from(await (await this.call('GET', address.replace(/^\/api/, ''))).arrayBuffer());
  }

  /** Keeps a file in the suite. Gives its id. */
  async upload(name: string, type: string, content: Uint8Array): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(content)], { type }), name);
    const { id } = (await (await this.call('POST', '/attachments', form)).json()) as { id: string };
    return id;
  }

  /** All pages of a list. */
  async list<T>(path: string): Promise<T[]> {
    const rows: T[] = [];
    let next: string | undefined;
    do {
      const after: string = next === undefined ? '' : `&page[after]=${encodeURIComponent(next)}`;
      const answer: Page<T> = await this.get(`${path}${path.includes('?') ? '&' : '?'}page[size]=200${after}`);
      rows.push(...answer.data);
      next = answer.page.next;
    } while (next);
    return rows;
  }

  private async call(method: string, path: string, body?: Json | FormData): Promise<Response> {
    const said = `${method} /api${path}`;
    let answer: Response;
    try {
      answer = await fetch(`${this.url}/api${path}`, {
        method,
        headers: {
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
      });
    } catch (error) {
      const cause = error instanceof Error ? String(error.cause ?? error.message) : '';
      throw refuse(
        `连接不到服务 ${this.url}（${cause}）。`,
        `${said}: the server at ${this.url} cannot be reached (${cause}).`,
      );
    }
    if (!answer.ok) throw await refusalOf(this.username, said, answer);
    return answer;
  }
}

/** The problem document of a refusal in one sentence (RFC 9457). */
async function refusalOf(who: string, said: string, answer: Response): Promise<Error> {
  const text = await answer.text();
  const problem = problemOf(text);
  const fields = (problem.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ');
  const why = [problem.detail ?? text.slice(0, 300), fields].filter(Boolean).join(' ');
  return refuse(
    `${who} 的请求被拒绝（${answer.status}）：${said}。${why}`,
    `${said} by ${who} answered ${answer.status} ${problem.code ?? ''}`.trim(),
  );
}

interface Problem {
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
