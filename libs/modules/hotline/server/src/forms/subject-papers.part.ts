/** Fills forms 1 and 2 from a problem form (HOT-6, HOT-9a). */
import { Injectable } from '@nestjs/common';
import type { FormSource, SubjectFormSource } from '@bihuan/forms';
import { FormSources } from '@bihuan/forms';
import { HOTLINE_PERMISSIONS } from '@bihuan/hotline-contract';
import type { OnModuleInit } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import { readForm } from '../data/scoped.store';
import { formSubject } from '../data/problem-form.store';
import type { ProblemForm, Signed } from '../domain/problem-form.state';
import { presentRound } from '../domain/problem-form.state';
import { HotlinePack } from '../pack.settings';
import type { AcceptanceRecordPaper, ProblemFormPaper } from './index';
import { acceptanceRecord, problemForm } from './index';

const entry = (signed: Signed | null) =>
  signed ? { text: signed.text, by: signed.by.name, at: signed.at } : undefined;

@Injectable()
export class SubjectPapers implements OnModuleInit {
  constructor(
    private readonly sources: FormSources,
    private readonly work: UnitOfWork,
    private readonly org: Org,
    private readonly pack: HotlinePack,
  ) {}

  onModuleInit(): void {
    const source = (
      definition: FormSource['definition'],
      fill: (form: ProblemForm, unitName: string) => unknown,
    ): SubjectFormSource => ({
      kind: 'subject',
      definition,
      resource: 'problem-forms',
      permission: HOTLINE_PERMISSIONS.readForm,
      subjectOf: formSubject,
      blank: async (actor) => ({ unitName: await this.unitName(actor.unitId) }),
      load: async (actor, id) => {
        const form = await readForm(this.work, actor, id);
        return { data: fill(form, await this.unitName(form.originUnitId)), keyIds: [form.keyId] };
      },
    });
    this.sources.add(
      problemForm.code,
      source(problemForm, (form, unitName) => this.problemForm(form, unitName)),
    );
    this.sources.add(acceptanceRecord.code, source(acceptanceRecord, acceptanceOf));
  }

  private problemForm(form: ProblemForm, unitName: string): ProblemFormPaper {
    const { acceptance } = form;
    const round = presentRound(form);
    const kinds = this.pack.section.problemCategories.find(({ code }) => code === form.category)?.kinds ?? [];
    return {
      unitName,
      number: form.number,
      category: form.category,
      kind: kinds.find(({ code }) => code === form.kind)?.title.zh,
      customerName: form.customerName,
      mobile: form.mobile,
      office: form.office,
      site: form.site,
      address: form.address,
      description: form.description,
      officer: form.officerName,
      takenAt: form.takenAt.toISOString(),
      acceptance: acceptance
        ? {
            by: acceptance.by.name,
            at: acceptance.at,
            appointmentAt: acceptance.appointmentAt ?? undefined,
            place: acceptance.place,
            text: acceptance.text,
          }
        : undefined,
      plan: entry(round.plan),
      result: entry(round.result),
      audit: entry(round.audit),
      rounds: form.round,
    };
  }

  private async unitName(id: UserActor['unitId']): Promise<string> {
    return (await this.org.unit(id))?.name ?? '';
  }
}

/** Form 2 exists from the acceptance on; before it there is only the blank one. */
function acceptanceOf(form: ProblemForm, unitName: string): AcceptanceRecordPaper {
  const { acceptance } = form;
  if (!acceptance) throw commonErrors['wrong-state']({ state: form.state, allowedActions: ['accept'] });
  return {
    unitName,
    number: form.number,
    by: acceptance.by.name,
    acceptedAt: acceptance.at,
    requestedAt: form.requestedAt?.toISOString(),
    appointmentAt: acceptance.appointmentAt ?? undefined,
    place: acceptance.place,
    contact: form.customerName,
    contactPhone: form.mobile || form.office,
    judgement: acceptance.judgement,
    spareParts: acceptance.parts,
    remark: acceptance.text,
  };
}
