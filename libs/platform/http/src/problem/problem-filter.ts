/** The one exception filter: every error leaves as application/problem+json, and no error text of a defect leaves at all. */
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, Logger } from '@nestjs/common';
import type { HttpReply, HttpRequest } from '../request/request';
import { answerTo } from './answer';
import { languageOf } from './language';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const reply = host.switchToHttp().getResponse<HttpReply>();
    const answer = answerTo(error, languageOf(request.headers['accept-language']), request.id);
    if (answer.log) this.note(answer.log, error, request);
    // A stream that has begun can only be cut.
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (answer.retryAfter !== undefined) reply.header('retry-after', String(answer.retryAfter));
    if (answer.problem.status === 401) reply.header('www-authenticate', 'Bearer');
    void reply
      .status(answer.problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(answer.problem));
  }

  /** Route pattern, kind and place of the error; its message only where no value can stand in it. */
  private note(level: 'error' | 'warn', error: unknown, request: HttpRequest): void {
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown route'}`;
    const name = error instanceof Error ? error.name : typeof error;
    const code =
      (error as { code?: unknown; driverError?: { code?: unknown } } | null | undefined)?.driverError?.code ??
      (error as { code?: unknown } | null | undefined)?.code;
    const line = `${route} ${name}${typeof code === 'string' ? ` ${code}` : ''} request ${request.id}`;
    if (level === 'warn') this.logger.warn(line);
    else this.logger.error(`${line}\n${frames(error)}`);
  }
}

/** Where it was thrown. The message itself may quote a row (PostgreSQL) or a body, and stays out of the log. */
function frames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n');
}
