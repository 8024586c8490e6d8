/** Which bodies are read: JSON and multipart. An empty body is no body; odd keys reach the schema, which refuses them (422). */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Bytes; forms and answers are text, files come as multipart. */
const BODY_LIMIT = 1_048_576;

class EdgeRefusal extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

export function readJsonBodies(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.removeContentTypeParser(['application/json', 'text/plain']);
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    const text = body.toString('utf8');
    if (text.trim() === '') {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(text));
    } catch {
      done(new EdgeRefusal(400, 'malformed JSON'));
    }
  });
  // What a foreign page's <form> could send (S10).
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: BODY_LIMIT }, (_request, _body, done) => {
    done(new EdgeRefusal(415, 'form bodies are not read'));
  });
}
