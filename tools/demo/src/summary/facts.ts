/** What the server says after the day: read back over the API, so that the summary tells of records and not of plans. */
import type { ContactView, ProblemFormView } from '@bihuan/hotline-contract';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import type { Cast } from '../api/cast';
import { inParallel } from '../papers/in-parallel';
import type { PlayedCall } from '../play/stage';

const HANDS = 4;

/** Figures as they stand on the printed tally sheet (form 6). */
export interface TallySheet {
  readonly strokes: number;
  readonly nuisance: number;
  readonly phoneContacts: number;
}

export interface Chases {
  /** Chase tasks made. */
  readonly made: number;
  readonly done: number;
}

export interface CallFacts {
  readonly played: PlayedCall;
  readonly contact: ContactView;
  readonly form?: ProblemFormView;
  readonly chases?: Chases;
  /** Stages of the clocks that ran out, such as `result`. */
  readonly breaches?: readonly string[];
}

export interface Facts {
  readonly calls: readonly CallFacts[];
  /** Contacts of the day in the hotline's own list. */
  readonly contactsListed: number;
  readonly tasks: readonly RevisitTaskView[];
  readonly tally: TallySheet | undefined;
  /** Codes of the channels that are telephones. */
  readonly phoneChannels: readonly string[];
}

interface TimelineItem {
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export async function gatherFacts(cast: Cast, day: string, played: readonly PlayedCall[]): Promise<Facts> {
  const { desk, admin, house } = cast;
  const calls = await inParallel(played, HANDS, (call) => factsOf(cast, call));
  const sheet = await desk.file(`/hotline/registers/call-tally.html?date=${day}`);
  return {
    calls,
    contactsListed: (await admin.list(`/hotline/contacts?filter[state]=all&filter[day]=${day}`)).length,
    tasks: (await desk.list<RevisitTaskView>('/revisit/tasks?filter[state]=all')).filter(({ number }) =>
      played.some(({ form }) => form?.number === number),
    ),
    tally: tallyOn(sheet.toString('utf8')),
    phoneChannels: house.phoneChannels,
  };
}

async function factsOf({ desk }: Cast, played: PlayedCall): Promise<CallFacts> {
  const contact = await desk.get<ContactView>(`/hotline/contacts/${played.contactId}`);
  if (!played.form) return { played, contact };
  const { id } = played.form;
  const form = await desk.get<ProblemFormView>(`/hotline/problem-forms/${id}`);
  const timeline = await desk.list<TimelineItem>(`/timeline?filter[subject]=hotline:problem-form:${id}`);
  return { played, contact, form, ...storyOf(timeline) };
}

/** What only the timeline tells: chases, and clocks that ran out, in whatever round. */
function storyOf(timeline: readonly TimelineItem[]): { chases: Chases; breaches: string[] } {
  const made = timeline.filter(
    ({ action, data }) => action === 'task-created' && data['kind'] === 'hotline.chase',
  ).length;
  const done = timeline.filter(({ action }) => action === 'chased').length;
  const breaches = timeline
    .filter(({ action }) => action === 'deadline-breached')
    .map(({ data }) => String(data['stage']));
  return { chases: { made, done }, breaches };
}

/** Reads the proof line of the sheet: strokes, nuisance calls, phone contacts. */
export function tallyOn(html: string): TallySheet | undefined {
  const text = html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ');
  const found = /正字登记次数\s*(\d+)\s*骚扰及误拨\s*(\d+)\s*当日电话总数\s*(\d+)/.exec(text);
  if (!found) return undefined;
  return { strokes: Number(found[1]), nuisance: Number(found[2]), phoneContacts: Number(found[3]) };
}
