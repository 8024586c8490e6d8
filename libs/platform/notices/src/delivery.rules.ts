/** How a notice goes out: the inbox at once, of the outer channels the first that works (NTF-1). */
import type { ChannelName } from './notice';

/** Tries of a channel before the next one of the list is used. */
export const TRIES_BEFORE_NEXT = 3;

/** Minutes to wait after the 1st, 2nd … failed try; after the last one the channel is given up. */
const WAITS = [1, 1, 5, 15, 30, 60, 120];

/** Named channels of the list, in its order, each once; the inbox where none is named. */
export function channelsOf(named: readonly string[] | undefined, known: readonly ChannelName[]): ChannelName[] {
  const list = known.filter((channel) => named?.includes(channel));
  const inOrder = [...list].sort((a, b) => (named ?? []).indexOf(a) - (named ?? []).indexOf(b));
  return inOrder.length > 0 ? inOrder : ['inbox'];
}

export interface FirstStep {
  /** It stands in the console inbox from the start. */
  readonly inbox: boolean;
  /** Outer channels in order of preference: the first is tried, the others wait for its failure. */
  readonly outer: readonly ChannelName[];
}

export const firstStep = (channels: readonly ChannelName[]): FirstStep => ({
  inbox: channels.includes('inbox'),
  outer: channels.filter((channel) => channel !== 'inbox'),
});

export interface FailedTry {
  readonly state: 'pending' | 'failed';
  /** When to try again; `null` when it is given up. */
  readonly tryAt: Date | null;
  /** The next channel of the list starts now, or the inbox where the list ends. */
  readonly fallThrough: boolean;
}

/**
 * What follows a failed try. The next channel does not wait for the last try of this one, and this one goes on being
 * tried: a notice that comes twice is better than one that comes late.
 *
 * @param attempts tries so far, this one included
 * @param permanent trying again cannot help: no address, refused for good
 */
export function afterFailure(attempts: number, permanent: boolean, now: Date): FailedTry {
  const wait = permanent ? undefined : WAITS[attempts - 1];
  if (wait === undefined) {
    return { state: 'failed', tryAt: null, fallThrough: permanent ? attempts <= TRIES_BEFORE_NEXT : false };
  }
  return {
    state: 'pending',
    tryAt: new Date(now.getTime() + wait * 60_000),
    fallThrough: attempts === TRIES_BEFORE_NEXT,
  };
}
