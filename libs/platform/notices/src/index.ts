/** Notices to people of the house: inbox, e-mail, SMS (NTF-1). */
export type { NoticeParams } from './notice';
export { CHANNELS, type ChannelName } from './notice';
export { Notices, type NewNotice } from './notices';
export { NOTICE_PUMPS, NOTICES_CHANNEL } from './wake';
export type { CustomerChannel, CustomerMessage } from './customer/customer-messages';
export { codeErrors, Codes, type CodeVerdict, type NewCode, type TriedCode } from './customer/codes';
export { Inbox } from './inbox';
export { SentNotices } from './sent-notices';
export * from './notices.module';
export * from './notices.manifest';
