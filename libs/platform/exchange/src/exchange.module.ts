/** Wires imports, and removes files that nobody committed. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { Housekeeping } from '@bihuan/http';
import { ImportKinds } from './import-kinds';
import { ImportStore } from './import.store';
import { Imports } from './imports';
import { ImportsController } from './imports.controller';

@Global()
@Module({
  controllers: [ImportsController],
  providers: [ImportKinds, ImportStore, Imports],
  exports: [ImportKinds],
})
export class ExchangeModule implements OnModuleInit {
  constructor(
    private readonly store: ImportStore,
    private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.housekeeping.add('files nobody imported', () => this.store.sweep(realNow()));
  }
}
