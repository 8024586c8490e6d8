/** The forms of this deployment as templates see them: one a code, however many modules print it (FRM-4). */
import { Inject, Injectable } from '@nestjs/common';
import { commonErrors, Deployment } from '@bihuan/plugin-kit';
import type { FormModule } from '@bihuan/forms-contract';
import type { FormSource } from '../archive/form-sources';
import { FormSources } from '../archive/form-sources';
import type { AnyFormDefinition } from '../render/form-definition';

export interface TemplateForm {
  readonly definition: AnyFormDefinition;
  readonly modules: readonly FormModule[];
}

@Injectable()
export class TemplateForms {
  constructor(
    private readonly sources: FormSources,
    @Inject(Deployment) private readonly deployment: Pick<Deployment, 'rooms'>,
  ) {}

  /** By code. */
  all(): TemplateForm[] {
    const byCode = new Map<string, FormSource[]>();
    for (const source of this.sources.all()) {
      const { code } = source.definition;
      byCode.set(code, [...(byCode.get(code) ?? []), source]);
    }
    return [...byCode.keys()].sort().map((code) => this.formOf(byCode.get(code) ?? []));
  }

  /** @throws 404 */
  one(formCode: string): TemplateForm {
    const sources = this.sources.all().filter(({ definition }) => definition.code === formCode);
    if (sources.length === 0) throw commonErrors['not-found']();
    return this.formOf(sources);
  }

  private formOf(sources: readonly FormSource[]): TemplateForm {
    const [first] = sources;
    if (!first) throw new Error('A form is printed by a module.');
    const ids = sources.map(({ definition }) => definition.module).sort();
    return { definition: first.definition, modules: ids.map((id) => ({ id, title: this.titleOf(id) })) };
  }

  private titleOf(id: string): FormModule['title'] {
    return this.deployment.rooms.find((room) => room.id === id)?.title ?? { zh: id, en: id };
  }
}
