/** The one guard: who comes in, by cookie or bearer token, and whether the route is open to him (IDN-1, IDN-2, S8, S10). */
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { HttpRequest } from '@bihuan/http';
import { httpErrors, isSafeMethod, originOf } from '@bihuan/http';
import type { RouteGuard } from '@bihuan/plugin-kit';
import { commonErrors, Deployment, PERMIT } from '@bihuan/plugin-kit';
import { identityErrors } from '../identity.errors';
import { Access } from './access';
import { SessionCookies } from './cookies';

const BEFORE_CHANGE = 'bihuan:before-password-change';

/** A route that is open also to somebody who must change his first password. */
export const BeforePasswordChange = () => SetMetadata(BEFORE_CHANGE, true);

@Injectable()
export class AuthGuard implements CanActivate {
  private readonly cookies: SessionCookies;

  constructor(
    private readonly reflector: Reflector,
    private readonly access: Access,
    { settings }: Deployment,
  ) {
    this.cookies = new SessionCookies(settings.production);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const guard = this.reflector.getAllAndOverride<RouteGuard | undefined>(PERMIT, targets);
    const bearer = bearerOf(request);
    if (!guard || guard.kind === 'public') {
      // A foreign page must not log somebody in as somebody else.
      if (!isSafeMethod(request.method) && !bearer && originOf(request) === 'foreign')
        throw httpErrors['foreign-origin']();
      if (guard) return true;
      throw commonErrors.forbidden();
    }
    const token = bearer ?? this.cookies.session(request);
    const visitor =
      token === undefined ? undefined : await this.access.visitor(token, { ip: request.ip, requestId: request.id });
    if (!visitor) throw httpErrors['not-logged-in']();
    // Browsers send cookies by themselves: what changes something must come from our own pages.
    if (bearer === undefined && !isSafeMethod(request.method) && originOf(request) !== 'same')
      throw httpErrors['foreign-origin']();
    request.actor = visitor.actor;
    request.sessionId = visitor.session.id;
    if (visitor.session.must_change && !this.reflector.getAllAndOverride<boolean | undefined>(BEFORE_CHANGE, targets)) {
      throw identityErrors['password-change-required']();
    }
    if (guard.kind === 'permit' && !visitor.actor.permissions.has(guard.permission)) throw commonErrors.forbidden();
    return true;
  }
}

function bearerOf({ headers }: HttpRequest): string | undefined {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return token;
}
