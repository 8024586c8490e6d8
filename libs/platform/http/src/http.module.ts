/** Wires the HTTP edge; the guard itself is the identity room's. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { Erasers } from '@bihuan/privacy';
import { HealthController } from './health/health.controller';
import { OutboxLag } from './health/outbox-lag';
import { ReadinessProbe } from './health/readiness-probe';
import { ReadyChecks } from './health/ready-checks';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor';
import { IdempotencyStore } from './idempotency/idempotency.store';
import { Metrics } from './metrics/metrics';
import { MetricsController } from './metrics/metrics.controller';
import { ProblemFilter } from './problem/problem-filter';
import { IdPipe } from './request/id.pipe';
import { AuditController } from './routes/audit.controller';
import { ClockController } from './routes/clock.controller';
import { HandOffsController } from './routes/hand-offs.controller';
import { ModulesController } from './routes/modules.controller';
import { SubjectAccess } from './routes/subject-access';
import { TimelineController } from './routes/timeline.controller';
import { Housekeeping } from './server/housekeeping';
import { RouteGuards } from './server/route-guards';

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [
    HealthController,
    MetricsController,
    ModulesController,
    ClockController,
    TimelineController,
    HandOffsController,
    AuditController,
  ],
  providers: [
    Metrics,
    ReadyChecks,
    ReadinessProbe,
    OutboxLag,
    SubjectAccess,
    IdempotencyStore,
    Housekeeping,
    RouteGuards,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useClass: IdPipe },
  ],
  exports: [Metrics, ReadyChecks, SubjectAccess, Housekeeping],
})
export class HttpModule implements OnModuleInit {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly erasers: Erasers,
    private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.erasers.add('http', { erase: (tx) => this.store.forgetAnswers(tx) });
    this.housekeeping.add('idempotency keys', () => this.store.sweep());
  }
}
