/** SMS through an HTTP gateway, or as JSON lines in development. */
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NoticeSettings } from '../notices.settings';
import type { Channel, Message } from './channel';
import { DeliveryFailed, unavailable } from './channel';

const TIMEOUT = 10_000;

/** Statuses of a gateway that is busy: trying again helps. */
const BUSY = [408, 425, 429];

export function smsChannel({ smsUrl, folder }: NoticeSettings): Channel {
  if (smsUrl) return { deliver: (message) => post(smsUrl, short(message)) };
  if (!folder) return unavailable;
  const messages = join(folder, 'sms');
  return {
    async deliver(message) {
      const line = JSON.stringify({ ...short(message), at: message.at.toISOString() });
      await mkdir(messages, { recursive: true });
      await appendFile(join(messages, 'sms.jsonl'), `${line}\n`);
      return message.reference;
    },
  };
}

interface ShortMessage {
  readonly to: string;
  readonly text: string;
  readonly reference: string;
}

function short({ to, text, reference }: Message): ShortMessage {
  if (!to.phone) throw new DeliveryFailed('no-phone', true);
  return { to: to.phone, text: text.zh, reference };
}

async function post(url: string, message: ShortMessage): Promise<string | null> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch {
    throw new DeliveryFailed('sms-gateway-unreachable', false);
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const permanent = response.status < 500 && !BUSY.includes(response.status);
    throw new DeliveryFailed(`sms-${response.status}`, permanent);
  }
  const id = (answer as { id?: unknown } | null)?.id;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
