/** The live stream over HTTP: fresh rows for the reader's eyes only, no polling (DLN-6, IDN-2). */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { configureHttp, createHttpAdapter, httpRoom } from '@bihuan/http';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { systemActor } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import { edgeApp, type EdgeApp } from '@bihuan/testing-harness';
import { Live } from './live';
import { liveRoom } from './live.manifest';
import { LiveSources } from './sources';

const ANNA = '11111111-1111-4111-8111-111111111111';
const BERT = '22222222-2222-4222-8222-222222222222';
const UNIT = '33333333-3333-4333-8333-333333333333';
const HIDDEN = '99999999-9999-4999-8999-999999999999';
const ROW = '88888888-8888-4888-8888-888888888888';

const person = (employeeId: string): UserActor => ({
  kind: 'user',
  userId: employeeId,
  employeeId,
  name: employeeId,
  unitId: employeeId === ANNA ? UNIT : BERT,
  unitsBelow: [],
  permissions: new Map(),
});

interface Heard {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly id: string | undefined;
}

/** Reads a stream; `heard` waits for the next event of a type. */
async function listen(url: string, who: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const answer = await fetch(url, { headers: { 'x-who': who, ...headers }, signal: stop.signal });
  const events: Heard[] = [];
  const waiting: (() => void)[] = [];
  const reading = (async () => {
    let text = '';
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
        events.push({ type: field('event') ?? '', data: JSON.parse(field('data') || '{}'), id: field('id') });
      }
      waiting.splice(0).forEach((resolve) => resolve());
    }
  })().catch(() => undefined);
  return {
    answer,
    events,
    async heard(type: string): Promise<Heard> {
      for (;;) {
        const found = events.find((event) => event.type === type);
        if (found) return found;
        await new Promise<void>((resolve, reject) => {
          waiting.push(resolve);
          setTimeout(() => reject(new Error(`never heard "${type}" but ${JSON.stringify(events)}`)), 4_000).unref();
        });
      }
    },
    async close() {
      stop.abort();
      await reading;
    },
  };
}

jest.setTimeout(60_000);

describe('the live stream', () => {
  let edge: EdgeApp;
  let url: string;

  beforeAll(async () => {
    edge = await edgeApp([clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom, liveRoom], {
      edge: { createHttpAdapter, configureHttp },
      now: new Date('2026-09-17T00:00:00Z'),
      actor: ({ headers }) => (typeof headers['x-who'] === 'string' ? person(headers['x-who']) : undefined),
    });
    edge.app.get(LiveSources).add('deadlines', {
      fresh: (actor, ids) =>
        Promise.resolve(ids.filter((id) => id !== HIDDEN || actor.employeeId === BERT).map((id) => ({ id }))),
    });
    await edge.app.listen(0, '127.0.0.1');
    const { port } = (edge.app.getHttpServer() as Server).address() as AddressInfo;
    url = `http://127.0.0.1:${port}/api/live`;
  });
  afterAll(() => edge.close());

  const change = (topic: string, ...ids: string[]) =>
    edge.app.get(UnitOfWork).run(systemActor('test'), (tx) => {
      for (const id of ids) edge.app.get(Live).changed(tx, topic, id);
      return Promise.resolve();
    });

  it('DLN-6 shows each reader the changed rows he may see, within a second, without a request of his', async () => {
    const anna = await listen(url, ANNA);
    const bert = await listen(url, BERT);
    expect(anna.answer.headers.get('content-type')).toContain('text/event-stream');
    expect((await anna.heard('hello')).data).toEqual({ topics: ['deadlines', 'notices', 'work'] });
    await bert.heard('hello');
    const began = performance.now();
    await change('deadlines', ROW, HIDDEN);
    expect((await anna.heard('deadlines')).data).toEqual({ topic: 'deadlines', rows: [{ id: ROW }] });
    expect((await bert.heard('deadlines')).data['rows']).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(1_000);
    await Promise.all([anna.close(), bert.close()]);
  });

  it('DLN-6 a rolled back change is told to nobody', async () => {
    const anna = await listen(url, ANNA);
    await anna.heard('hello');
    const failing = edge.app.get(UnitOfWork).run(systemActor('test'), (tx) => {
      edge.app.get(Live).changed(tx, 'deadlines', HIDDEN);
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    await change('deadlines', ROW);
    await anna.heard('deadlines');
    expect(anna.events.filter(({ type }) => type === 'deadlines')).toHaveLength(1);
    await anna.close();
  });

  it('IDN-2 what is addressed to a person or a unit reaches only them', async () => {
    const anna = await listen(url, ANNA);
    const bert = await listen(url, BERT);
    await Promise.all([anna.heard('hello'), bert.heard('hello')]);
    await change('notices', BERT);
    await change('work-unit', UNIT);
    expect((await bert.heard('notices')).data).toEqual({ topic: 'notices' });
    expect((await anna.heard('work')).data).toEqual({ topic: 'work' });
    expect(anna.events.map(({ type }) => type)).not.toContain('notices');
    expect(bert.events.map(({ type }) => type)).not.toContain('work');
    await Promise.all([anna.close(), bert.close()]);
  });

  it('DLN-6 a reader who comes back, or a storm of changes, means loading the list again', async () => {
    const back = await listen(url, ANNA, { 'last-event-id': '7' });
    expect((await back.heard('hello')).id).toBe('8');
    expect((await back.heard('refresh')).data).toEqual({ topic: 'deadlines' });
    await back.close();
    const anna = await listen(`${url}?topics=deadlines`, ANNA);
    expect((await anna.heard('hello')).data).toEqual({ topics: ['deadlines'] });
    await change(
      'deadlines',
      ...Array.from({ length: 201 }, (_, i) => `${ROW.slice(0, -4)}${String(i).padStart(4, '0')}`),
    );
    expect((await anna.heard('refresh')).data).toEqual({ topic: 'deadlines' });
    await anna.close();
  });

  it('IDN-1 nobody listens without a session; an unknown topic is refused', async () => {
    expect((await fetch(url)).status).toBe(401);
    const answer = await fetch(`${url}?topics=secrets`, { headers: { 'x-who': ANNA } });
    expect(answer.status).toBe(422);
  });
});
