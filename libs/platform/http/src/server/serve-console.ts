/** The console's built files, and its first page for every address that is a page of it. */
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const PAGE = 'index.html';

/** Vite puts a hash into the names of these, so they never change. */
const HASHED = '/assets/';

/** Pages of the portal, `/portal/evaluation`: files of their own, without the console around them. */
const PORTAL = /^\/portal\/([a-z-]+)(?:\?|$)/;

/** @param folder `apps/console/dist`; throws where it has not been built. Called after `configureHttp`. */
export async function serveConsole(app: NestFastifyApplication, folder: string): Promise<void> {
  await access(join(folder, PAGE));
  const server = app.getHttpAdapter().getInstance();
  const portal = new Set(await readdir(join(folder, 'portal')).catch(() => []));
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const lasting = path.replaceAll('\\', '/').includes(HASHED);
      void response.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const page = !/^\/(api|metrics)(\/|\?|$)/.test(request.url) && !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
    if (!page) {
      reply.callNotFound();
      return reply;
    }
    const [, name] = PORTAL.exec(request.url) ?? [];
    if (name === undefined) return reply.sendFile(PAGE);
    if (portal.has(`${name}.html`)) return reply.sendFile(`portal/${name}.html`);
    reply.callNotFound();
    return reply;
  });
}
