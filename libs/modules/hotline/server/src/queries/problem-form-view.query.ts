/** A form as the API shows it: whose move it is, by when, what may be done now. */
import { Injectable } from '@nestjs/common';
import type { ProblemFormView } from '@bihuan/hotline-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import type { DeadlineView } from '@bihuan/alarms';
import { Deadlines } from '@bihuan/alarms';
import { Org } from '@bihuan/org';
import { formSubject } from '../data/problem-form.store';
import { actionsFor } from '../domain/form-actors.rules';
import { isComplaint } from '../domain/problem-form.rules';
import type { ProblemForm } from '../domain/problem-form.state';
import { routeOf } from '../domain/routing.rules';
import { HotlinePack } from '../pack.settings';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const deadlineLine = (deadline: DeadlineView) => ({
  id: deadline.id,
  stage: deadline.stage,
  policy: deadline.policy,
  state: deadline.state,
  generation: deadline.generation,
  startedAt: deadline.startedAt.toISOString(),
  dueAt: deadline.dueAt.toISOString(),
  firstDueAt: deadline.firstDueAt.toISOString(),
  warnAt: iso(deadline.warnAt),
  metAt: iso(deadline.metAt),
  late: deadline.late ?? false,
  calendar: deadline.calendar,
  pausedAt: iso(deadline.pausedAt),
  remainingSeconds: deadline.remainingSeconds,
  provisional: deadline.provisional,
});

@Injectable()
export class ProblemFormViews {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly org: Org,
    private readonly pack: HotlinePack,
  ) {}

  /** @param known deadlines of a form that was made just now, so that nothing is read again */
  async view(actor: UserActor, form: ProblemForm, known?: readonly DeadlineView[]): Promise<ProblemFormView> {
    const deadlines = known ?? (await this.deadlines.of(formSubject(form.id)));
    const { unitId, handlerId, handlerName } = form;
    const unit = unitId ? await this.org.unit(unitId) : undefined;
    return {
      id: form.id,
      number: form.number,
      state: form.state,
      version: form.version,
      allowedActions: [...actionsFor(form, actor)],
      contactId: form.contactId,
      customerId: form.customerId,
      category: form.category,
      kind: form.kind,
      complaint: isComplaint(form),
      description: form.description,
      customerName: form.customerName,
      site: form.site,
      siteId: form.siteId,
      address: form.address,
      mobile: form.mobile,
      office: form.office,
      requestedAt: iso(form.requestedAt),
      takenAt: form.takenAt.toISOString(),
      createdAt: form.createdAt.toISOString(),
      officer: { id: form.officerId, name: form.officerName },
      customerAgreed: form.customerAgreed,
      unit: unit ? { id: unit.id, name: unit.name } : null,
      handler: handlerId ? { id: handlerId, name: handlerName ?? '' } : null,
      referredAt: iso(form.referredAt),
      firstReferredAt: iso(form.firstReferredAt),
      returns: form.returns,
      acceptance: form.acceptance,
      round: form.round,
      rounds: form.rounds.map((round) => ({ ...round })),
      waitingFor: form.waitingFor,
      concludedAt: iso(form.concludedAt),
      revisitedAt: iso(form.revisitedAt),
      dueAt: iso(form.dueAt),
      deadlines: deadlines.map(deadlineLine),
      routing: await this.routing(form),
    };
  }

  private async routing(form: ProblemForm): Promise<ProblemFormView['routing']> {
    const route = routeOf(this.pack.section, form.category, form.kind);
    if (!route) return { unit: null, alternatives: [] };
    const named = async (code: string) => {
      const unit = await this.org.unitByCode(code);
      return unit ? [{ id: unit.id, name: unit.name }] : [];
    };
    const alternatives = await Promise.all(route.alternatives.map(named));
    return { unit: (await named(route.unit))[0] ?? null, alternatives: alternatives.flat() };
  }
}
