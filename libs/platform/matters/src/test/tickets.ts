/** A room with one kind of case, as small as one can be: what a module writes when the plumbing is not its own. */
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Injectable, Module, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { contactChanged } from '@bihuan/events';
import type { Manifest, UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Deadlines } from '@bihuan/alarms';
import { RowStore, UnitOfWork } from '@bihuan/database';
import type { ListQuery } from '@bihuan/http';
import { Actor, ListParams } from '@bihuan/http';
import { DataKeys } from '@bihuan/privacy';
import { actRoutes, bound, defineMatter, lineOf, MatterLists, matterParts, Matters, type MatterRow } from '../index';

interface Ticket extends MatterRow {
  readonly officerId: string;
  readonly unitId: string;
  readonly words: string;
}

const store = new RowStore<Ticket>('test.ticket', {
  id: 'uuid',
  version: 'int',
  number: 'text',
  state: 'text',
  officerId: 'uuid',
  unitId: 'uuid',
  words: 'text',
  customerId: 'uuid',
  createdAt: 'timestamptz',
  dueAt: 'timestamptz',
  keyId: 'uuid',
});

type Act = 'answer' | 'put-off' | 'close';

const ACTS: Readonly<Record<string, readonly Act[]>> = { open: ['answer', 'put-off'], answered: ['close'], closed: [] };

export const ticket = defineMatter<Ticket, Act>({
  module: 'test',
  kind: 'ticket',
  title: { zh: '单据', en: 'Ticket' },
  store,
  read: 'test.ticket.read',
  scope: { ownerColumn: 'r.officer_id', unitColumns: ['r.unit_id'], subjectColumn: 'r.id' },
  closed: ['closed'],
  actions: ({ state }) => ACTS[state] ?? [],
  permits: { answer: 'test.ticket.answer', 'put-off': 'test.ticket.answer', close: 'test.ticket.close' },
  mayAct: (row, actor, act) => act !== 'close' || row.officerId === actor.employeeId,
  people: ({ officerId, unitId }) => ({ employees: [officerId], units: [unitId] }),
  mine: { sql: 'r.officer_id = $1 or r.unit_id = any($2)', permission: 'test.ticket.answer' },
  erase: { text: ['words'] },
  facts: {
    event: contactChanged,
    of: ({ officerId, unitId, state }) => ({
      concludedAt: null,
      answeredAt: null,
      intakeUnitId: unitId,
      unitId,
      personId: officerId,
      dims: { channel: 'phone' },
      measures: { answered: state === 'open' ? 0 : 1 },
    }),
  },
});

@Injectable()
class TicketDesk {
  constructor(
    private readonly matters: Matters,
    private readonly deadlines: Deadlines,
    private readonly keys: DataKeys,
    private readonly work: UnitOfWork,
  ) {}

  make(actor: UserActor, number: string, customerId: string | null): Promise<Ticket> {
    return this.work.run(actor, async (tx) => {
      const id = randomUUID();
      const clock = await this.deadlines.arm(tx, {
        subject: ticket.subject(id),
        stage: 'answer',
        policy: 'hotline.referral',
        startedAt: tx.now,
        owner: { unitId: actor.unitId, employeeId: actor.employeeId },
        calendar: 'handlers',
        first: true,
      });
      const row: Ticket = {
        id,
        version: 1,
        number,
        state: 'open',
        officerId: actor.employeeId,
        unitId: actor.unitId,
        words: '客户的话',
        customerId,
        createdAt: tx.now,
        dueAt: null,
        keyId: await this.keys.create(tx, customerId),
      };
      return this.matters.open(tx, ticket, row, {
        action: 'made',
        personal: { words: row.words },
        clocks: [clock],
      });
    });
  }

  answer(actor: UserActor, id: string, input: { text: string; version?: number | undefined }): Promise<Ticket> {
    return this.matters.act(actor, ticket, id, 'answer', input, async (tx, before) => {
      await this.deadlines.meet(tx, ticket.subject(id), 'answer');
      return { row: { ...before, state: 'answered' }, action: 'answered', personal: { text: input.text } };
    });
  }

  putOff(actor: UserActor, id: string, input: { dueAt: string }): Promise<Ticket> {
    return this.matters.act(actor, ticket, id, 'put-off', {}, async (tx, before) => {
      const dueAt = new Date(input.dueAt);
      await this.deadlines.rePromise(tx, ticket.subject(id), 'answer', { dueAt, reason: 'asked' });
      return { row: before, action: 'put-off' };
    });
  }

  close(actor: UserActor, id: string): Promise<Ticket> {
    return this.matters.act(actor, ticket, id, 'close', {}, (_, before) => ({
      row: { ...before, state: 'closed' },
      action: 'closed',
    }));
  }
}

@Injectable()
class TicketViews {
  constructor(private readonly matters: Matters) {}

  async view(actor: UserActor, row: Ticket) {
    return { ...(await this.matters.frame(actor, ticket, row)), words: row.words };
  }
}

const version = z.int().optional();

const ActsOfTicket = actRoutes({
  path: 'test/tickets',
  handler: TicketDesk,
  views: TicketViews,
  acts: {
    answer: { permit: 'test.ticket.answer', body: z.strictObject({ text: z.string().min(1), version }) },
    'put-off': {
      permit: 'test.ticket.answer',
      body: z.strictObject({ dueAt: z.iso.datetime({ offset: true }), version }),
    },
    close: { permit: 'test.ticket.close', body: z.strictObject({ version }) },
  },
});

@Controller('test/tickets')
class TicketController {
  constructor(
    private readonly desk: TicketDesk,
    private readonly lists: MatterLists,
    private readonly matters: Matters,
    private readonly views: TicketViews,
  ) {}

  @Post()
  @Permit('test.ticket.answer')
  async make(@Actor() actor: UserActor, @Body() body: { number: string; customerId?: string }) {
    return this.views.view(actor, await this.desk.make(actor, body.number, body.customerId ?? null));
  }

  @Get()
  @Permit('test.ticket.read')
  list(@Actor() actor: UserActor, @ListParams() query: ListQuery) {
    return this.lists.list(actor, ticket, query, { filters: { officer: 'r.officer_id::text' }, line: lineOf });
  }

  @Get(':id')
  @Permit('test.ticket.read')
  async one(@Actor() actor: UserActor, @Param('id') id: string) {
    return this.views.view(actor, await this.matters.get(actor, ticket, id));
  }
}

@Module({
  controllers: [TicketController, ActsOfTicket],
  providers: [TicketDesk, TicketViews, matterParts([bound(ticket)])],
})
class TicketModule {}

export const ticketRoom: Manifest = {
  id: 'test',
  title: { zh: '单据', en: 'Tickets' },
  version: '0.1.0',
  needs: ['matters'],
  permissions: ['read', 'answer', 'close'].map((act) => ({ id: `test.ticket.${act}`, title: { zh: act, en: act } })),
  entities: [],
  migrations: [
    {
      name: '1769999999999-test-tickets',
      up: [
        'create schema test',
        `create table test.ticket (id uuid primary key, version int not null, number text not null unique,
          state text not null, officer_id uuid not null, unit_id uuid not null, words text not null, customer_id uuid,
          created_at timestamptz not null, due_at timestamptz, key_id uuid not null)`,
      ],
      down: ['drop table test.ticket', 'drop schema test'],
    },
  ],
  schema: 'test',
  events: { out: [], in: [] },
  forms: [],
  module: TicketModule,
};
