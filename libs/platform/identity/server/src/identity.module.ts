/** Wires the identity room: its guard stands before every route of the application. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Housekeeping, SubjectAccess } from '@bihuan/http';
import { identityPermissions } from '@bihuan/identity-contract';
import { SessionStore } from './data/session.store';
import { IdentitySetup } from './identity-setup';
import { AuthController } from './login/auth.controller';
import { LogIn } from './login/log-in';
import { Roles } from './roles/roles';
import { Access } from './sessions/access';
import { Attempts } from './sessions/attempts';
import { AuthGuard } from './sessions/auth.guard';
import { PortalTries } from './sessions/portal-tries';
import { Users } from './users/users';
import { UsersController } from './users/users.controller';

@Global()
@Module({
  controllers: [AuthController, UsersController],
  providers: [
    SessionStore,
    Roles,
    Access,
    Attempts,
    PortalTries,
    LogIn,
    Users,
    IdentitySetup,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [Access, IdentitySetup, PortalTries],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly sessions: SessionStore,
    private readonly access: SubjectAccess,
    private readonly housekeeping: Housekeeping,
  ) {}

  /** What happened to users is read by whoever manages them. */
  onModuleInit(): void {
    this.access.add('identity', {
      mayRead: (actor) => Promise.resolve(actor.permissions.has(identityPermissions.userManage)),
    });
    this.housekeeping.add('dead sessions', () => this.sessions.sweep());
  }
}
