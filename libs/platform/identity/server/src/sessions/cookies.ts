/** The console's cookies: out of reach of scripts and of other sites (S10). */
import type {} from '@fastify/cookie';
import type { HttpReply, HttpRequest } from '@bihuan/http';

interface Names {
  readonly session: string;
  readonly device: string;
}

/** `__Host-` binds a cookie to this host over TLS, which production has; the development server has none. */
const names = (production: boolean): Names =>
  production
    ? { session: '__Host-bihuan-session', device: '__Host-bihuan-device' }
    : { session: 'bihuan-session', device: 'bihuan-device' };

export class SessionCookies {
  private readonly names: Names;

  constructor(private readonly production: boolean) {
    this.names = names(production);
  }

  session(request: HttpRequest): string | undefined {
    return request.cookies[this.names.session];
  }

  device(request: HttpRequest): string | undefined {
    return request.cookies[this.names.device];
  }

  set(
    reply: HttpReply,
    session: { token: string; expiresAt: Date },
    device?: { token: string; expiresAt: Date },
  ): void {
    void reply.setCookie(this.names.session, session.token, { ...this.options(), expires: session.expiresAt });
    if (device) void reply.setCookie(this.names.device, device.token, { ...this.options(), expires: device.expiresAt });
  }

  clear(reply: HttpReply): void {
    void reply.clearCookie(this.names.session, this.options());
  }

  private options() {
    return { httpOnly: true, secure: this.production, sameSite: 'strict', path: '/' } as const;
  }
}
