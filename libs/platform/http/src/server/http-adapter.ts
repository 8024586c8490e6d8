/** The Fastify server of the suite: request ids, and problems also for what Fastify refuses before any route. */
import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { answerTo } from '../problem/answer';
import { languageOf } from '../problem/language';
import type { HttpReply, HttpRequest } from '../request/request';

export function createHttpAdapter(): FastifyAdapter {
  return new FastifyAdapter({
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error: Error, request: HttpRequest, reply: HttpReply) => {
      const { problem } = answerTo(error, languageOf(request.headers['accept-language']), request.id);
      void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    },
  });
}
