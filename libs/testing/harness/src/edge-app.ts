/** Rooms as a running Nest application on a fresh database, for tests over HTTP: real edge, real database. */
import type { CanActivate, DynamicModule, ExecutionContext, Type } from '@nestjs/common';
import { ForbiddenException, Module, UnauthorizedException } from '@nestjs/common';
import { APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import type { Manifest, RouteGuard, Settings, UserActor } from '@bihuan/plugin-kit';
import { Deployment, PERMIT } from '@bihuan/plugin-kit';
import { createDataSource, DatabaseModule, migrateUp } from '@bihuan/database';
import { emptyDatabase } from '@bihuan/testing-kit';
import { testSettings } from './platform-room';

export interface EdgeApp {
  readonly app: NestFastifyApplication;
  readonly db: DataSource;
  close(): Promise<void>;
}

/** The edge under test, given by the test: `@bihuan/http`'s own tests stand on this harness too. */
export interface Edge {
  createHttpAdapter(): FastifyAdapter;
  configureHttp(app: NestFastifyApplication): Promise<void>;
}

interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  actor?: UserActor | undefined;
}

export interface EdgeOptions {
  /** `{ createHttpAdapter, configureHttp }` of @bihuan/http. */
  readonly edge: Edge;
  /** Where the manual clock starts; the room `clock` must be among the rooms. */
  readonly now: Date;
  readonly settings?: Partial<Settings>;
  /** Further modules, such as a test's own controllers. */
  readonly modules?: readonly Type[];
  /** Who asks, where the identity room is not among the rooms. */
  readonly actor?: (request: Request) => UserActor | undefined;
  /** Before the application listens to anything. */
  readonly prepare?: (app: NestFastifyApplication) => Promise<void>;
}

@Module({})
class TestHost {}

/** The rooms in this order, each with its tables and its Nest module. */
export async function edgeApp(
  rooms: readonly Manifest[],
  { edge, now, settings, modules = [], actor, prepare }: EdgeOptions,
): Promise<EdgeApp> {
  const database = await emptyDatabase();
  const db = createDataSource(
    database.url,
    rooms.flatMap(({ entities }) => entities),
    8,
  );
  await db.initialize();
  await migrateUp(
    db,
    rooms.map(({ id, migrations }) => ({ room: id, migrations })),
  );
  await db.query('insert into clock.manual_clock (now) values ($1)', [now]);
  const deployment = new Deployment(testSettings(database.url, settings), rooms);
  const host: DynamicModule = {
    module: TestHost,
    imports: [provided(deployment), DatabaseModule.forRoot(db), ...rooms.map(({ module }) => module), ...modules],
    providers: actor
      ? [{ provide: APP_GUARD, inject: [Reflector], useFactory: (reflector: Reflector) => guardFor(reflector, actor) }]
      : [],
  };
  const closeDatabase = async () => {
    if (db.isInitialized) await db.destroy();
    await database.close();
  };
  const app = await NestFactory.create<NestFastifyApplication>(host, edge.createHttpAdapter(), { logger: ['error'] });
  try {
    await edge.configureHttp(app);
    await prepare?.(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  } catch (error) {
    await app.close();
    await closeDatabase();
    throw error;
  }
  return {
    app,
    db,
    async close() {
      await app.close();
      await closeDatabase();
    },
  };
}

@Module({})
class DeploymentModule {}

const provided = (deployment: Deployment): DynamicModule => ({
  module: DeploymentModule,
  global: true,
  providers: [{ provide: Deployment, useValue: deployment }],
  exports: [Deployment],
});

/** Asks what the real guard asks, of a person the test names. */
function guardFor(reflector: Reflector, actorOf: NonNullable<EdgeOptions['actor']>): CanActivate {
  return {
    canActivate(context: ExecutionContext): boolean {
      const guard = reflector.getAllAndOverride<RouteGuard>(PERMIT, [context.getHandler(), context.getClass()]);
      if (guard.kind === 'public') return true;
      const request = context.switchToHttp().getRequest<Request>();
      const actor = actorOf(request);
      if (!actor) throw new UnauthorizedException();
      if (guard.kind === 'permit' && !actor.permissions.has(guard.permission)) throw new ForbiddenException();
      request.actor = actor;
      return true;
    },
  };
}
