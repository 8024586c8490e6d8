/** Starts the suite in this process: settings → rooms checked → database migrated → set up → listening. */
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { realNow } from '@bihuan/clock';
import { createDataSource, migrateUp } from '@bihuan/database';
import { EVENTS } from '@bihuan/events';
import { configureHttp, createHttpAdapter, serveConsole } from '@bihuan/http';
import { PACKS } from '@bihuan/packs';
import type { Manifest, Settings } from '@bihuan/plugin-kit';
import { Deployment, manifestProblems } from '@bihuan/plugin-kit';
import { storedPack } from '@bihuan/policies';
import { chooseCompany } from './company';
import { BUILT_PLUGINS, loadPlugins } from './plugins';
import type { GivenSettings } from './settings';
import { SettingsError } from './settings';
import { PLATFORM_ROOMS } from './rooms';
import { SetUp } from './set-up';
import { SuiteModule } from './suite.module';

export interface RunningSuite {
  readonly app: INestApplicationContext;
  /** `http://127.0.0.1:3000`; empty for a worker, which serves nothing. */
  readonly url: string;
  /** Which company this is, and who can log in, where users were made at this start or are the demonstration's. */
  readonly welcome: string;
  close(): Promise<void>;
}

/** Rooms that do not fit together stop the start, each problem with what to do. */
export class ManifestError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ManifestError';
  }
}

export interface SuiteOptions {
  /** Folder of the built console; without it only the API is served. */
  readonly consoleFolder?: string;
}

/** The console beside this application, as the build leaves it. */
export const CONSOLE_FOLDER = join(__dirname, '../../console/dist');

export async function startSuite(given: GivenSettings, { consoleFolder }: SuiteOptions = {}): Promise<RunningSuite> {
  const settings = await settle(given);
  const rooms = [...PLATFORM_ROOMS, ...(await loadPlugins(settings.modules))];
  const problems = manifestProblems(rooms, new Set(EVENTS.keys()));
  if (problems.length > 0) throw new ManifestError(problems);
  const deployment = new Deployment(settings, rooms);
  const db = await openDatabase(settings, rooms);
  try {
    const app = await createApp(deployment, db);
    await app.init();
    const welcome = await app.get(SetUp).run();
    const url = deployment.servesHttp ? await listen(app, settings, consoleFolder) : '';
    return {
      app,
      url,
      welcome,
      close: async () => {
        await app.close();
        if (db.isInitialized) await db.destroy();
      },
    };
  } catch (error) {
    if (db.isInitialized) await db.destroy();
    throw error;
  }
}

/** Pack and modules follow the company in the database, where there is one already. */
async function settle(given: GivenSettings): Promise<Settings> {
  const db = await connect(given.databaseUrl, []);
  try {
    const stored = await storedPack((sql) => db.query(sql));
    const company = chooseCompany({ ...given, stored, shipped: PACKS, built: BUILT_PLUGINS });
    if (!company.ok) throw new SettingsError(company.reasons);
    return { ...given, pack: company.pack, modules: company.modules };
  } finally {
    await db.destroy();
  }
}

async function connect(databaseUrl: string, rooms: readonly Manifest[]): Promise<DataSource> {
  const db = createDataSource(
    databaseUrl,
    rooms.flatMap(({ entities }) => entities),
  );
  await db.initialize().catch((error: unknown) => {
    const { host } = new URL(databaseUrl);
    throw new SettingsError([
      `DATABASE_URL: 无法连接 ${host} 上的 PostgreSQL，请检查地址、账号以及数据库是否已启动。`,
      `DATABASE_URL: PostgreSQL at ${host} cannot be used (${error instanceof Error ? error.message : 'unknown'}): ` +
        'see that it runs, and that address and account are right.',
    ]);
  });
  return db;
}

async function openDatabase(settings: Settings, rooms: readonly Manifest[]): Promise<DataSource> {
  const db = await connect(settings.databaseUrl, rooms);
  try {
    await migrateUp(
      db,
      rooms.map(({ id, migrations }) => ({ room: id, migrations })),
    );
    if (settings.clock === 'manual') {
      await db.query('insert into clock.manual_clock (now) values ($1) on conflict do nothing', [
        settings.clockStart ?? realNow(),
      ]);
    }
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

async function createApp(deployment: Deployment, db: DataSource): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(SuiteModule.of(deployment, db), createHttpAdapter(), {
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  if (deployment.servesHttp) await configureHttp(app);
  return app;
}

async function listen(app: NestFastifyApplication, settings: Settings, consoleFolder?: string): Promise<string> {
  if (consoleFolder) await serveConsole(app, consoleFolder);
  await app.listen({ port: settings.port, host: settings.host });
  const address = app.getHttpAdapter().getInstance().server.address();
  const port = typeof address === 'object' && address ? address.port : settings.port;
  return `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
}
