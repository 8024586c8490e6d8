/** Rows of departments' templates: one template a form and unit, with its versions (FRM-4). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { RowStore, UnitOfWork } from '@bihuan/database';

export interface TemplateRow {
  readonly id: string;
  readonly version: number;
  readonly formCode: string;
  readonly unitId: string;
  /** The version in use; `null` = the shipped template. */
  readonly activeId: string | null;
}

export interface VersionRow {
  readonly id: string;
  readonly templateId: string;
  readonly number: number;
  readonly source: string;
  readonly note: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly activatedBy: string | null;
  readonly activatedAt: Date | null;
}

/** A version in a list: its size instead of its text. */
export type VersionLine = Omit<VersionRow, 'source'> & { readonly bytes: number };

const rows = new RowStore<TemplateRow>('forms.template', {
  id: 'uuid',
  version: 'int',
  formCode: 'text',
  unitId: 'uuid',
  activeId: 'uuid',
});

const LINE = `v.id, v.template_id as "templateId", v.number, v.note, v.uploaded_by as "uploadedBy",
  v.uploaded_at as "uploadedAt", v.activated_by as "activatedBy", v.activated_at as "activatedAt"`;

@Injectable()
export class TemplateStore {
  constructor(private readonly work: UnitOfWork) {}

  /** Of these units, or of all. */
  list(units: 'all' | readonly string[], formCode?: string): Promise<TemplateRow[]> {
    return rows.find(
      this.work,
      '($1::uuid[] is null or r.unit_id = any($1::uuid[])) and ($2::text is null or r.form_code = $2) order by r.id',
      [units === 'all' ? null : units, formCode ?? null],
    );
  }

  /** Newest first. */
  versions(templateIds: readonly string[]): Promise<VersionLine[]> {
    return this.work.query<VersionLine>(
      `select ${LINE}, octet_length(v.source) as bytes from forms.template_version v
       where v.template_id = any($1::uuid[]) order by v.number desc`,
      [templateIds],
    );
  }

  /** A version of this form with whose it is; undefined where there is none. */
  async version(formCode: string, id: string): Promise<(VersionRow & { readonly unitId: string }) | undefined> {
    const [row] = await this.work.query<VersionRow & { unitId: string }>(
      `select ${LINE}, v.source, t.unit_id as "unitId" from forms.template_version v
       join forms.template t on t.id = v.template_id where v.id = $1 and t.form_code = $2`,
      [id, formCode],
    );
    return row;
  }

  /** Versions in use of one form in any of these units. */
  active(formCode: string, units: readonly string[]): Promise<{ unitId: string; number: number; source: string }[]> {
    return this.work.query(
      `select t.unit_id as "unitId", v.number, v.source from forms.template t
       join forms.template_version v on v.id = t.active_id where t.form_code = $1 and t.unit_id = any($2::uuid[])`,
      [formCode, units],
    );
  }

  /** The unit's template of a form, locked; made where there is none yet. */
  async lockOrAdd(tx: Transaction, formCode: string, unitId: string): Promise<TemplateRow> {
    await tx.query(
      `insert into forms.template (id, form_code, unit_id) values ($1, $2, $3)
       on conflict (form_code, unit_id) do nothing`,
      [randomUUID(), formCode, unitId],
    );
    return this.lock(tx, formCode, unitId);
  }

  /** @throws 404 where the unit has none */
  async lock(tx: Transaction, formCode: string, unitId: string): Promise<TemplateRow> {
    const [row] = await rows.find(tx, 'r.form_code = $1 and r.unit_id = $2 for update', [formCode, unitId]);
    if (!row) throw commonErrors['not-found']();
    return row;
  }

  /** Adds the next version; answers its number. */
  async addVersion(
    tx: Transaction,
    template: TemplateRow,
    version: Pick<VersionRow, 'id' | 'source' | 'note' | 'uploadedBy'>,
  ): Promise<number> {
    const [row] = await tx.query<{ number: number }>(
      `insert into forms.template_version (id, template_id, number, source, note, uploaded_by, uploaded_at)
       select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6 from forms.template_version where template_id = $2
       returning number`,
      [version.id, template.id, version.source, version.note, version.uploadedBy, tx.now],
    );
    await this.raise(tx, template);
    return row?.number ?? 0;
  }

  /** @param versionId `null` = the shipped template */
  async use(tx: Transaction, template: TemplateRow, versionId: string | null, by: string): Promise<void> {
    await rows.save(tx, template, { ...template, activeId: versionId });
    if (versionId === null) return;
    await tx.query('update forms.template_version set activated_by = $2, activated_at = $3 where id = $1', [
      versionId,
      by,
      tx.now,
    ]);
  }

  private async raise(tx: Transaction, { id }: TemplateRow): Promise<void> {
    await tx.query('update forms.template set version = version + 1 where id = $1', [id]);
  }
}
