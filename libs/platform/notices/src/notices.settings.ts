/** Where notices leave the house; read once from the environment. */
import { join } from 'node:path';

export interface NoticeSettings {
  /** `SUITE_SMTP_URL`, such as `smtp://user:secret@mail.example:587`; unset: files, outside production. */
  readonly smtpUrl?: string;
  /** `SUITE_SMS_URL`: the gateway takes `{ to, text, reference }` as JSON; unset: files, outside production. */
  readonly smsUrl?: string;
  /** `SUITE_MAIL_DOMAIN`: an employee's address is his staff number at this domain. */
  readonly mailDomain?: string;
  /** `SUITE_MAIL_FROM`: the sender; `bihuan@<domain>` unless set. */
  readonly mailFrom?: string;
  /** Folder for what goes out without a server (`outgoing` in `SUITE_DATA_DIR`); `null` in production. */
  readonly folder: string | null;
  /** One-time codes can be read again outside production only. */
  readonly production: boolean;
}

export const NOTICE_SETTINGS = Symbol('notice settings');

/** A domain that exists nowhere: what is written to files in development can reach nobody. */
const NOWHERE = 'bihuan.test';

export function noticeSettings(env: NodeJS.ProcessEnv, production: boolean): NoticeSettings {
  const { SUITE_SMTP_URL, SUITE_SMS_URL, SUITE_MAIL_DOMAIN, SUITE_MAIL_FROM, SUITE_DATA_DIR } = env;
  const mailDomain = SUITE_MAIL_DOMAIN || (production ? undefined : NOWHERE);
  return {
    ...(SUITE_SMTP_URL ? { smtpUrl: SUITE_SMTP_URL } : {}),
    ...(SUITE_SMS_URL ? { smsUrl: SUITE_SMS_URL } : {}),
    ...(mailDomain ? { mailDomain, mailFrom: SUITE_MAIL_FROM || `bihuan@${mailDomain}` } : {}),
    folder: production ? null : join(SUITE_DATA_DIR || '.data', 'outgoing'),
    production,
  };
}
