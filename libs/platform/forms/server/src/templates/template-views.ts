/** Forms and their templates as whoever manages them sees them: those of his units, with who and when (FRM-4). */
import { Inject, Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, reachesUnit, reachOf } from '@bihuan/plugin-kit';
import type {
  FormTemplatesLine,
  FormTemplatesView,
  TemplateFile,
  TemplatePerson,
  TemplateVersionView,
  UnitTemplateView,
} from '@bihuan/forms-contract';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import { Org } from '@bihuan/org';
import { HELPERS } from '../render/template/helpers';
import { fileOf } from './check/check-template';
import { DataFields } from './check/data-fields';
import type { TemplateForm } from './template-forms';
import { TemplateForms } from './template-forms';
import type { TemplateRow, VersionLine, VersionRow } from './template.store';
import { TemplateStore } from './template.store';

const MANAGE = FORMS_PERMISSIONS.templates;
/** Besides ours. */
const BUILT_IN = ['if', 'unless', 'with'];

@Injectable()
export class TemplateViews {
  constructor(
    private readonly store: TemplateStore,
    private readonly forms: TemplateForms,
    @Inject(Org) private readonly org: Pick<Org, 'unit' | 'employee'>,
  ) {}

  async list(actor: UserActor): Promise<FormTemplatesLine[]> {
    const views = await this.units(await this.store.list(reachOf(actor, MANAGE) ?? []));
    return this.forms.all().map(({ definition, modules }) => ({
      formCode: definition.code,
      title: titleOf(definition),
      modules,
      register: definition.register,
      templates: views
        .filter(({ formCode }) => formCode === definition.code)
        .map(({ view: { unitId, unitName, activeNumber } }) => ({ unitId, unitName, activeNumber })),
    }));
  }

  /** @throws 404 */
  async one(actor: UserActor, formCode: string): Promise<FormTemplatesView> {
    const { definition, modules }: TemplateForm = this.forms.one(formCode);
    const { template, style, version, schema, code } = definition;
    const views = await this.units(await this.store.list(reachOf(actor, MANAGE) ?? [], code));
    return {
      formCode: code,
      title: titleOf(definition),
      modules,
      shipped: { version, source: fileOf(template, style), preview: `/api/forms/templates/${code}/shipped.pdf` },
      fields: new DataFields(schema).paths(),
      helpers: [...BUILT_IN, ...HELPERS],
      templates: views.map(({ view }) => view),
    };
  }

  /** A version of a unit he manages. @throws 404 */
  async version(actor: UserActor, formCode: string, id: string): Promise<VersionRow & { readonly unitId: string }> {
    this.forms.one(formCode);
    const row = await this.store.version(formCode, id);
    if (!row || !reachesUnit(actor, MANAGE, row.unitId)) throw commonErrors['not-found']();
    return row;
  }

  async file(actor: UserActor, formCode: string, versionId: string): Promise<TemplateFile> {
    const { id, number, source } = await this.version(actor, formCode, versionId);
    return { id, number, source };
  }

  private async units(rows: readonly TemplateRow[]): Promise<{ formCode: string; view: UnitTemplateView }[]> {
    const versions = await this.store.versions(rows.map(({ id }) => id));
    const views = rows.map(async (row) => {
      const own = versions.filter(({ templateId }) => templateId === row.id);
      const view: UnitTemplateView = {
        id: row.id,
        unitId: row.unitId,
        unitName: (await this.org.unit(row.unitId))?.name ?? row.unitId,
        version: row.version,
        activeNumber: own.find(({ id }) => id === row.activeId)?.number ?? null,
        versions: await Promise.all(own.map((version) => this.versionView(row, version))),
      };
      return { formCode: row.formCode, view };
    });
    return Promise.all(views);
  }

  private async versionView(template: TemplateRow, version: VersionLine): Promise<TemplateVersionView> {
    return {
      id: version.id,
      number: version.number,
      note: version.note,
      bytes: version.bytes,
      uploadedBy: await this.person(version.uploadedBy),
      uploadedAt: version.uploadedAt.toISOString(),
      activatedBy: version.activatedBy === null ? null : await this.person(version.activatedBy),
      activatedAt: version.activatedAt?.toISOString() ?? null,
      active: version.id === template.activeId,
      preview: `/api/forms/templates/${template.formCode}/versions/${version.id}.pdf`,
    };
  }

  private async person(id: string): Promise<TemplatePerson> {
    return { id, name: (await this.org.employee(id))?.name ?? '' };
  }
}

const titleOf = ({ title }: TemplateForm['definition']) => ({ zh: title['zh-CN'], en: title.en });
