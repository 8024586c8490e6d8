/** The frame of every action on a form: seen, locked, permitted, decided, saved, recorded in one transaction. */
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { DataKeys } from '@bihuan/privacy';
import { WorkPush } from '@bihuan/work';
import { readForm } from '../../data/scoped.store';
import { formSubject, problemForms } from '../../data/problem-form.store';
import { demandActor } from '../../domain/form-actors.rules';
import type { FormAction } from '../../domain/problem-form.rules';
import type { ProblemForm } from '../../domain/problem-form.state';

/** What a decision came to: the form afterwards, and how the timeline tells it. */
export interface FormOutcome {
  readonly form: ProblemForm;
  readonly action: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, string | undefined>>;
}

/** Acts whose words stand on the form itself. */
const WRITES_WORDS: readonly FormAction[] = [
  'accept',
  'plan',
  'handle',
  'audit',
  'answer',
  'dissatisfied',
  'await-customer',
];

@Injectable()
export class ActOnForm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    private readonly keys: DataKeys,
    private readonly push: WorkPush,
  ) {}

  run(
    actor: UserActor,
    id: string,
    action: FormAction,
    version: number | undefined,
    decide: (tx: Transaction, before: ProblemForm) => Promise<FormOutcome>,
  ): Promise<ProblemForm> {
    return this.work.run(actor, async (tx) => {
      const before = await readForm(tx, actor, id, true);
      demandActor(before, actor, action);
      demandVersion(before, version);
      if (WRITES_WORDS.includes(action)) await this.keys.demandLiving(tx, before.keyId);
      return this.keep(tx, before, await decide(tx, before));
    });
  }

  /** Saves and records a decision that was made elsewhere: by a subscriber, with a form it has locked. */
  async keep(
    tx: Transaction,
    before: ProblemForm,
    { form, action, data, personal }: FormOutcome,
  ): Promise<ProblemForm> {
    const after = await problemForms.save(tx, before, form);
    const words = Object.fromEntries(Object.entries(personal ?? {}).filter(([, text]) => text));
    await this.recorder.record(tx, {
      subject: formSubject(form.id),
      action,
      data: { ...data, from: before.state, to: form.state, round: form.round },
      ...(Object.keys(words).length > 0 ? { personal: words, keyId: form.keyId } : {}),
    });
    this.tell(tx, after);
    return after;
  }

  /** Whoever has the form on his list or open before him sees it move. */
  private tell(tx: Transaction, form: ProblemForm): void {
    for (const person of [form.officerId, form.handlerId, form.assigneeId]) if (person) this.push.changed(tx, person);
    this.push.unitChanged(tx, form.originUnitId);
    if (form.unitId) this.push.unitChanged(tx, form.unitId);
  }
}
