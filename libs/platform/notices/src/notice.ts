/** A notice and the state of its deliveries (NTF-1). */
import type { Subject } from '@bihuan/plugin-kit';

/** Channels of the suite. The inbox is the console; the others leave the house. */
export const CHANNELS = ['inbox', 'e-mail', 'sms'] as const;
export type ChannelName = (typeof CHANNELS)[number];

export type Texts = { readonly zh: string; readonly en: string };

/** Values for the places of a template: numbers, states, ISO instants, words in two languages. Never personal. */
export type NoticeParams = Readonly<Record<string, string | number | Texts>>;

export interface Notice {
  readonly id: string;
  readonly subject: Subject;
  readonly template: string;
  readonly title: Texts;
  readonly text: Texts;
  readonly at: Date;
  readonly readAt: Date | null;
  readonly acknowledgedAt: Date | null;
}
