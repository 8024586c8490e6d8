/** E-mail over SMTP, or as .eml files in development. The mail holds the template's text only: number and state. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoticeSettings } from '../notices.settings';
import type { Channel, Message, Recipient } from './channel';
import { DeliveryFailed, unavailable } from './channel';

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function mailChannel(settings: NoticeSettings): Channel {
  const { smtpUrl, mailDomain, mailFrom, folder } = settings;
  if (!mailDomain || !mailFrom) return unavailable;
  const compose = (message: Message) => ({
    from: mailFrom,
    to: addressOf(message.to, mailDomain),
    messageId: `<${message.reference}@${mailDomain}>`,
    date: message.at,
    textEncoding: 'base64' as const,
    subject: message.title.zh,
    text: `${[message.text.zh, message.text.en].filter(Boolean).join('\n\n')}\n`,
  });
  if (smtpUrl) {
    const transport = later(async () => (await nodemailer()).createTransport({ url: smtpUrl, ...TIMEOUTS }));
    return {
      async deliver(message) {
        const mail = compose(message);
        try {
          return (await (await transport()).sendMail(mail)).messageId;
        } catch (error) {
          throw failed(error);
        }
      },
    };
  }
  if (!folder) return unavailable;
  const transport = later(async () =>
    (await nodemailer()).createTransport({ streamTransport: true, buffer: true, newline: 'windows' }),
  );
  const mails = join(folder, 'mail');
  return {
    async deliver(message) {
      const sent = await (await transport()).sendMail(compose(message));
      await mkdir(mails, { recursive: true });
      await writeFile(join(mails, `${message.reference}.eml`), sent.message as Buffer);
      return sent.messageId;
    },
  };
}

/** Loaded with the first mail: until then it would only fill memory. */
const nodemailer = () => import('nodemailer');

/** Made when it is first wanted, once. */
function later<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

function addressOf({ email, staffNumber = '' }: Recipient, domain: string): string {
  if (email !== undefined && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(email)) return email;
  if (email !== undefined || !/^[\w.-]+$/.test(staffNumber)) throw new DeliveryFailed('no-address', true);
  return `${staffNumber}@${domain}`;
}

/** 5xx is final (RFC 5321 §4.2.1), all else may pass. The server's words are left out: they repeat the address. */
function failed(error: unknown): DeliveryFailed {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return new DeliveryFailed(`smtp-${responseCode ?? code ?? 'error'}`, (responseCode ?? 0) >= 500);
}
