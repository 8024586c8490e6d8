/** `/api/auth`: log-in, log-out, who I am, my password (IDN-1, api.md Conventions). */
import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import type { HttpReply, HttpRequest } from '@bihuan/http';
import { Actor, httpErrors, Payload } from '@bihuan/http';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, Deployment, Public } from '@bihuan/plugin-kit';
import type { ChangePassword, LoggedIn, Login, Me } from '@bihuan/identity-contract';
import { changePasswordSchema, loginSchema } from '@bihuan/identity-contract';
import type { Visitor } from '../sessions/access';
import { Access } from '../sessions/access';
import { BeforePasswordChange } from '../sessions/auth.guard';
import { SessionCookies } from '../sessions/cookies';
import type { Opened } from './log-in';
import { LogIn } from './log-in';

const nothing = z.strictObject({});

@Controller('auth')
export class AuthController {
  private readonly cookies: SessionCookies;

  constructor(
    private readonly login: LogIn,
    private readonly access: Access,
    { settings }: Deployment,
  ) {
    this.cookies = new SessionCookies(settings.production);
  }

  @Public()
  @Post('login')
  @HttpCode(200)
  async logIn(
    @Payload(loginSchema) { username, password }: Login,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<LoggedIn> {
    return this.answer(await this.login.logIn(username, password, this.came(request)), request, reply);
  }

  @Authenticated()
  @BeforePasswordChange()
  @Post('logout')
  @HttpCode(200)
  async logOut(
    @Actor() actor: UserActor,
    @Payload(nothing) _body: z.infer<typeof nothing>,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    if (request.sessionId) await this.login.logOut(actor, request.sessionId);
    this.cookies.clear(reply);
    return { state: 'logged-out' };
  }

  @Authenticated()
  @BeforePasswordChange()
  @Get('me')
  async me(@Req() request: HttpRequest): Promise<Me> {
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? this.cookies.session(request);
    return viewOf(await this.visitor(token, request));
  }

  @Authenticated()
  @BeforePasswordChange()
  @Post('password')
  @HttpCode(200)
  async password(
    @Actor() actor: UserActor,
    @Payload(changePasswordSchema) { current, next }: ChangePassword,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<LoggedIn> {
    return this.answer(await this.login.changePassword(actor, current, next, this.came(request)), request, reply);
  }

  private came(request: HttpRequest) {
    return { ip: request.ip, requestId: request.id, device: this.cookies.device(request) };
  }

  private async answer(opened: Opened, request: HttpRequest, reply: HttpReply): Promise<LoggedIn> {
    const visitor = await this.visitor(opened.token, request);
    this.cookies.set(reply, opened, opened.device);
    return { accessToken: opened.token, expiresAt: opened.expiresAt.toISOString(), ...viewOf(visitor) };
  }

  private async visitor(token: string | undefined, request: HttpRequest): Promise<Visitor> {
    const visitor =
      token === undefined ? undefined : await this.access.visitor(token, { ip: request.ip, requestId: request.id });
    if (!visitor) throw httpErrors['not-logged-in']();
    return visitor;
  }
}

/** Whitelist of what a person is told about himself. */
function viewOf({ actor, session }: Visitor): Me {
  return {
    user: {
      id: actor.userId,
      username: session.username,
      employeeId: actor.employeeId,
      name: actor.name,
      position: session.position,
      unitId: actor.unitId,
      ...(actor.officerNumber === undefined ? {} : { officerNumber: actor.officerNumber }),
      mustChangePassword: session.must_change,
    },
    permissions: Object.fromEntries(actor.permissions),
  };
}
