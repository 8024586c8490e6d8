/** `Idempotency-Key` on every POST of a logged-in person: the same key and body twice make one record (api.md). */
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable, Logger, StreamableFile } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { catchError, from, mergeMap, of, tap } from 'rxjs';
import type { Transaction } from '@bihuan/database';
import { transactionHook } from '@bihuan/database';
import { httpErrors } from '../problem/http.errors';
import type { HttpReply, HttpRequest } from '../request/request';
import { isUpload, uploadDigest } from '../request/upload';
import type { Claim } from './idempotency.store';
import { IdempotencyStore } from './idempotency.store';

const KEY = /^[\x21-\x7e]{1,255}$/;

@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(IdempotencyInterceptor.name);

  constructor(private readonly store: IdempotencyStore) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const given = request.headers['idempotency-key'];
    if (given === undefined || request.method !== 'POST' || !request.actor) return next.handle();
    const key = Array.isArray(given) ? given.join() : given;
    if (!KEY.test(key)) throw httpErrors['bad-idempotency-key']();
    const { userId } = request.actor;
    const body = isUpload(request) ? await uploadDigest(request) : request.body;
    const result = await this.store.claim({ userId, key, route: `POST ${request.url}`, body });
    const reply = context.switchToHttp().getResponse<HttpReply>();
    if (result.kind === 'answered') {
      void reply.status(result.status).header('idempotent-replayed', 'true');
      return of(result.body);
    }
    const { claim } = result;
    // Work that the request only set off may run on after its answer, in the same context: it is none of the key's.
    let running = true;
    const hook = {
      begun: (tx: Transaction) => (running ? this.store.markCommitted(tx, claim) : Promise.resolve()),
    };
    return transactionHook
      .run(hook, () => next.handle())
      .pipe(
        tap({ next: () => (running = false), error: () => (running = false) }),
        catchError((error: unknown) => from(this.release(claim)).pipe(mergeMap(() => Promise.reject(error as Error)))),
        mergeMap((value: unknown) => this.keep(claim, reply.statusCode, value)),
      );
  }

  /** The act is done: not being able to keep its answer must not turn it into an error. */
  private async keep(claim: Claim, status: number, value: unknown): Promise<unknown> {
    if (value instanceof StreamableFile || Buffer.isBuffer(value)) return value;
    try {
      await this.store.answered(claim, status, value);
    } catch (error) {
      this.logger.warn(`an idempotent answer was not kept: ${error instanceof Error ? error.name : 'unknown'}`);
    }
    return value;
  }

  private async release(claim: Claim): Promise<void> {
    try {
      await this.store.release(claim);
    } catch (error) {
      this.logger.warn(`an idempotency key was not freed: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
