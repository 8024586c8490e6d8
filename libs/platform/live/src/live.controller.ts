/** `GET /api/live`: server-sent events with the rows that changed, for the reader's eyes only (DLN-6). */
import type { MessageEvent } from '@nestjs/common';
import { Controller, Headers, Query, Sse } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, invalidField } from '@bihuan/plugin-kit';
import { Actor } from '@bihuan/http';
import { LiveHub } from './hub';
import { LiveSources, PERSONAL_TOPICS } from './sources';

/** A word now and then keeps proxies from closing a quiet stream, milliseconds. */
const HEARTBEAT = 25_000;

/** A stream ends after this long and the browser comes again with its session: what was revoked stays outside. */
const LIFE = 10 * 60_000;

/** How long the browser waits before it comes again, milliseconds. */
const RETRY = 2_000;

@Controller('live')
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly sources: LiveSources,
  ) {}

  /** @param wanted topics separated by commas; all of them by default */
  @Sse()
  @Authenticated()
  stream(
    @Actor() actor: UserActor,
    @Query('topics') wanted: string | undefined,
    @Headers('last-event-id') lastId: string | undefined,
  ): Observable<MessageEvent> {
    const topics = this.topics(wanted);
    return new Observable((stream) => {
      let count = Number(lastId) || 0;
      const send = (type: string, data: object) => stream.next({ id: String(++count), type, data });
      // What changed while the reader was away is not kept: he loads his lists again.
      stream.next({ id: String(++count), type: 'hello', retry: RETRY, data: { topics: [...topics] } });
      if (lastId !== undefined) for (const topic of topics) send('refresh', { topic });
      const remove = this.hub.add({
        actor,
        topics,
        send: ({ type, data }) => send(type, data),
        end: () => stream.complete(),
      });
      const heartbeat = setInterval(() => stream.next({ type: 'heartbeat', data: '' }), HEARTBEAT);
      const end = setTimeout(() => stream.complete(), LIFE);
      return () => {
        remove();
        clearInterval(heartbeat);
        clearTimeout(end);
      };
    });
  }

  private topics(wanted: string | undefined): Set<string> {
    const known = [...this.sources.entries().map(([topic]) => topic), ...PERSONAL_TOPICS];
    if (!wanted) return new Set(known);
    const topics = wanted.split(',');
    const unknown = topics.find((topic) => !known.includes(topic));
    if (unknown !== undefined) throw invalidField('/topics', 'unknown-topic', known.join(', '));
    return new Set(topics);
  }
}
