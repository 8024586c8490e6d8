/** Everything the engine page shows, in one answer: what the database says, and what each process said last. */
import { Injectable } from '@nestjs/common';
import { EngineParts } from '@bihuan/plugin-kit';
import { realNow } from '@bihuan/clock';
import { UnitOfWork } from '@bihuan/database';
import { ProcessSigns } from './process-signs';
import { within } from './within';

/** A process that gave no sign for so long is gone, milliseconds of real time. */
const GONE = 35_000;

/** Shown at most: the living and the last that ended. */
const MOST = 50;

export interface ProcessView {
  readonly id: string;
  readonly role: string;
  readonly host: string;
  readonly pid: number;
  readonly startedAt: Date;
  readonly seenAt: Date;
  /** `ended` in order, `gone` without a word. */
  readonly state: 'running' | 'ended' | 'gone';
  /** The one that answers. */
  readonly here: boolean;
  readonly parts: Readonly<Record<string, unknown>>;
}

export interface EngineView {
  /** Real time of the answer: what processes say is measured by it. */
  readonly at: Date;
  /** The suite's time: deadlines are measured by it. */
  readonly suiteTime: Date;
  /** By room; `null` where it did not answer. */
  readonly parts: Readonly<Record<string, unknown>>;
  /** The running first, the latest first. */
  readonly processes: readonly ProcessView[];
}

interface Row extends Omit<ProcessView, 'state' | 'here'> {
  readonly endedAt: Date | null;
}

@Injectable()
export class EngineState {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parts: EngineParts,
    private readonly signs: ProcessSigns,
  ) {}

  async look(): Promise<EngineView> {
    const [suiteTime, rows, ...told] = await Promise.all([
      this.work.now(),
      this.work.query<Row>(
        `select id, role, host, pid, started_at as "startedAt", seen_at as "seenAt", ended_at as "endedAt", parts
         from engine.process order by ended_at is not null, seen_at desc limit ${MOST}`,
      ),
      ...this.parts
        .entries()
        .filter(([, { shared }]) => shared)
        .map(async ([name, part]) => [name, (await within(() => part.shared?.())) ?? null] as const),
    ]);
    const at = realNow();
    const processes = rows.map(({ endedAt, ...row }): ProcessView => {
      const gone = at.getTime() - row.seenAt.getTime() > GONE;
      return { ...row, state: endedAt ? 'ended' : gone ? 'gone' : 'running', here: row.id === this.signs.id };
    });
    return { at, suiteTime, parts: Object.fromEntries(told), processes };
  }
}
