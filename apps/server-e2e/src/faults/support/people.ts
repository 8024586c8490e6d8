/** Somebody at the API of a process that may be gone at any moment: asks again elsewhere, as a proxy does. */
import { randomUUID } from 'node:crypto';
import { pause } from '@bihuan/testing-kit';
import { logIn } from '../../support/suite';
import { call } from '../../support/hotline';

export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Statuses that say "not now". */
const LATER = [502, 503, 504];

export class Caller {
  private constructor(private readonly authorization: string) {}

  static async logIn(url: string, user: string): Promise<Caller> {
    return new Caller((await logIn(url, user)).authorization);
  }

  /** One try. Throws where there was no answer. */
  async once(url: string, path: string, body?: object, key?: string): Promise<Reply> {
    const answer = await fetch(`${url}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: this.authorization,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, body: (await answer.json()) as Reply['body'] };
  }

  /**
   * A contact is taken, at whichever of these addresses answers; the same key each time, so that a lost answer makes no
   * second contact. `undefined` where nobody answered in time.
   */
  async takeContact(urls: () => readonly string[], seconds: number): Promise<Reply | undefined> {
    const key = randomUUID();
    const body = call();
    for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
      for (const url of urls()) {
        try {
          const reply = await this.once(url, '/hotline/contacts', body, key);
          if (!LATER.includes(reply.status)) return reply;
        } catch {
          // No answer: the next address, with the same key.
        }
      }
      await pause(50);
    }
    return undefined;
  }
}
