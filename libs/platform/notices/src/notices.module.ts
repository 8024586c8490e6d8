/** Wires sending, inbox and delivery; the delivery is one of the pumps. */
import type { OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Deployment, EngineParts } from '@bihuan/plugin-kit';
import { Pumps } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { Housekeeping } from '@bihuan/http';
import { Codes } from './customer/codes';
import { CustomerMessages } from './customer/customer-messages';
import { CustomerPump } from './customer/customer-pump';
import { DeliveryPump } from './delivery-pump';
import { FailedMessages } from './failed-messages';
import { Inbox } from './inbox';
import { NoticeState } from './notice-state';
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
    FailedMessages,
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
    private readonly parts: EngineParts,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.parts.add('notices', new NoticeState(this.work));
    const [toEmployees, toCustomers] = NOTICE_PUMPS;
    this.pumps.add(toEmployees, this.deliveries);
    this.pumps.add(toCustomers, this.customers);
    this.housekeeping.add('one-time codes', () => this.codes.sweep());
  }
}
