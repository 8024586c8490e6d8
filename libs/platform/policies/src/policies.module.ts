/** Wires the policies: they are loaded and checked before any other room starts (PCK-1). */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Logger, Module } from '@nestjs/common';
import { Deployment } from '@bihuan/plugin-kit';
import { UnitOfWork, WakeBus } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { PACKS } from '@bihuan/packs';
import { demandsOf } from './demands';
import { loadPolicies, readPolicies } from './load-policies';
import { Policies } from './policies';
import { PoliciesController } from './policies.controller';

/** Called by whoever adds a version. */
export const POLICIES_CHANNEL = 'bihuan_policies';

@Global()
@Module({
  controllers: [PoliciesController],
  providers: [
    {
      provide: Policies,
      inject: [UnitOfWork, Recorder, Deployment],
      useFactory: async (work: UnitOfWork, recorder: Recorder, deployment: Deployment) =>
        new Policies(
          await loadPolicies(work, recorder, {
            shipped: PACKS,
            choice: deployment.settings.pack,
            demands: demandsOf(deployment.rooms),
          }),
        ),
    },
  ],
  exports: [Policies],
})
export class PoliciesModule implements OnModuleInit {
  private readonly logger = new Logger(PoliciesModule.name);

  constructor(
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    private readonly deployment: Deployment,
    private readonly bus: WakeBus,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.bus.listen(POLICIES_CHANNEL, () => void this.reload());
  }

  /** A version that cannot be read leaves the present one in force. */
  private async reload(): Promise<void> {
    try {
      this.policies.replace(await readPolicies(this.work, demandsOf(this.deployment.rooms)));
    } catch (error) {
      this.logger.error(`the pack was not read again: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }
}
