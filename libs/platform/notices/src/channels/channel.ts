/** An outer channel: how one notice reaches one person outside the console. */
import type { Texts } from '../notice';

/** Somebody of the house by his staff number, or a customer by the address he gave. */
export interface Recipient {
  readonly staffNumber?: string;
  readonly email?: string;
  readonly phone?: string | null | undefined;
}

export interface Message {
  /** Stays the same when a delivery is tried again: the receiver can drop a double. */
  readonly reference: string;
  readonly to: Recipient;
  readonly title: Texts;
  /** A language that is empty is left out. */
  readonly text: Texts;
  readonly at: Date;
}

export interface Channel {
  /** Answers the provider's reference, where it gives one. @throws DeliveryFailed */
  deliver(message: Message): Promise<string | null>;
}

/** Why a try failed: a code without any address or text in it. */
export class DeliveryFailed extends Error {
  constructor(
    readonly code: string,
    /** Trying again cannot help. */
    readonly permanent: boolean,
  ) {
    super(code);
    this.name = 'DeliveryFailed';
  }
}

/** A channel without server, in production. */
export const unavailable: Channel = {
  deliver: () => Promise.reject(new DeliveryFailed('channel-not-configured', true)),
};
