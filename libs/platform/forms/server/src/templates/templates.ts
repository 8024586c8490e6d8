/** A department's own templates: uploaded, previewed, activated, rolled back; each act is audited (FRM-4, IDN-3). */
import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, reachesUnit, SuiteError } from '@bihuan/plugin-kit';
import type { RollBackTemplate, UploadTemplate } from '@bihuan/forms-contract';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Org } from '@bihuan/org';
import type { AnyFormDefinition } from '../render/form-definition';
import { Renderer } from '../renderer.provider';
import { checkTemplate } from './check/check-template';
import { fieldErrorsOf, piece } from './check/fault';
import { withTemplate } from './template-choice';
import { TemplateForms } from './template-forms';
import type { TemplateRow } from './template.store';
import { TemplateStore } from './template.store';
import { TemplateViews } from './template-views';
import { templateErrors } from './templates.errors';

const MANAGE = FORMS_PERMISSIONS.templates;

@Injectable()
export class Templates {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: TemplateStore,
    private readonly forms: TemplateForms,
    private readonly views: TemplateViews,
    private readonly renderer: Renderer,
    private readonly recorder: Recorder,
    @Inject(Org) private readonly org: Pick<Org, 'demandUnit'>,
  ) {}

  /** Checks and keeps a file as the unit's next version; nothing is printed with it yet. @throws 422 with each fault */
  async upload(actor: UserActor, formCode: string, { source, note, ...asked }: UploadTemplate): Promise<string> {
    const { definition } = this.forms.one(formCode);
    const unitId = await this.unitOf(actor, asked.unitId);
    await this.check(definition, source);
    const id = randomUUID();
    await this.work.run(actor, async (tx) => {
      const template = await this.store.lockOrAdd(tx, formCode, unitId);
      demandVersion(template, asked.version);
      const version = { id, source, note: note ?? null, uploadedBy: actor.employeeId };
      const number = await this.store.addVersion(tx, template, version);
      const sha256 = createHash('sha256').update(source).digest('hex');
      await this.note(tx, template, 'template-uploaded', { number, sha256, bytes: Buffer.byteLength(source) });
    });
    return id;
  }

  /** The sample printed with a version, or with what the suite was shipped with; files nothing. */
  async preview(
    actor: UserActor,
    formCode: string,
    versionId: string | 'shipped',
    blank: boolean,
  ): Promise<Uint8Array> {
    const { definition } = this.forms.one(formCode);
    const form =
      versionId === 'shipped'
        ? definition
        : withTemplate(definition, (await this.views.version(actor, formCode, versionId)).source, 'preview');
    const { pdf } = await this.renderer.render(form, form.sample, { blank });
    return pdf;
  }

  /** From now on the unit, and those below without one of their own, print with it. Filled and blank must come out. */
  async activate(actor: UserActor, formCode: string, versionId: string, seen: number | undefined): Promise<void> {
    const { id, unitId, number, source } = await this.views.version(actor, formCode, versionId);
    const { definition } = this.forms.one(formCode);
    await this.check(definition, source);
    const form = withTemplate(definition, source, 'preview');
    const papers = [false, true].map((blank) => ({ definition: form, data: form.sample, blank }));
    await this.renderer.renderBatch(papers);
    await this.use(actor, { formCode, unitId, to: id, seen }, 'template-activated', { number });
  }

  /** Back to a version that was in use before, or to the shipped template. */
  async rollBack(actor: UserActor, formCode: string, { to, unitId, version }: RollBackTemplate): Promise<void> {
    this.forms.one(formCode);
    if (to === 'shipped') {
      const unit = await this.unitOf(actor, unitId);
      return this.use(actor, { formCode, unitId: unit, to: null, seen: version }, 'template-rolled-back', {});
    }
    const row = await this.views.version(actor, formCode, to);
    if (row.activatedAt === null)
      throw templateErrors['template-never-used']({ state: 'uploaded', allowedActions: ['activate'] });
    await this.use(actor, { formCode, unitId: row.unitId, to, seen: version }, 'template-rolled-back', {
      number: row.number,
    });
  }

  private use(
    actor: UserActor,
    asked: { formCode: string; unitId: string; to: string | null; seen: number | undefined },
    action: string,
    data: Record<string, unknown>,
  ): Promise<void> {
    const { formCode, unitId, to, seen } = asked;
    return this.work.run(actor, async (tx) => {
      const template = await this.store.lock(tx, formCode, unitId);
      demandVersion(template, seen);
      if (template.activeId === to) {
        throw templateErrors['template-already']({ state: 'active', allowedActions: ['activate', 'roll-back'] });
      }
      await this.store.use(tx, template, to, actor.employeeId);
      await this.note(tx, template, action, to === null ? { shipped: true } : data);
    });
  }

  /** @throws 422 with each fault and its line, also where the sample cannot be made with it */
  private async check(definition: AnyFormDefinition, source: string): Promise<void> {
    const { faults } = checkTemplate(source, definition.schema);
    if (faults.length > 0) throw commonErrors['invalid-input']({ errors: fieldErrorsOf(faults) });
    const form = withTemplate(definition, source, 'preview');
    try {
      for (const blank of [false, true]) await this.renderer.page(form, form.sample, { blank });
    } catch (error) {
      if (!(error instanceof SuiteError) || error.code !== 'form-template-invalid') throw error;
      const what = piece(String(error.details.params?.['reason'] ?? ''));
      throw commonErrors['invalid-input']({ errors: fieldErrorsOf([{ line: 1, code: 'does-not-run', what }]) });
    }
  }

  /** @throws 422 where there is no such unit, 404 where it is not his to manage */
  private async unitOf(actor: UserActor, asked: string | undefined): Promise<string> {
    const { id } = await this.org.demandUnit(asked ?? actor.unitId);
    if (!reachesUnit(actor, MANAGE, id)) throw commonErrors['not-found']();
    return id;
  }

  private note(tx: Transaction, template: TemplateRow, action: string, data: Record<string, unknown>): Promise<void> {
    const subject = { module: 'forms', kind: 'template', id: template.id };
    return this.recorder.record(tx, {
      subject,
      action,
      data: { form: template.formCode, unit: template.unitId, ...data },
    });
  }
}
