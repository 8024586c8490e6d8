/** Wires recorder, timeline and sealer; the sealer is one of the pumps. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Pumps } from '@bihuan/clock';
import { Recorder } from './record';
import { Sealer } from './sealer';
import { Timeline } from './timeline';

@Global()
@Module({ providers: [Recorder, Sealer, Timeline], exports: [Recorder, Sealer, Timeline] })
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly pumps: Pumps,
    private readonly sealer: Sealer,
  ) {}

  onModuleInit(): void {
    this.pumps.add('audit', { nextDue: () => Promise.resolve(null), pump: () => this.sealer.seal() });
  }
}
