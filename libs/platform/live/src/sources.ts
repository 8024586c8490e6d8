/** Topics of the live stream: each is read by the room that owns its rows, for one reader at a time (IDN-2). */
import type { UserActor } from '@bihuan/plugin-kit';
import { Registry } from '@bihuan/plugin-kit';

export interface LiveSource {
  /** The rows among `ids` that this reader may see, as the room's own list would show them. */
  fresh(actor: UserActor, ids: readonly string[]): Promise<readonly object[]>;
}

/** Rooms add their topic here: `deadlines`, `notices`, `work`. */
export class LiveSources extends Registry<LiveSource> {
  constructor() {
    super('live topics');
  }
}
