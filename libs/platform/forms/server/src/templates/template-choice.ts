/** Which template a paper is printed with: the printing unit's own, else that of the nearest unit above, else the shipped one (FRM-4). */
import { Inject, Injectable } from '@nestjs/common';
import { Org } from '@bihuan/org';
import type { AnyFormDefinition } from '../render/form-definition';
import { unitsUpwards } from '../units-upwards';
import { partsOf } from './check/check-template';
import { TemplateStore } from './template.store';

@Injectable()
export class TemplateChoice {
  constructor(
    private readonly store: TemplateStore,
    @Inject(Org) private readonly org: Pick<Org, 'unit'>,
  ) {}

  /** The form as this unit prints it. Its version says whose template it is and which (FRM-3). */
  async chosen(unitId: string, shipped: AnyFormDefinition): Promise<AnyFormDefinition> {
    const units = await unitsUpwards(this.org, unitId);
    const active = await this.store.active(shipped.code, units);
    const nearest = units.flatMap((unit) => active.filter((one) => one.unitId === unit)).at(0);
    if (!nearest) return shipped;
    const code = (await this.org.unit(nearest.unitId))?.code ?? nearest.unitId;
    return withTemplate(shipped, nearest.source, `${nearest.number}@${code}`);
  }
}

/** A form with an uploaded file in place of what it was shipped with, in both languages. */
export function withTemplate(shipped: AnyFormDefinition, source: string, version: string): AnyFormDefinition {
  const { templateEn: _english, style: _style, ...form } = shipped;
  const { body, style } = partsOf(source);
  return { ...form, template: body, ...(style.trim() ? { style } : {}), version, uploaded: true };
}
