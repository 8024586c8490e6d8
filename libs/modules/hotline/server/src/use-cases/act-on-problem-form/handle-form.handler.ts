/** What the handler's unit does: accept, plan, handle, audit, wait, resume (HOT-9a, HOT-9b, DLN-3). */
import { Injectable } from '@nestjs/common';
import type { AcceptForm } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { accepted, audited, awaiting, handled, planned, resumed } from '../../domain/problem-form.decide';
import type { ProblemForm } from '../../domain/problem-form.state';
import { ActOnForm } from './act-on-form.handler';
import { FormClocks } from '../../deadlines/form-clocks.deadline';

interface Text {
  readonly text: string;
  readonly version?: number | undefined;
}

const signer = (actor: UserActor) => ({ id: actor.employeeId, name: actor.name });

@Injectable()
export class HandleFormHandler {
  constructor(
    private readonly act: ActOnForm,
    private readonly clocks: FormClocks,
  ) {}

  accept(actor: UserActor, id: string, input: AcceptForm): Promise<ProblemForm> {
    return this.act.run(actor, id, 'accept', input.version, async (tx, before) => {
      const form = accepted(before, input, signer(actor), tx.now);
      await this.clocks.accepted(tx, form);
      return {
        form,
        action: 'accepted',
        data: { appointmentAt: input.appointmentAt ?? null },
        personal: { place: input.place, text: input.text },
      };
    });
  }

  plan(actor: UserActor, id: string, input: Text): Promise<ProblemForm> {
    return this.act.run(actor, id, 'plan', input.version, (tx, before) =>
      Promise.resolve({
        form: planned(before, input.text, signer(actor), tx.now),
        action: 'planned',
        personal: { text: input.text },
      }),
    );
  }

  handle(actor: UserActor, id: string, input: Text): Promise<ProblemForm> {
    return this.act.run(actor, id, 'handle', input.version, async (tx, before) => {
      const form = handled(before, input.text, signer(actor), tx.now);
      await this.clocks.resultIsBack(tx, form);
      return { form: { ...form, dueAt: null }, action: 'handled', personal: { text: input.text } };
    });
  }

  audit(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<ProblemForm> {
    return this.act.run(actor, id, 'audit', input.version, (tx, before) =>
      Promise.resolve({
        form: audited(before, input.text ?? '', signer(actor), tx.now),
        action: 'audited',
        personal: { text: input.text },
      }),
    );
  }

  awaitCustomer(actor: UserActor, id: string, input: { reason: string; version?: number }): Promise<ProblemForm> {
    return this.act.run(actor, id, 'await-customer', input.version, async (tx, before) => {
      const form = awaiting(before, input.reason);
      await this.clocks.pause(tx, form);
      return { form: { ...form, dueAt: null }, action: 'awaiting-customer', personal: { reason: input.reason } };
    });
  }

  resume(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<ProblemForm> {
    return this.act.run(actor, id, 'resume', input.version, async (tx, before) => {
      const form = resumed(before);
      return {
        form: { ...form, dueAt: await this.clocks.resume(tx, before) },
        action: 'resumed',
        personal: { text: input.text },
      };
    });
  }
}
