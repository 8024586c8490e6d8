/** The whole suite on a database of its own and a manual clock, played from outside over HTTP. */
import request from 'supertest';
import type { RunningSuite } from '@bihuan/server';
import { CONSOLE_FOLDER, readSettings, startSuite } from '@bihuan/server';
import { emptyDatabase } from '@bihuan/testing-kit';
import { runThriceIfAsked } from '../faults/support/thrice';

/** Password of the demonstration users (api.md). */
export const PASSWORD = 'demo-5S4E';

export type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly body: Json & { data?: Json[] };
  readonly headers: Readonly<Record<string, string>>;
}

/** One person at the API. */
export class Person {
  constructor(
    private readonly url: string,
    private readonly token: string,
    readonly employeeId: string,
  ) {}

  /** For calls that are made by hand. */
  get authorization(): string {
    return `Bearer ${this.token}`;
  }

  async post(path: string, body?: Json, headers: Json = {}): Promise<Answer> {
    const call = request(this.url).post(`/api${path}`).set('authorization', `Bearer ${this.token}`);
    for (const [name, value] of Object.entries(headers)) call.set(name, String(value));
    return (await (body === undefined ? call : call.send(body))) as Answer;
  }

  async get(path: string): Promise<Answer> {
    return (await request(this.url).get(`/api${path}`).set('authorization', `Bearer ${this.token}`)) as Answer;
  }

  async put(path: string, body: Json): Promise<Answer> {
    return (await request(this.url)
      .put(`/api${path}`)
      .set('authorization', `Bearer ${this.token}`)
      .send(body)) as Answer;
  }

  async pdf(path: string): Promise<{ status: number; bytes: Buffer }> {
    const answer = await request(this.url)
      .get(path.startsWith('/api') ? path : `/api${path}`)
      .set('authorization', `Bearer ${this.token}`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    return { status: answer.status, bytes: answer.body as Buffer };
  }

  /** A call that must succeed: says what came back instead. */
  async do(path: string, body?: Json): Promise<Json> {
    const answer = await this.post(path, body);
    if (answer.status !== 200 && answer.status !== 201) {
      throw new Error(`POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }

  async list(path: string): Promise<Json[]> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body.data ?? [];
  }
}

export interface PlayedSuite {
  readonly url: string;
  readonly databaseUrl: string;
  readonly running: RunningSuite;
  as(user: string): Promise<Person>;
  /** Moves the manual clock and waits until all that follows has happened. */
  clock(to: string): Promise<void>;
  /** Drops the database of a suite that was closed by itself. */
  drop(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param start where the manual clock begins
 * @param env more settings, such as SUITE_MODULES; with DATABASE_URL that database, which then stays
 * @param withConsole serve the built console too
 */
export async function playSuite(
  start: string,
  env: Record<string, string> = {},
  withConsole = false,
): Promise<PlayedSuite> {
  const given = env['DATABASE_URL'];
  const database = given ? { url: given, close: () => Promise.resolve() } : await emptyDatabase('e2e');
  const settings = readSettings({
    DATABASE_URL: database.url,
    PORT: '0',
    SUITE_CLOCK: 'manual',
    SUITE_CLOCK_START: start,
    ...env,
  });
  const running = await startSuite(settings, withConsole ? { consoleFolder: CONSOLE_FOLDER } : {}).catch(
    async (error: unknown) => {
      await database.close();
      throw error;
    },
  );
  runThriceIfAsked(running.app);
  const people = new Map<string, Promise<Person>>();
  const as = (user: string): Promise<Person> => {
    const known = people.get(user) ?? logIn(running.url, user);
    people.set(user, known);
    return known;
  };
  return {
    url: running.url,
    databaseUrl: database.url,
    running,
    as,
    clock: async (to) => {
      const answer = await (await as('admin')).put('/clock', { now: to });
      if (answer.status !== 200) throw new Error(`The clock answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    },
    drop: () => database.close(),
    close: async () => {
      await running.close();
      await database.close();
    },
  };
}

export async function logIn(url: string, user: string): Promise<Person> {
  const answer = (await request(url).post('/api/auth/login').send({ username: user, password: PASSWORD })) as Answer;
  if (answer.status !== 200) throw new Error(`${user} could not log in: ${JSON.stringify(answer.body)}`);
  const me = answer.body['user'] as { employeeId: string };
  return new Person(url, String(answer.body['accessToken']), me.employeeId);
}
