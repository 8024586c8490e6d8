/** Wires attachments: the store, the routes, what goes with a customer and what nobody claimed. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { Housekeeping } from '@bihuan/http';
import { Erasers } from '@bihuan/privacy';
import { AttachmentStore } from './attachment.store';
import { Attachments } from './attachments';
import { AttachmentsController } from './attachments.controller';

@Global()
@Module({
  controllers: [AttachmentsController],
  providers: [AttachmentStore, Attachments],
  exports: [Attachments],
})
export class AttachmentsModule implements OnModuleInit {
  constructor(
    private readonly store: AttachmentStore,
    private readonly erasers: Erasers,
    private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    this.erasers.add('attachments', this.store);
    this.housekeeping.add('uploads nobody attached', () => this.store.sweep(realNow()));
  }
}
