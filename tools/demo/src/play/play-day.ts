/** Plays the day: every call at its time, and everything that follows, on the server's manual clock. */
import { DateTime } from 'luxon';
import type { Cast } from '../api/cast';
import type { Call } from '../check/call';
import { ZONE } from '../check/check-times';
import { Draw, SEED } from '../plan/draw';
import { DemoRefusal } from '../problems';
import { Agenda } from './agenda';
import { FormStory } from './form-story';
import { ManualClock } from './manual-clock';
import type { RevisitedForm } from './revisit-days';
import { RevisitDays } from './revisit-days';
import type { PlayedCall, Stage } from './stage';
import { minutesAfter } from './stage';
import { answersTo, SAID } from './texts';
import { WorkingTime } from './working-time';

/** Hours after which a customer who tests counts as answered (HOT-5b), and a minute. */
const SILENT_AFTER_MINUTES = 24 * 60 + 1;
const PROGRESS_EVERY = 50;
const ROUND_MINUTES = 30;
const OPEN = { from: 9, to: 18 };

export interface PlayedDay {
  readonly calls: readonly PlayedCall[];
  /** Acts played: calls, steps of forms, revisits. */
  readonly acts: number;
}

/** What other desks do while the calls are played, every half hour. */
export interface Beside {
  readonly clock: ManualClock;
  readonly until: Date;
  round(): Promise<void>;
}

/** @param say one line of progress, in Chinese and English */
export async function playDay(
  cast: Cast,
  calls: readonly Call[],
  say: (line: string) => void,
  beside?: Beside,
): Promise<PlayedDay> {
  const first = calls[0]?.at ?? new Date(0);
  const clock = beside?.clock ?? (await ManualClock.of(cast.admin, first));
  const agenda = new Agenda(clock);
  if (beside) goRound(agenda, beside, first);
  const stage: Stage = { cast, clock, agenda, working: new WorkingTime(cast.admin), seed: SEED };
  const played: PlayedCall[] = [];
  const forms = new Map<string, RevisitedForm>();
  for (const call of calls) {
    agenda.add(call.at, call.line, 'call', async () => {
      played.push(await take(stage, call, forms));
      if (played.length % PROGRESS_EVERY === 0 || played.length === calls.length) {
        say(`  受理 ${played.length}/${calls.length}，问题表 ${forms.size} · calls taken, forms`);
      }
    });
  }
  const revisits = new RevisitDays(stage, forms, (day, count) => say(`  ${day} 回访 ${count} 件 · revisits`));
  revisits.beginAfter(first);
  const acts = await agenda.play(brokeOff);
  // What the last act set in motion has happened when this comes back.
  await clock.moveTo(clock.now);
  return { calls: played, acts };
}

/** In office hours only: the desks are closed at night. */
function goRound(agenda: Agenda, beside: Beside, first: Date): void {
  for (let at = minutesAfter(first, ROUND_MINUTES); at < beside.until; at = minutesAfter(at, ROUND_MINUTES)) {
    const hour = DateTime.fromJSDate(at, { zone: ZONE }).hour;
    if (hour >= OPEN.from && hour < OPEN.to) agenda.add(at, undefined, 'desks', () => beside.round());
  }
}

async function take(stage: Stage, call: Call, forms: Map<string, RevisitedForm>): Promise<PlayedCall> {
  const officer = stage.cast.officer(call.officer);
  const { id } = await officer.post<{ id: string }>('/hotline/contacts', {
    channel: call.channel,
    callerName: call.name,
    callerPhone: call.phone,
    site: call.site,
    summary: call.summary,
    category: call.category,
  });
  const path = `/hotline/contacts/${id}`;
  switch (call.outcome) {
    case 'answered': {
      const text = new Draw(stage.seed, call.row).pick('answer-text', answersTo(call.category));
      await officer.post(`${path}/answer`, { text, understood: true, satisfied: true });
      break;
    }
    case 'awaiting-customer':
      await officer.post(`${path}/await-customer`, { text: SAID.thinking });
      // Nothing is done then; the clock only has to get there.
      stage.agenda.add(minutesAfter(call.at, SILENT_AFTER_MINUTES), call.line, 'silence', () => Promise.resolve());
      break;
    case 'form': {
      const story = await FormStory.make(stage, call, id);
      forms.set(story.number, { call, story });
      return { call, contactId: id, form: story.played };
    }
    case 'nuisance':
      break; // A contact taken as nuisance is closed with it (HOT-16).
  }
  return { call, contactId: id };
}

function brokeOff(line: number | undefined, what: string, error: unknown): Error {
  if (!(error instanceof DemoRefusal)) return error instanceof Error ? error : new Error(String(error));
  const where = line === undefined ? {} : { line };
  return new DemoRefusal([
    { ...where, zh: `演示在“${what}”处中断。`, en: `the play broke off at "${what}".` },
    ...error.findings,
  ]);
}
