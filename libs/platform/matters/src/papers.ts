/** Papers of cases and registers: the unit's name, the blank form, the key of whoever stands on it (FRM-1, FRM-2). */
import { Injectable } from '@nestjs/common';
import type { AnyFormDefinition, Paper, RegisterRange } from '@bihuan/forms';
import { FormSources } from '@bihuan/forms';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import { Org } from '@bihuan/org';
import type { Matter, MatterRow } from './matter';
import { actsOf } from './matter';
import { Matters } from './matters';

export interface PaperOf<Row> {
  readonly fill: (row: Row, about: { readonly actor: UserActor; readonly unitName: string }) => unknown;
  /** Unit whose name stands over the title; absent: the printer's own. */
  readonly unitOf?: (row: Row) => string | null;
  /** Keys of all customers on it; absent: the row's. */
  readonly keyIds?: (row: Row) => readonly string[];
  /** Permission to print; absent: to read it. */
  readonly permission?: string;
  /** The paper exists only from some act on; before it only the blank one does (409). */
  readonly when?: (row: Row) => boolean;
}

export interface RegisterPaper {
  readonly permission: string;
  readonly load: (actor: UserActor, range: RegisterRange, unitName: string) => Promise<Paper>;
}

@Injectable()
export class Papers {
  constructor(
    private readonly sources: FormSources,
    private readonly matters: Matters,
    private readonly org: Org,
  ) {}

  /** @param resource as it stands in the address: `complaints` of `/api/complaints/complaints/:id/forms/…` */
  ofMatter<Row extends MatterRow, Act extends string>(
    matter: Matter<Row, Act>,
    resource: string,
    definition: AnyFormDefinition,
    paper: PaperOf<Row>,
  ): void {
    this.sources.add(definition.code, {
      kind: 'subject',
      definition,
      resource,
      permission: paper.permission ?? matter.read,
      subjectOf: (id) => matter.subject(id),
      blank: async (actor) => ({ unitName: await this.unitName(actor.unitId) }),
      load: async (actor, id) => {
        const row = await this.matters.get(actor, matter, id);
        if (paper.when && !paper.when(row)) {
          throw commonErrors['wrong-state']({ state: row.state, allowedActions: actsOf(matter, row, actor) });
        }
        const unitName = await this.unitName(paper.unitOf?.(row) ?? actor.unitId);
        return { data: await paper.fill(row, { actor, unitName }), keyIds: paper.keyIds?.(row) ?? [row.keyId] };
      },
    });
  }

  register(definition: AnyFormDefinition, { permission, load }: RegisterPaper): void {
    this.sources.add(definition.code, {
      kind: 'register',
      definition,
      permission,
      blank: async (actor) => ({ unitName: await this.unitName(actor.unitId) }),
      load: async (actor, range) => load(actor, range, await this.unitName(actor.unitId)),
    });
  }

  private async unitName(id: string): Promise<string> {
    return (await this.org.unit(id))?.name ?? '';
  }
}
