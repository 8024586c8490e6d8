/** Wires the identity room: its guard stands before every route of the application. */
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Global, Logger, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { SubjectAccess } from '@bihuan/http';
import { identityPermissions } from '@bihuan/identity-contract';
import { SessionStore } from './data/session.store';
import { IdentitySetup } from './identity-setup';
import { AuthController } from './login/auth.controller';
import { LogIn } from './login/log-in';
import { Roles } from './roles/roles';
import { Access } from './sessions/access';
import { Attempts } from './sessions/attempts';
import { AuthGuard } from './sessions/auth.guard';
import { Users } from './users/users';
import { UsersController } from './users/users.controller';

/** Milliseconds between two clean-ups of dead sessions. */
const SWEEP_EVERY = 3_600_000;

@Global()
@Module({
  controllers: [AuthController, UsersController],
  providers: [
    SessionStore,
    Roles,
    Access,
    Attempts,
    LogIn,
    Users,
    IdentitySetup,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [Access, IdentitySetup],
})
export class IdentityModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(IdentityModule.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionStore,
    private readonly access: SubjectAccess,
  ) {}

  /** What happened to users is read by whoever manages them. */
  onModuleInit(): void {
    this.access.add('identity', {
      mayRead: (actor) => Promise.resolve(actor.permissions.has(identityPermissions.userManage)),
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), SWEEP_EVERY);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      await this.sessions.sweep();
    } catch (error) {
      this.logger.warn(`dead sessions were not removed: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
