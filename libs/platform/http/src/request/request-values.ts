/** Parameter decorators for who asks and for the version he has seen. */
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { httpErrors } from '../problem/http.errors';
import type { HttpRequest } from './request';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<HttpRequest>();

/** The person who asks: a `UserActor`. Not for public routes: there it throws 401. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): UserActor => {
  const { actor } = requestOf(context);
  if (!actor) throw httpErrors['not-logged-in']();
  return actor;
});

/** Version of the record the client has seen (`If-Match: "3"`), `undefined` where it does not say; else 422. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined =>
  ifMatch(requestOf(context).headers['if-match']),
);

/** The version may stand in the header or in the body; the header wins. */
export const withVersion = <Body extends { version?: number | undefined }>(
  body: Body,
  seen: number | undefined,
): Body => (seen === undefined ? body : { ...body, version: seen });

/** Reads `3`, `"3"` and `W/"3"`; `*` means any version. */
export function ifMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const [, version] = /^\s*(?:W\/)?"?(\d{1,9})"?\s*$/.exec(header) ?? [];
  if (version === undefined) throw httpErrors['bad-if-match']();
  return Number(version);
}
