/** Who reads the story of a template or a printer: whoever manages those of its unit (IDN-2). */
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { reachesUnit } from '@bihuan/plugin-kit';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import type { UnitOfWork } from '@bihuan/database';

const KINDS: Readonly<Record<string, { readonly table: string; readonly permission: string }>> = {
  template: { table: 'forms.template', permission: FORMS_PERMISSIONS.templates },
  printer: { table: 'forms.printer', permission: FORMS_PERMISSIONS.printers },
};

export async function mayReadStory(work: UnitOfWork, actor: UserActor, { kind, id }: Subject): Promise<boolean> {
  const known = KINDS[kind];
  if (!known) return false;
  const [row] = await work.query<{ unit: string }>(`select unit_id as unit from ${known.table} where id = $1`, [id]);
  return row !== undefined && reachesUnit(actor, known.permission, row.unit);
}
