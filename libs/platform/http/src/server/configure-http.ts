/** Everything a Nest application needs to be an edge of the suite; called before `app.init()` or `app.listen()`. */
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NotFoundException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '@bihuan/clock';
import { Deployment } from '@bihuan/plugin-kit';
import { Metrics } from '../metrics/metrics';
import { readJsonBodies } from './json-body';
import { serveOpenApi } from './openapi';
import { secureHeaders } from './security-headers';

/** A file of an import or an attachment. */
const UPLOADS = { fileSize: 20 * 1_048_576, files: 5, fields: 20, fieldSize: 65_536, parts: 25, headerPairs: 100 };

/** @param app made with `createHttpAdapter()` */
export async function configureHttp(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  server.decorateRequest('actor', undefined);
  server.decorateRequest('sessionId', undefined);
  app.setGlobalPrefix('api', { exclude: ['metrics'] });
  readJsonBodies(app);
  await secureHeaders(server, app.get(Deployment).settings.production);
  await server.register(cookie);
  await server.register(multipart, { limits: UPLOADS });
  app.get(Metrics).watch(server);
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
    done();
  });
  if (!app.get(Clock).manual) withoutClockRoutes(app);
  serveOpenApi(app);
}

/** On the system clock the clock's addresses are as unknown as any other, to everybody (api.md Manual clock). */
function withoutClockRoutes(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      done(request.routeOptions.url === '/api/clock' ? new NotFoundException() : undefined);
    });
}
