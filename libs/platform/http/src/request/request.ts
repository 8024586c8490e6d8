/** What the suite puts on a Fastify request: who asks, known after the guard. */
import type {} from '@fastify/multipart';
import type { UserActor } from '@bihuan/plugin-kit';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard of @bihuan/identity; absent on public routes. */
    actor?: UserActor | undefined;
    /** Session by which the person came in. */
    sessionId?: string | undefined;
  }
}

export type { FastifyReply as HttpReply, FastifyRequest as HttpRequest } from 'fastify';
