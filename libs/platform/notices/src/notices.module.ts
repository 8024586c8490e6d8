/** Wires sending, inbox and delivery; the delivery is one of the pumps. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Deployment } from '@bihuan/plugin-kit';
import { Pumps } from '@bihuan/clock';
import { DeliveryPump, NOTICE_SETTINGS } from './delivery-pump';
import { Inbox } from './inbox';
import { Notices } from './notices';
import { NoticesController } from './notices.controller';
import { noticeSettings } from './notices.settings';
import { SentNotices } from './sent-notices';
import { NoticeTemplates } from './templates';

@Global()
@Module({
  controllers: [NoticesController],
  providers: [
    NoticeTemplates,
    Notices,
    Inbox,
    SentNotices,
    DeliveryPump,
    {
      provide: NOTICE_SETTINGS,
      inject: [Deployment],
      useFactory: ({ settings }: Deployment) => noticeSettings(process.env, settings.production),
    },
  ],
  exports: [Notices],
})
export class NoticesModule implements OnModuleInit {
  constructor(
    private readonly pumps: Pumps,
    private readonly deliveries: DeliveryPump,
  ) {}

  onModuleInit(): void {
    this.pumps.add('notices', this.deliveries);
  }
}
