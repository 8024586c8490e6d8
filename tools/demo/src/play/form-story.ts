/** One problem form from the call to its last answer, each act by the person whose move it is (HOT-6 … HOT-9). */
import type { ProblemFormView } from '@bihuan/hotline-contract';
import type { Json, Person } from '../api/person';
import type { Call } from '../check/call';
import { Draw } from '../plan/draw';
import type { Fate } from '../plan/fate';
import { fateOf } from '../plan/fate';
import { refuse } from '../problems';
import type { PlayedForm, Stage } from './stage';
import { minutesAfter } from './stage';
import { plansFor, resultsOf, SAID } from './texts';

/** Minutes after a chase task appears at which the officer has done it. */
const CHASED_AFTER = 10;
/** Working minutes a form waits for the customer. */
const WAITS = 480;

export class FormStory {
  private readonly fate: Fate;
  private readonly draw: Draw;
  private readonly officer: Person;
  private unitId = '';
  private over = false;

  private constructor(
    private readonly stage: Stage,
    private readonly call: Call,
    private readonly contactId: string,
    private readonly id: string,
    readonly number: string,
  ) {
    this.fate = fateOf(stage.seed, call.row);
    this.draw = new Draw(stage.seed, call.row);
    this.officer = stage.cast.officer(call.officer);
  }

  /** The form is made while the customer is on the line; the rest is put on the agenda. */
  static async make(stage: Stage, call: Call, contactId: string): Promise<FormStory> {
    const { phone } = call;
    const { id, number } = await stage.cast.officer(call.officer).post<ProblemFormView>('/hotline/problem-forms', {
      contactId,
      category: call.category,
      ...(call.kind ? { kind: call.kind } : {}),
      description: call.summary,
      site: call.site,
      ...(/^1\d{10}$/.test(phone) ? { mobile: phone } : { mobile: '', office: phone }),
      dataConfirmed: true,
    });
    const story = new FormStory(stage, call, contactId, id, number);
    story.at(minutesAfter(call.at, story.fate.referAfter), 'refer', () => story.refer());
    return story;
  }

  get played(): PlayedForm {
    return { id: this.id, number: this.number, fate: this.fate };
  }

  /** Neither concluded nor withdrawn. */
  get isOpen(): boolean {
    return !this.over;
  }

  /** The revisit sent it back: the next round (RVT-4). */
  async sentBack(): Promise<void> {
    this.over = false;
    await this.nextRound();
  }

  private async refer(): Promise<void> {
    const consent = this.call.agreed ? { customerAgreed: true } : { overrideReason: SAID.override };
    await this.act(this.officer, 'refer', consent);
    const { way, acceptAfter } = this.fate;
    if (way === 'withdrawn') return this.after(acceptAfter, 'withdraw', () => this.withdraw());
    if (way === 'returned') return this.after(acceptAfter, 'return', () => this.sendOn());
    return this.after(acceptAfter, 'accept', () => this.accept());
  }

  private async withdraw(): Promise<void> {
    await this.act(this.officer, 'withdraw', { reason: SAID.withdraw });
    await this.officer.post(`/hotline/contacts/${this.contactId}/conclude`, { text: SAID.withdraw });
    this.over = true;
  }

  /** Wrong department: straight on to another one, which starts its own clock (HOT-8b). */
  private async sendOn(): Promise<void> {
    const unitId = this.stage.cast.otherUnit(this.unitId);
    await this.act(this.handler, 'return', { reason: SAID.wrongDepartment, unitId });
    await this.after(this.fate.acceptAfter, 'accept', () => this.accept());
  }

  private async accept(): Promise<void> {
    const appointment = await this.working(this.fate.planAfter + this.fate.handleAfter);
    const form = await this.act(this.handler, 'accept', {
      appointmentAt: appointment.toISOString(),
      place: this.call.site,
      text: SAID.accepted,
      judgement: SAID.judgement,
      parts: this.call.kind === 'hardware' ? SAID.parts : '',
    });
    if (this.fate.way === 'late') await this.expectChases(form);
    if (this.fate.way === 'paused') return this.after(this.fate.planAfter, 'await-customer', () => this.pause());
    return this.after(this.fate.planAfter, 'plan', () => this.plan(form));
  }

  private async pause(): Promise<void> {
    await this.act(this.handler, 'await-customer', { reason: SAID.waiting });
    await this.after(WAITS, 'resume', async () => {
      const form = await this.act(this.handler, 'resume', { text: SAID.resumed });
      await this.after(this.fate.planAfter, 'plan', () => this.plan(form));
    });
  }

  private async plan(accepted: ProblemFormView): Promise<void> {
    const text = this.draw.pick('plan-text', plansFor(this.call.category, this.call.kind));
    await this.act(this.handler, 'plan', { text });
    const handle = (): Promise<void> =>
      this.handle(this.draw.pick('result-text', resultsOf(this.call.category, this.call.kind)), 1);
    if (this.fate.way !== 'late') return this.after(this.fate.handleAfter, 'handle', handle);
    const opening = await this.openingAfter(accepted, this.fate.lateDays);
    this.at(minutesAfter(opening, this.fate.lateMinutes), 'handle', handle);
  }

  private async handle(text: string, round: number): Promise<void> {
    await this.act(this.handler, 'handle', { text });
    const now = this.stage.clock.now;
    this.at(minutesAfter(now, this.fate.auditAfter), 'audit', async () => {
      await this.act(this.stage.cast.auditor, 'audit', { text: SAID.audit });
    });
    this.at(minutesAfter(now, this.fate.answerAfter), 'answer', () => this.answer(round));
  }

  private async answer(round: number): Promise<void> {
    const satisfied = round > 1 || this.fate.way !== 'dissatisfied';
    await this.act(this.officer, 'answer', { text: satisfied ? SAID.told : SAID.notYet, satisfied });
    if (!satisfied) return this.nextRound();
    this.over = true;
  }

  private nextRound(): Promise<void> {
    return this.after(this.fate.againAfter, 'plan', async () => {
      await this.act(this.handler, 'plan', { text: SAID.again });
      await this.after(this.fate.againAfter, 'handle', () => this.handle(SAID.againDone, 2));
    });
  }

  /** HOT-8c: one chase task at the breach and one at the opening of each working day until the result. */
  private async expectChases(form: ProblemFormView): Promise<void> {
    const due = new Date(dueOf(form));
    this.at(minutesAfter(due, CHASED_AFTER), 'chase', () => this.chase());
    for (let day = 1; day <= this.fate.lateDays; day++) {
      this.at(minutesAfter(await this.openingAfter(form, day), CHASED_AFTER), 'chase', () => this.chase());
    }
  }

  private async chase(): Promise<void> {
    const mine = await this.officer.list<{ id?: string; kind: string; subject: { id: string } }>('/work');
    const task = mine.find(({ kind, subject }) => kind === 'hotline.chase' && subject.id === this.id);
    if (!task?.id) {
      throw refuse(`${this.number} 已超期，却没有催办任务。`, `${this.number} is overdue and there is no chase task.`);
    }
    await this.officer.post(`/tasks/${task.id}/done`, { text: SAID.chased });
  }

  private openingAfter(form: ProblemFormView, nth: number): Promise<Date> {
    return this.stage.working.opening(this.calendar, new Date(dueOf(form)), nth);
  }

  private get handler(): Person {
    return this.stage.cast.handler(this.unitId);
  }

  private get calendar(): string {
    return this.stage.cast.unit(this.unitId).calendar;
  }

  private async act(by: Person, action: string, body: Json): Promise<ProblemFormView> {
    const form = await by.post<ProblemFormView>(`/hotline/problem-forms/${this.id}/${action}`, body);
    this.unitId = form.unit?.id ?? this.unitId;
    return form;
  }

  private working(minutes: number): Promise<Date> {
    return this.stage.working.add(this.calendar, this.stage.clock.now, minutes);
  }

  private async after(workingMinutes: number, what: string, run: () => Promise<void>): Promise<void> {
    this.at(await this.working(workingMinutes), what, run);
  }

  private at(when: Date, what: string, run: () => Promise<void>): void {
    this.stage.agenda.add(when, this.call.line, `${this.number} ${what}`, run);
  }
}

function dueOf(form: ProblemFormView): string {
  const result = form.deadlines.find(({ stage }) => stage === 'result');
  if (!result) throw refuse(`${form.number} 没有处理时限。`, `${form.number} has no clock for its result.`);
  return result.dueAt;
}
