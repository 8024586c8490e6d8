/** How the edge starts and fails: guards checked, system clock, console files, database gone. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { auditRoom } from '@bihuan/audit';
import { clockRoom } from '@bihuan/clock';
import { outboxRoom } from '@bihuan/outbox';
import { Permit } from '@bihuan/plugin-kit';
import { privacyRoom } from '@bihuan/privacy';
import type { EdgeApp, EdgeOptions } from '@bihuan/testing-harness';
import { edgeApp } from '@bihuan/testing-harness';
import { configureHttp, createHttpAdapter, httpRoom, serveConsole } from '../index';

const rooms = [clockRoom, privacyRoom, auditRoom, outboxRoom, httpRoom];
const start = (more: Partial<EdgeOptions> = {}) =>
  edgeApp(rooms, {
    edge: { createHttpAdapter, configureHttp },
    now: new Date('2026-09-17T00:00:00Z'),
    actor: () => undefined,
    ...more,
  });

@Controller('open')
class OpenController {
  door() {
    return 'in';
  }
}
// Made a route by hand: lint already refuses it when it is written as one.
Get('door')(
  OpenController.prototype,
  'door',
  Object.getOwnPropertyDescriptor(OpenController.prototype, 'door') as PropertyDescriptor,
);
@Module({ controllers: [OpenController] })
class OpenModule {}

@Controller('odd')
class OddController {
  @Permit('hotline.nothing')
  @Get()
  odd() {
    return 'in';
  }
}
@Module({ controllers: [OddController] })
class OddModule {}

let edge: EdgeApp | undefined;

afterEach(async () => {
  await edge?.close();
  edge = undefined;
});

test('IDN-2 a route without a guard, or with an undeclared permission, stops the start and is named', async () => {
  await expect(start({ modules: [OpenModule] })).rejects.toThrow('OpenController.door has no guard');
  await expect(start({ modules: [OddModule] })).rejects.toThrow('OddController.odd asks for "hotline.nothing"');
});

test('API on the system clock the clock has no address, to anybody', async () => {
  edge = await start({ settings: { clock: 'system' } });
  for (const method of ['GET', 'PUT'] as const) {
    const answer = await edge.app.inject({ method, url: '/api/clock' });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'unknown-route']);
  }
  const document = (await edge.app.inject({ url: '/api/openapi.json' })).json<{ paths: object }>();
  expect(Object.keys(document.paths)).not.toContain('/api/clock');
});

test('API a database that is gone is 503 and not ready; it comes back by itself', async () => {
  edge = await start();
  const { db } = edge;
  const name = (await db.query<{ d: string }[]>('select current_database() as d'))[0]?.d ?? '';
  const admin = await adminConnection();
  try {
    await admin.query(`alter database ${name} with allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    const ready = await edge.app.inject({ url: '/api/health/ready' });
    expect([ready.statusCode, ready.json<{ problems: { code: string }[] }>().problems[0]?.code]).toEqual([
      503,
      'postgresql-unreachable',
    ]);
    expect((await edge.app.inject({ url: '/api/health/live' })).statusCode).toBe(200);
    await admin.query(`alter database ${name} with allow_connections true`);
    // A connection that was being refused at this moment may still fail one look.
    const looks: number[] = [];
    while (looks.at(-1) !== 200 && looks.length < 20) {
      looks.push((await edge.app.inject({ url: '/api/health/ready' })).statusCode);
    }
    expect(looks.at(-1)).toBe(200);
  } finally {
    await admin.query(`alter database ${name} with allow_connections true`);
    await admin.end();
  }
});

test("API the console's pages are served, its unknown pages are its first page, and /api stays the API", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>闭环</title>');
  await writeFile(join(folder, 'assets', 'app-1a2b.js'), 'void 0;');
  try {
    edge = await start({ prepare: (app) => serveConsole(app, folder) });
    const { app } = edge;
    for (const url of ['/', '/hotline/forms?x=1']) {
      const page = await app.inject({ url });
      expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(page.body).toContain('闭环');
    }
    expect((await app.inject({ url: '/assets/app-1a2b.js' })).headers['cache-control']).toContain('immutable');
    for (const url of ['/api/unknown', '/assets/gone.js', '/metrics/x']) {
      const missing = await app.inject({ url });
      expect([missing.statusCode, missing.headers['content-type']]).toEqual([
        404,
        expect.stringContaining('problem+json') as string,
      ]);
    }
    await expect(serveConsole(app, join(folder, 'assets'))).rejects.toThrow('ENOENT');
  } finally {
    await rm(folder, { recursive: true });
  }
});

async function adminConnection() {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  return client;
}
