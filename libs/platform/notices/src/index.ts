/** Notices to people of the house: inbox, e-mail, SMS (NTF-1). */
export type { NoticeParams } from './notice';
export { CHANNELS, type ChannelName } from './notice';
export { Notices, NOTICES_CHANNEL, type NewNotice } from './notices';
export { Inbox } from './inbox';
export { SentNotices } from './sent-notices';
export * from './notices.module';
export * from './notices.manifest';
