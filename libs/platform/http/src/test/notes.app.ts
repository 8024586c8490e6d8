/** An application with one note-taking route on the real edge and a real database. */
import { randomUUID } from 'node:crypto';
import { Controller, Get, Injectable, Module, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { outboxRoom } from '@bihuan/outbox';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, commonErrors, Public } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { EdgeApp } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { Actor, configureHttp, createHttpAdapter, httpRoom, IfMatch, Payload } from '../index';

const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom];

const noteSchema = z.strictObject({ text: z.string().min(2), inner: z.strictObject({ count: z.int() }).optional() });

/** What a test makes of the route: whether it refuses, and how often it ran. */
export const notes = { refuse: false, ran: 0 };

@Injectable()
class Notes {
  constructor(private readonly work: UnitOfWork) {}

  async add(actor: UserActor, text: string): Promise<string> {
    return this.work.run(actor, async (tx) => {
      notes.ran += 1;
      await tx.query('create table if not exists public.note (id uuid primary key, text text)');
      if (notes.refuse) throw commonErrors['wrong-state']({ state: 'closed', allowedActions: ['reopen'] });
      const id = randomUUID();
      await tx.query('insert into public.note (id, text) values ($1, $2)', [id, text]);
      await tx.query('select pg_sleep(0.15)');
      return id;
    });
  }
}

@Controller('notes')
class NotesController {
  constructor(private readonly notes: Notes) {}

  @Authenticated()
  @Post()
  async add(@Actor() actor: UserActor, @Payload(noteSchema) body: z.infer<typeof noteSchema>) {
    return { id: await this.notes.add(actor, body.text), text: body.text };
  }

  @Authenticated()
  @Put(':id')
  put(@Param('id') id: string, @IfMatch() version: number | undefined) {
    return { id, version: version ?? null };
  }

  @Public()
  @Get('broken')
  broken(): never {
    throw new TypeError('a secret 13800000000');
  }
}

@Module({ controllers: [NotesController], providers: [Notes] })
class NotesModule {}

const actor = (userId: string): UserActor => ({
  kind: 'user',
  userId,
  employeeId: userId,
  name: '测试',
  unitId: randomUUID(),
  unitsBelow: [],
  permissions: new Map([
    ['clock.move', 'all'],
    ['audit.verify', 'all'],
    ['outbox.hand-off.take', 'all'],
  ]),
});
export const someone = actor(randomUUID());

export const startNotes = (): Promise<EdgeApp> =>
  edgeApp(rooms, {
    edge: { createHttpAdapter, configureHttp },
    now: new Date('2026-09-17T00:00:00Z'),
    modules: [NotesModule],
    actor: () => someone,
  });

/** POSTs JSON; a text is sent as it is. */
export const poster =
  (edge: () => EdgeApp) =>
  (url: string, payload: unknown, headers: Record<string, string> = {}) =>
    edge().app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
