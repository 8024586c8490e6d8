/**
 * The baseline of the create bench: NestJS on Fastify with one durable insert by pg and nothing else — no session, no
 * schema, no number, no timeline, no clock. Started as a process of its own.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { Public } from '@bihuan/plugin-kit';

/** Connections, as many as the suite's own pool. */
const POOL = 16;

const INSERT = {
  name: 'insert',
  text: `insert into bare.form (id, contact_id, category, kind, description, customer_name, mobile, site)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

interface Form {
  readonly contactId: string;
  readonly category: string;
  readonly kind: string;
  readonly description: string;
  readonly customerName: string;
  readonly mobile: string;
  readonly site: string;
}

@Controller('forms')
class FormsController {
  constructor(@Inject(Pool) private readonly pool: Pool) {}

  @Post()
  @Public()
  async make(@Body() form: Form): Promise<object> {
    const id = randomUUID();
    const { contactId, category, kind, description, customerName, mobile, site } = form;
    await this.pool.query({
      ...INSERT,
      values: [id, contactId, category, kind, description, customerName, mobile, site],
    });
    return { id, ...form };
  }
}

@Module({
  controllers: [FormsController],
  providers: [
    { provide: Pool, useFactory: () => new Pool({ connectionString: process.env['DATABASE_URL'], max: POOL }) },
  ],
})
class BareModule {}

async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  await app.get(Pool).query(
    `create schema if not exists bare;
     create table if not exists bare.form (id uuid primary key, contact_id uuid not null, category text not null,
       kind text not null, description text not null, customer_name text not null, mobile text not null,
       site text not null)`,
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`ready ${await app.getUrl()}\n`);
  process.once('SIGTERM', () => process.exit(0));
}

void main();
