/** Imports: uploaded, tried, written as a whole or not at all (api.md Imports, CUS-4). */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors } from '@bihuan/plugin-kit';
import type { Transaction } from '@bihuan/database';
import { UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { realNow } from '@bihuan/clock';
import type { UploadedFile } from '@bihuan/http';
import { DataKeys, decryptBytes, encryptBytes } from '@bihuan/privacy';
import { exchangeErrors } from './exchange.errors';
import type { CheckContext, ImportKind, ImportResult } from './import-kinds';
import { ImportKinds } from './import-kinds';
import type { ImportRow, ImportState } from './import.store';
import { ImportStore } from './import.store';
import type { RowError, TableRow } from './table/columns';
import { readGrid, sheetType } from './table/grid-reader';
import { readTable } from './table/read-table.rules';

export interface ImportView {
  readonly id: string;
  readonly kind: string;
  readonly state: ImportState;
  /** Rows found; absent before the first dry run. */
  readonly rows?: number;
  readonly errors: readonly RowError[];
  /** Faults found; more than are listed where there are very many. */
  readonly errorCount: number;
  readonly result: ImportResult | null;
  readonly allowedActions: readonly string[];
}

interface Checked {
  readonly rows: readonly TableRow[];
  readonly errors: readonly RowError[];
}

/** An upload waits so long to be committed, real time, milliseconds: three days. */
const KEPT = 3 * 24 * 3_600_000;

/** Faults listed; who has more corrects these first. */
const SHOWN = 1_000;

@Injectable()
export class Imports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly kinds: ImportKinds,
    private readonly store: ImportStore,
    private readonly keys: DataKeys,
    private readonly recorder: Recorder,
  ) {}

  /** @throws 422 where kind or file is none, 403 without the kind's permission */
  async upload(actor: UserActor, kindName: string, file: UploadedFile): Promise<ImportView> {
    this.kind(actor, kindName);
    const format = sheetType(file.bytes, file.name);
    const id = randomUUID();
    await this.work.run(actor, async (tx) => {
      const keyId = this.keys.create(tx, null);
      await tx.flush();
      const key = (await this.keys.load([keyId], tx)).get(keyId);
      if (!key) throw commonErrors['not-found']();
      const sealed = encryptBytes(key, file.bytes);
      const row = { id, kind: kindName, format, key_id: keyId, sealed_file: sealed, uploaded_by: actor.employeeId };
      await this.store.add(tx, row, new Date(realNow().getTime() + KEPT));
      await this.note(tx, id, 'import-uploaded', { kind: kindName, format, size: file.bytes.length });
    });
    return this.view(actor, id);
  }

  async view(actor: UserActor, id: string): Promise<ImportView> {
    return viewOf(await this.store.of(id, actor.employeeId));
  }

  /** Finds every fault and writes nothing. 409 once it is committed. */
  async dryRun(actor: UserActor, id: string): Promise<ImportView> {
    const row = await this.store.of(id, actor.employeeId);
    demand(row, 'dry-run');
    // Read outside the transaction: a large sheet holds no locks.
    const table = await this.table(actor, row);
    const errors = table.errors.length > 0 ? table.errors : await this.faults(actor, row, table.rows, this.work);
    await this.work.run(actor, async (tx) => {
      demand(await this.store.lock(tx, id, actor.employeeId), 'dry-run');
      await this.store.checked(tx, id, table.rows.length, sorted(errors), SHOWN);
      await this.note(tx, id, 'import-tried', { kind: row.kind, rows: table.rows.length, errors: errors.length });
    });
    return this.view(actor, id);
  }

  /**
   * Writes all rows or none. What was right in the dry run is looked at once more: where it is not any more, the import
   * is faulty again (409) and nothing is written.
   */
  async commit(actor: UserActor, id: string): Promise<ImportView> {
    const row = await this.store.of(id, actor.employeeId);
    demand(row, 'commit');
    const { rows } = await this.table(actor, row);
    const errors = await this.work.run(actor, async (tx) => {
      demand(await this.store.lock(tx, id, actor.employeeId), 'commit');
      const found = await this.faults(actor, row, rows, tx);
      if (found.length > 0) {
        await this.store.checked(tx, id, rows.length, sorted(found), SHOWN);
        return found;
      }
      const result = await this.kind(actor, row.kind).apply(tx, rows, actor);
      await this.store.committed(tx, id, result);
      await this.note(tx, id, 'import-committed', { kind: row.kind, rows: rows.length, ...(result ? { result } : {}) });
      return found;
    });
    const after = await this.view(actor, id);
    if (errors.length > 0) {
      throw commonErrors['wrong-state']({ state: after.state, allowedActions: after.allowedActions });
    }
    return after;
  }

  private faults(actor: UserActor, row: ImportRow, rows: readonly TableRow[], read: CheckContext['read']) {
    return this.kind(actor, row.kind).check(rows, { actor, read });
  }

  private async table(actor: UserActor, row: ImportRow): Promise<Checked> {
    const key = (await this.keys.load([row.key_id])).get(row.key_id);
    if (!row.sealed_file || !key) throw exchangeErrors['file-gone']({ state: row.state, allowedActions: [] });
    const grid = await readGrid(decryptBytes(key, row.sealed_file), row.format);
    return readTable(this.kind(actor, row.kind).columns(), grid);
  }

  private kind(actor: UserActor, name: string): ImportKind {
    const kind = this.kinds.get(name);
    if (!kind) {
      const kinds = this.kinds.entries().map(([known]) => known);
      throw exchangeErrors['unknown-import-kind']({
        params: { kinds: kinds.join('、') },
        errors: [{ pointer: '/kind', code: 'unknown-import-kind', detail: kinds.join(', ') }],
      });
    }
    if (!actor.permissions.has(kind.permission)) throw commonErrors.forbidden();
    return kind;
  }

  private note(tx: Transaction, id: string, action: string, data: Record<string, unknown>): Promise<void> {
    return this.recorder.record(tx, { subject: { module: 'exchange', kind: 'import', id }, action, data });
  }
}

const ACTIONS: Readonly<Record<ImportState, readonly string[]>> = {
  uploaded: ['dry-run'],
  faulty: ['dry-run'],
  checked: ['dry-run', 'commit'],
  committed: [],
};

function demand({ state }: ImportRow, action: string): void {
  if (!ACTIONS[state].includes(action)) throw commonErrors['wrong-state']({ state, allowedActions: ACTIONS[state] });
}

const sorted = (errors: readonly RowError[]): RowError[] => [...errors].sort((a, b) => a.row - b.row);

const viewOf = (row: ImportRow): ImportView => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  ...(row.row_count === null ? {} : { rows: row.row_count }),
  errors: row.errors,
  errorCount: row.error_count,
  result: row.result,
  allowedActions: ACTIONS[row.state],
});
