/** What rooms say about being ready: a warning in a 200, or the few things that make it 503 (api.md Conventions). */
import { Registry } from '@bihuan/plugin-kit';

export interface ReadyFinding {
  /** Stable, kebab-case: `redis-down`, `outbox-lag`. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Not ready at all: only for a wrong eviction policy of Redis, PostgreSQL gone, or tables not migrated. */
  readonly blocking?: boolean;
}

/** Answers `undefined` when all is well. Measures in real time, never on the manual clock; done within two seconds. */
export type ReadyCheck = () => Promise<ReadyFinding | undefined>;

/** Rooms add their check under their own name. */
export class ReadyChecks extends Registry<ReadyCheck> {
  constructor() {
    super('ready checks');
  }
}
