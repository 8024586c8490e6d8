/** Every job class of a running suite is run three times with the same input: what it did is lost twice, and stays the third time. */
import { appendFileSync, readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { StepHandlers } from '@bihuan/alarms';
import { Pumps } from '@bihuan/clock';
import { Subscribers } from '@bihuan/outbox';

const RUNS = 3;

type Work = (...given: unknown[]) => Promise<unknown>;

export interface JobClasses {
  /** Everything that is registered. */
  readonly all: readonly string[];
  /** Which of them did something three times. */
  readonly ran: Set<string>;
}

/** @param keyOf tells inputs apart */
function thrice(work: Work, keyOf: (input: unknown) => string, ran: () => void): Work {
  const runs = new Map<string, number>();
  return async (...given) => {
    const done = await work(...given);
    const inputs = [given[1]].flat().map(keyOf);
    for (const input of inputs) runs.set(input, (runs.get(input) ?? 0) + 1);
    if (inputs.some((input) => (runs.get(input) ?? 0) < RUNS)) throw new Error('gone before it was marked as done');
    ran();
    return done;
  };
}

/** File to which suites of other tests add what they ran three times; absent where they run everything once. */
const NOTES = process.env['FAULTS_THRICE'];
/** The same file, afterwards. */
const NOTED = process.env['FAULTS_RAN'];

/** In a suite of any test: each job class three times, where FAULTS_THRICE asks for it. */
export function runThriceIfAsked(app: INestApplicationContext): void {
  if (!NOTES) return;
  const { ran } = runThrice(app);
  const add = ran.add.bind(ran);
  ran.add = (job) => {
    if (!ran.has(job)) appendFileSync(NOTES, `${job}\n`);
    return add(job);
  };
}

/** What was run three times in the tests played so. */
export function ranInStories(): string[] {
  if (!NOTED) throw new Error('FAULTS_RAN is not set: play this by "npm run test:faults -- job-classes".');
  return readFileSync(NOTED, 'utf8').split('\n').filter(Boolean);
}

/** @param apply only counts what is registered where false */
export function runThrice(app: INestApplicationContext, apply = true): JobClasses {
  const ran = new Set<string>();
  const all: string[] = [];
  for (const [name, subscriber] of app.get(Subscribers).entries()) {
    const job = `event ${name}`;
    all.push(job);
    const keyOf = (event: unknown) => (event as { eventId: string }).eventId;
    const slot = subscriber as unknown as Record<'handle' | 'handleAll', Work | undefined>;
    const kind = slot.handleAll ? 'handleAll' : 'handle';
    const work = slot[kind]?.bind(subscriber);
    if (apply && work) slot[kind] = thrice(work, keyOf, () => ran.add(job));
  }
  for (const [name, handler] of app.get(StepHandlers).entries()) {
    const job = `step ${name}`;
    all.push(job);
    const keyOf = (given: unknown) => {
      const { deadline, step, occurrence } = given as {
        deadline: { id: string; dueAt: Date };
        step: string;
        occurrence: number;
      };
      return [deadline.id, deadline.dueAt.toISOString(), step, occurrence].join();
    };
    const slot = handler as unknown as { fire: Work };
    if (apply) slot.fire = thrice(slot.fire.bind(handler), keyOf, () => ran.add(job));
  }
  for (const [name, pump] of app.get(Pumps).entries()) {
    const job = `pump ${name}`;
    all.push(job);
    const slot = pump as { pump: () => Promise<number> };
    const work = slot.pump.bind(pump);
    if (!apply) continue;
    slot.pump = async () => {
      // As three processes would.
      const done = await Promise.all(Array.from({ length: RUNS }, () => work()));
      const sum = done.reduce((a, b) => a + b, 0);
      if (sum > 0) ran.add(job);
      return sum;
    };
  }
  return { all: all.sort(), ran };
}
