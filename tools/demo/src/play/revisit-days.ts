/** The days after: each morning the calls of the day are spread over the officers and made (RVT-1a, RVT-2 … RVT-4). */
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import type { Json, Person } from '../api/person';
import { Draw } from '../plan/draw';
import type { Call } from '../check/call';
import { fateOf } from '../plan/fate';
import { refuse } from '../problems';
import { callTimes, dayOf, laterOn, nextDayAtTen, nextMorning } from './call-hours';
import type { FormStory } from './form-story';
import type { Stage } from './stage';
import { BAD_WORDS, GOOD_WORDS, SAID } from './texts';

/** Hours until a customer who was not reached is called again. */
const AGAIN_AFTER = 3;
/** After so many days everything is long done; a task left then is a mistake. */
const MOST_DAYS = 60;

export interface RevisitedForm {
  readonly call: Call;
  readonly story: FormStory;
}

export class RevisitDays {
  private days = 0;
  /** Numbers whose first revisit was made: what the plan wants of it happens once. */
  private readonly called = new Set<string>();

  /** @param forms by their number */
  constructor(
    private readonly stage: Stage,
    private readonly forms: ReadonlyMap<string, RevisitedForm>,
    private readonly progress: (day: string, calls: number) => void,
  ) {}

  /** From the morning after this instant until nothing is left to call. */
  beginAfter(at: Date): void {
    this.stage.agenda.add(nextMorning(at), undefined, 'revisits', () => this.morning());
  }

  private async morning(): Promise<void> {
    const { cast, clock, agenda } = this.stage;
    const today = dayOf(clock.now);
    const listed = await cast.desk.list<RevisitTaskView>('/revisit/tasks?filter[state]=open');
    // Repairs and complaints of these days are called about by their own desks.
    const open = listed.filter(({ number }) => this.forms.has(number));
    const due = open.filter((task) => this.isDue(task, today)).sort((a, b) => (a.number < b.number ? -1 : 1));
    const times = callTimes(today, due.length, cast.restHours, clock.now);
    due.forEach((task, index) => {
      const { call } = this.formOf(task);
      agenda.add(times[index] ?? clock.now, call.line, `${task.number} revisit`, () => this.callUp(task));
    });
    if (due.length > 0) this.progress(today, due.length);
    this.days += 1;
    if (this.days > MOST_DAYS) {
      throw refuse('回访没有结束。', `After ${MOST_DAYS} days there are still revisits or open forms.`);
    }
    if (open.length > 0 || [...this.forms.values()].some(({ story }) => story.isOpen)) this.beginAfter(clock.now);
  }

  /** A form that came back is called about, although its complaint and its urgent order go on at their own desks. */
  private isDue(task: RevisitTaskView, today: string): boolean {
    if (task.state === 'waiting') return this.called.has(task.number) && !this.formOf(task).story.isOpen;
    return ['planned', 'moved'].includes(task.state) && dayOf(new Date(task.plannedFor)) <= today;
  }

  private async callUp(task: RevisitTaskView): Promise<void> {
    if (task.state === 'planned') await this.act(task, 'prepare');
    await this.act(task, task.state === 'waiting' ? 'resume' : 'start');
    const { row } = this.formOf(task).call;
    const first = !this.called.has(task.number);
    this.called.add(task.number);
    switch (first ? fateOf(this.stage.seed, row).callBack : 'satisfied') {
      case 'second-attempt':
        return this.callLater(task);
      case 'moved':
        await this.act(task, 'move', { at: nextDayAtTen(this.stage.clock.now).toISOString(), reason: SAID.moved });
        return;
      case 'not-satisfied':
        return this.notSatisfied(task);
      default:
        return this.satisfied(task);
    }
  }

  private async callLater(task: RevisitTaskView): Promise<void> {
    await this.act(task, 'result', { outcome: 'not-reached', words: SAID.nobody });
    const { clock, cast, agenda } = this.stage;
    const again = laterOn(clock.now, AGAIN_AFTER, cast.restHours);
    agenda.add(again, this.formOf(task).call.line, `${task.number} revisit`, async () => {
      await this.act(task, 'start');
      await this.satisfied(task);
    });
  }

  private async satisfied(task: RevisitTaskView): Promise<void> {
    const draw = new Draw(this.stage.seed, this.formOf(task).call.row);
    await this.act(task, 'result', {
      outcome: 'reached',
      satisfied: true,
      words: draw.pick('words', GOOD_WORDS),
      rating: fateOf(this.stage.seed, this.formOf(task).call.row).rating,
      ...this.machine(task, true),
    });
  }

  private async notSatisfied(task: RevisitTaskView): Promise<void> {
    await this.act(task, 'result', {
      outcome: 'reached',
      satisfied: false,
      words: BAD_WORDS[0],
      rating: 2,
      ...this.machine(task, false),
    });
    await this.formOf(task).story.sentBack();
  }

  /** Whether the machine works is asked where it was the machine. */
  private machine({ category }: RevisitTaskView, works: boolean): Json {
    return category === 'technical' ? { machineWorks: works } : {};
  }

  private async act(task: RevisitTaskView, action: string, body: Json = {}): Promise<void> {
    await this.caller(task).post(`/revisit/tasks/${task.id}/${action}`, body);
  }

  /** The officer who took the call calls back. */
  private caller(task: RevisitTaskView): Person {
    return this.stage.cast.officer(this.formOf(task).call.officer);
  }

  private formOf({ number }: RevisitTaskView): RevisitedForm {
    const form = this.forms.get(number);
    if (!form)
      throw refuse(`回访任务 ${number} 没有对应的来电。`, `The revisit of ${number} belongs to no call of this day.`);
    return form;
  }
}
