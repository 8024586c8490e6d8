/** Fills forms 1 and 2 from a problem form (HOT-6, HOT-9a). */
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Papers } from '@bihuan/matters';
import type { ProblemForm, Signed } from '../domain/problem-form.state';
import { presentRound } from '../domain/problem-form.state';
import { HotlinePack } from '../pack.settings';
import { problemForm as matter } from '../problem-form.matter';
import type { AcceptanceRecordPaper, ProblemFormPaper } from './index';
import { acceptanceRecord, problemForm } from './index';

const entry = (signed: Signed | null) =>
  signed ? { text: signed.text, by: signed.by.name, at: signed.at } : undefined;

@Injectable()
export class SubjectPapers implements OnModuleInit {
  constructor(
    private readonly papers: Papers,
    private readonly pack: HotlinePack,
  ) {}

  onModuleInit(): void {
    const unitOf = ({ originUnitId }: ProblemForm) => originUnitId;
    this.papers.ofMatter(matter, 'problem-forms', problemForm, {
      unitOf,
      fill: (form, { unitName }) => this.problemForm(form, unitName),
    });
    this.papers.ofMatter(matter, 'problem-forms', acceptanceRecord, {
      unitOf,
      // Form 2 exists from the acceptance on.
      when: ({ acceptance }) => acceptance !== null,
      fill: (form, { unitName }) => acceptanceOf(form, unitName),
    });
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
}

const acceptanceOf = (form: ProblemForm, unitName: string): AcceptanceRecordPaper => ({
  unitName,
  number: form.number,
  by: form.acceptance?.by.name ?? '',
  acceptedAt: form.acceptance?.at ?? '',
  requestedAt: form.requestedAt?.toISOString(),
  appointmentAt: form.acceptance?.appointmentAt ?? undefined,
  place: form.acceptance?.place,
  contact: form.customerName,
  contactPhone: form.mobile || form.office,
  judgement: form.acceptance?.judgement,
  spareParts: form.acceptance?.parts,
  remark: form.acceptance?.text,
});
