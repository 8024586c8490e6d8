/** Finished matters as revisit knows them by their events: proof for evaluations, repairs behind a form (RVT-8, form 5). */
import { RowStore } from '@bihuan/database';
import type { Transaction } from '@bihuan/database';

export interface KnownMatter {
  readonly id: string;
  readonly version: number;
  readonly module: string;
  readonly kind: string;
  readonly number: string;
  /** The matter it came from: the form of an order. */
  readonly sourceId: string | null;
  readonly customerId: string | null;
  readonly keyId: string;
  readonly customerName: string;
  readonly phone: string;
  readonly site: string;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly faultGrade: number | null;
  readonly unitId: string;
  readonly concludedAt: Date | null;
}

export const knownMatters = new RowStore<KnownMatter>('revisit.matter', {
  id: 'uuid',
  version: 'int',
  module: 'text',
  kind: 'text',
  number: 'text',
  sourceId: 'uuid',
  customerId: 'uuid',
  keyId: 'uuid',
  customerName: 'text',
  phone: 'text',
  site: 'text',
  handlerId: 'uuid',
  handlerName: 'text',
  faultGrade: 'int',
  unitId: 'uuid',
  concludedAt: 'timestamptz',
});

/** Notes a matter, or what is newer of it. */
export async function note(tx: Transaction, matter: Omit<KnownMatter, 'version'>): Promise<void> {
  const [present] = await knownMatters.find(tx, 'r.id = $1 for update', [matter.id]);
  if (!present) knownMatters.add(tx, { ...matter, version: 1 });
  else await knownMatters.save(tx, present, { ...present, ...matter, version: present.version });
}

/** The latest order that was made for a matter: who repaired it, and how difficult it was. */
export async function repairOf(tx: Transaction, matterId: string): Promise<KnownMatter | undefined> {
  const [repair] = await knownMatters.find(tx, 'r.source_id = $1 order by r.concluded_at desc limit 1', [matterId]);
  return repair;
}
