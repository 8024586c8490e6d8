/** What is deployed here: the rooms loaded, the role and the settings every room may read (PLG-1, PLG-4). */
import type { Manifest } from './manifest';

export type Role = 'all' | 'api' | 'worker';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly modules: readonly string[];
  readonly pack: string;
  readonly role: Role;
  readonly clock: 'system' | 'manual';
  readonly clockStart?: Date;
  readonly production: boolean;
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  readonly chromiumPath?: string;
}

/** Injected everywhere as the one answer to "what runs here?". */
export class Deployment {
  constructor(
    readonly settings: Settings,
    readonly rooms: readonly Manifest[],
  ) {}

  /** Is this plugin or platform part loaded? */
  has(id: string): boolean {
    return this.rooms.some((room) => room.id === id);
  }

  get runsWorkers(): boolean {
    return this.settings.role !== 'api';
  }

  get servesHttp(): boolean {
    return this.settings.role !== 'worker';
  }
}
