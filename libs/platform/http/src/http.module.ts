/** Wires the HTTP edge; the guard itself is the identity room's. */
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Global, Logger, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { Erasers } from '@bihuan/privacy';
import { HealthController } from './health/health.controller';
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
import { RouteGuards } from './server/route-guards';

/** Milliseconds between two clean-ups of old idempotency keys. */
const SWEEP_EVERY = 600_000;

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
    SubjectAccess,
    IdempotencyStore,
    RouteGuards,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useClass: IdPipe },
  ],
  exports: [Metrics, ReadyChecks, SubjectAccess],
})
export class HttpModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(HttpModule.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: IdempotencyStore,
    private readonly erasers: Erasers,
  ) {}

  onModuleInit(): void {
    this.erasers.add('http', { erase: (tx) => this.store.forgetAnswers(tx) });
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
      await this.store.sweep();
    } catch (error) {
      this.logger.warn(`old idempotency keys were not removed: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
