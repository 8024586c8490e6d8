/** Everything that is deployed here as one Nest application. */
import type { DynamicModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DatabaseModule } from '@bihuan/database';
import { Deployment } from '@bihuan/plugin-kit';
import { SetUp } from './set-up';

@Global()
@Module({})
export class SuiteModule {
  static of(deployment: Deployment, db: DataSource): DynamicModule {
    return {
      module: SuiteModule,
      imports: [DatabaseModule.forRoot(db), ...deployment.rooms.map(({ module }) => module)],
      providers: [{ provide: Deployment, useValue: deployment }, SetUp],
      exports: [Deployment],
    };
  }
}
