/** Wires sending, inbox and delivery; the delivery is one of the pumps. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Deployment } from '@bihuan/plugin-kit';
import { Pumps } from '@bihuan/clock';
import { Housekeeping } from '@bihuan/http';
import { Codes } from './customer/codes';
import { CustomerMessages } from './customer/customer-messages';
import { CustomerPump } from './customer/customer-pump';
import { DeliveryPump } from './delivery-pump';
import { Inbox } from './inbox';
import { Notices } from './notices';
import { NoticesController } from './notices.controller';
import { NOTICE_SETTINGS, noticeSettings } from './notices.settings';
import { SentNotices } from './sent-notices';
import { NoticeTemplates } from './templates';
import { NOTICE_PUMPS } from './wake';

@Global()
@Module({
  controllers: [NoticesController],
  providers: [
    NoticeTemplates,
    CustomerMessages,
    CustomerPump,
    Codes,
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
  exports: [Notices, Codes, SentNotices],
})
export class NoticesModule implements OnModuleInit {
  constructor(
    private readonly pumps: Pumps,
    private readonly deliveries: DeliveryPump,
    private readonly customers: CustomerPump,
    private readonly codes: Codes,
    private readonly housekeeping: Housekeeping,
  ) {}

  onModuleInit(): void {
    const [toEmployees, toCustomers] = NOTICE_PUMPS;
    this.pumps.add(toEmployees, this.deliveries);
    this.pumps.add(toCustomers, this.customers);
    this.housekeeping.add('one-time codes', () => this.codes.sweep());
  }
}
