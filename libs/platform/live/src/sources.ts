/** Topics of the live stream: each is read by the room that owns its rows, for one reader at a time (IDN-2). */
import type { UserActor } from '@bihuan/plugin-kit';
import { Registry } from '@bihuan/plugin-kit';

export interface LiveSource {
  /** The rows among `ids` that this reader may see, as the room's own list would show them. */
  fresh(actor: UserActor, ids: readonly string[]): Promise<readonly object[]>;
}

/** Topics without rows: whoever they are addressed to reads his own list again. */
export const PERSONAL_TOPICS: readonly string[] = ['notices', 'work'];

/** Does a call concern this reader? It names a person (`work:<employee id>`) or a unit (`work-unit:<unit id>`). */
export function concerns(
  call: string,
  ids: ReadonlySet<string>,
  { employeeId, unitId, furtherUnitIds = [] }: UserActor,
): boolean {
  if (!call.endsWith(OF_UNIT)) return ids.has(employeeId);
  return [unitId, ...furtherUnitIds].some((unit) => ids.has(unit));
}

const OF_UNIT = '-unit';

/** `work-unit` → `work`. */
export const personalTopic = (call: string): string => (call.endsWith(OF_UNIT) ? call.slice(0, -OF_UNIT.length) : call);

/** Rooms whose rows go out with the call add their topic here: `deadlines`. */
export class LiveSources extends Registry<LiveSource> {
  constructor() {
    super('live topics');
  }
}
