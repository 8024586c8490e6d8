/** What the handler's unit does: accept, plan, handle, audit, wait, resume (HOT-9a, HOT-9b, DLN-3). */
import { Injectable } from '@nestjs/common';
import type { AcceptForm } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { accepted, audited, awaiting, handled, planned, resumed } from '../../domain/problem-form.decide';
import type { ProblemForm } from '../../domain/problem-form.state';
import { presentRound } from '../../domain/problem-form.state';
import { FormCircle } from '../../events/publish';
import { Matters } from '@bihuan/matters';
import { problemForm } from '../../problem-form.matter';
import { FormClocks } from '../../deadlines/form-clocks.deadline';

interface Text {
  readonly text: string;
  readonly version?: number | undefined;
}

const signer = (actor: UserActor) => ({ id: actor.employeeId, name: actor.name });

@Injectable()
export class HandleFormHandler {
  constructor(
    private readonly matters: Matters,
    private readonly clocks: FormClocks,
    private readonly circle: FormCircle,
  ) {}

  accept(actor: UserActor, id: string, input: AcceptForm): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'accept', input, async (tx, before) => {
      const form = accepted(before, input, signer(actor), tx.now);
      await this.clocks.accepted(tx, form);
      return {
        row: form,
        action: 'accepted',
        data: { appointmentAt: input.appointmentAt ?? null },
        personal: { place: input.place, text: input.text },
      };
    });
  }

  plan(actor: UserActor, id: string, input: Text): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'plan', input, (tx, before) => ({
      row: planned(before, input.text, signer(actor), tx.now),
      action: 'planned',
      personal: { text: input.text },
    }));
  }

  handle(actor: UserActor, id: string, input: Text): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'handle', input, async (tx, before) => {
      const form = handled(before, input.text, signer(actor), tx.now);
      await this.clocks.resultIsBack(tx, form);
      return { row: form, action: 'handled', personal: { text: input.text } };
    });
  }

  /** DSP-1b: somebody must go there; dispatch makes the order, the form waits for its handler as before. */
  orderRepair(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'order-repair', input, async (tx, before) => {
      await this.circle.orderAsked(tx, before, input.text ?? presentRound(before).plan?.text ?? before.description);
      return { row: before, action: 'repair-ordered', personal: { text: input.text } };
    });
  }

  audit(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'audit', input, (tx, before) => ({
      row: audited(before, input.text ?? '', signer(actor), tx.now),
      action: 'audited',
      personal: { text: input.text },
    }));
  }

  awaitCustomer(actor: UserActor, id: string, input: { reason: string; version?: number }): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'await-customer', input, async (tx, before) => {
      const form = awaiting(before, input.reason);
      await this.clocks.pause(tx, form);
      return { row: form, action: 'awaiting-customer', personal: { reason: input.reason } };
    });
  }

  resume(actor: UserActor, id: string, input: { text?: string; version?: number }): Promise<ProblemForm> {
    return this.matters.act(actor, problemForm, id, 'resume', input, async (tx, before) => {
      await this.clocks.resume(tx, before);
      return {
        row: resumed(before),
        action: 'resumed',
        personal: { text: input.text },
      };
    });
  }
}
