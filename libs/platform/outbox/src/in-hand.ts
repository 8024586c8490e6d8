/**
 * What this worker gives to handlers, noted beside its transactions. A handler that kills its process takes the try back
 * with the transaction; from the note the others learn what it was, so that it is parked like any other poison (DLN-2,
 * EVT-1; R15). System clock only: under the manual clock whoever moves it sees the process die.
 */
import { randomInt } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Deployment, describeError } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';

/** Advisory locks of this class are held by living processes, each under its own number. */
const ALIVE = 7_201_020;

const TIMEOUT = 5_000;

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

  constructor(private readonly deployment: Deployment) {}

  private get watches(): boolean {
    return this.deployment.settings.clock !== 'manual';
  }

  /**
   * Notes what handlers are about to get, in the place of what they got before. What went well, or failed and was noted,
   * need not be taken back: whoever reads the note looks whether it stands as it stood.
   *
   * @param things tell also which try it is
   */
  async take(kind: string, things: readonly string[]): Promise<void> {
    if (!this.watches) return;
    try {
      const { client, holder } = await (this.line ??= this.open());
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
  async left(tx: Transaction, kind: string): Promise<string[]> {
    if (!this.watches) return [];
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
