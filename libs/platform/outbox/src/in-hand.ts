/**
 * What this worker gives to handlers, noted beside its transactions. A handler that kills its process takes the try back
 * with the transaction; from the note the others learn what it was, so that it is parked like any other poison (DLN-2,
 * EVT-1; R15). What is suspected runs while no other handler of this process does, so that a death is laid to it alone.
 * System clock only: under the manual clock whoever moves it sees the process die.
 */
import { randomInt } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Deployment, describeError, systemActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Turns } from './turns';

/** Advisory locks of this class are held by living processes, each under its own number. */
const ALIVE = 7_201_020;

const TIMEOUT = 5_000;

/** The dead are looked for once in so many milliseconds. */
const EVERY = 1_000;

/** How a try stands noted of which the process died. Whatever has it is tried alone from then on. */
export const DIED = 'ProcessDied';

/** Of a job that was in hand when its process died. */
export class ProcessDied extends Error {
  override readonly name = DIED;

  constructor() {
    super('the process that ran it died');
  }
}

interface Line {
  readonly client: Client;
  readonly holder: number;
}

@Injectable()
export class InHand implements OnApplicationShutdown {
  private readonly logger = new Logger(InHand.name);
  private line: Promise<Line> | undefined;
  private readonly turns = new Turns();
  /** When the dead of a kind are looked for again. */
  private readonly next = new Map<string, number>();

  constructor(
    private readonly deployment: Deployment,
    private readonly work: UnitOfWork,
  ) {}

  private get watches(): boolean {
    return this.deployment.settings.clock !== 'manual';
  }

  /**
   * Notes what handlers are about to get, in the place of what they got before. What went well, or failed and was noted,
   * need not be taken back: whoever reads the note looks whether it stands as it stood.
   *
   * @param things tell also which try it is
   * @param alone a suspect: nothing else is in hand meanwhile
   * @returns to be called when their transaction is over
   */
  async take(kind: string, things: readonly string[], alone: boolean): Promise<() => void> {
    const leave = await this.turns.enter(alone && this.watches);
    if (this.watches) await this.note(kind, things, alone);
    return leave;
  }

  /** Handlers that have no note of their own: a suspect waits for them too. @returns to be called when they are through */
  beside(): Promise<() => void> {
    return this.turns.enter(false);
  }

  /**
   * Once a second at most: what processes that died had in hand is given to `dead`. To be asked before anything is
   * claimed: what killed one process is not to kill the next with the same neighbours.
   */
  async settle(
    kind: string,
    actor: string,
    dead: (tx: Transaction, things: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const now = performance.now();
    if (!this.watches || now < (this.next.get(kind) ?? 0)) return;
    this.next.set(kind, now + EVERY);
    await this.work.run(systemActor(actor), async (tx) => {
      const things = await this.left(tx, kind);
      if (things.length > 0) await dead(tx, things);
    });
  }

  private async note(kind: string, things: readonly string[], alone: boolean): Promise<void> {
    try {
      const { client, holder } = await (this.line ??= this.open());
      if (alone) await client.query('delete from outbox.in_hand where holder = $1 and kind <> $2', [holder, kind]);
      await client.query(
        `insert into outbox.in_hand (holder, kind, things, postgres) values ($1, $2, $3, pg_postmaster_start_time())
         on conflict (holder, kind) do update set things = excluded.things`,
        [holder, kind, things],
      );
    } catch (error) {
      // The handlers run all the same: only a death would not be counted.
      this.logger.warn(`what is in hand was not noted: ${describeError(error)}`);
      this.drop();
    }
  }

  /** What processes that died had in hand: told once, to one. Not of those that died with PostgreSQL. */
  private async left(tx: Transaction, kind: string): Promise<string[]> {
    const rows = await tx.query<{ things: string[]; counts: boolean }>(
      `with dead as materialized (
         select holder from outbox.in_hand
         where kind = $1 and (postgres <> pg_postmaster_start_time() or pg_try_advisory_xact_lock($2, holder)))
       delete from outbox.in_hand h using dead where h.kind = $1 and h.holder = dead.holder
       returning h.things, h.postgres = pg_postmaster_start_time() as counts`,
      [kind, ALIVE],
    );
    return rows.flatMap(({ things, counts }) => (counts ? things : []));
  }

  async onApplicationShutdown(): Promise<void> {
    const line = await this.line?.catch(() => undefined);
    if (!line) return;
    this.line = undefined;
    await line.client.query('delete from outbox.in_hand where holder = $1', [line.holder]).catch((error: unknown) => {
      this.logger.warn(`what was in hand stays noted: ${describeError(error)}`);
    });
    await line.client.end();
  }

  private drop(): void {
    const line = this.line;
    this.line = undefined;
    line?.then(({ client }) => client.end()).catch((error: unknown) => this.logger.warn(describeError(error)));
  }

  /** Its session holds the lock as long as the process lives. A number of its own each time: the old session may linger. */
  private async open(): Promise<Line> {
    const holder = randomInt(2 ** 31);
    const client = new Client({
      connectionString: this.deployment.settings.databaseUrl,
      application_name: 'bihuan in hand',
      connectionTimeoutMillis: TIMEOUT,
    });
    client.on('error', (error) => {
      this.logger.warn(`the connection that tells what is in hand was lost: ${describeError(error)}`);
      this.line = undefined;
    });
    await client.connect();
    // What a crash of PostgreSQL loses of these notes means nothing after it.
    await client.query('set synchronous_commit = off');
    await client.query('select pg_advisory_lock($1, $2)', [ALIVE, holder]);
    return { client, holder };
  }
}
