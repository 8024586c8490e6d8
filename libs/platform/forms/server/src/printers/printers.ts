/** Printers as data: an administrator enters them, the people of their units use them; each act is audited (FRM-6, IDN-3). */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField, reachesUnit, reachOf } from '@bihuan/plugin-kit';
import type { AddPrinter, ChangePrinter, PrinterView } from '@bihuan/forms-contract';
import { FORMS_PERMISSIONS } from '@bihuan/forms-contract';
import type { Transaction } from '@bihuan/database';
import { demandVersion, UnitOfWork } from '@bihuan/database';
import { Recorder } from '@bihuan/audit';
import { Org } from '@bihuan/org';
import { unitsUpwards } from '../units-upwards';
import { printerAddress } from './ipp/printer-address';
import type { PrinterRow } from './printer.store';
import { printerStore, printerSubject } from './printer.store';

const { printers: MANAGE, print: PRINT } = FORMS_PERMISSIONS;

@Injectable()
export class Printers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly recorder: Recorder,
    @Inject(Org) private readonly org: Pick<Org, 'unit' | 'demandUnit'>,
  ) {}

  /** Those he may print on, and those he manages, by name. */
  async list(actor: UserActor): Promise<PrinterView[]> {
    const rows = await printerStore.find(this.work, 'true order by r.name, r.id');
    const seen = await Promise.all(rows.map((row) => this.sees(actor, row)));
    return Promise.all(rows.filter((_row, index) => seen[index]).map((row) => this.view(actor, row)));
  }

  /** A printer he sees. @throws 404 */
  async one(actor: UserActor, id: string): Promise<PrinterRow> {
    const [row] = await printerStore.find(this.work, 'r.id = $1', [id]);
    if (!row || !(await this.sees(actor, row))) throw commonErrors['not-found']();
    return row;
  }

  async view(actor: UserActor, row: PrinterRow): Promise<PrinterView> {
    const { id, version, name, unitId, enabled, url, fingerprint } = row;
    const unitName = (await this.org.unit(unitId))?.name ?? unitId;
    const seen = { id, version, name, unitId, unitName, enabled };
    return reachesUnit(actor, MANAGE, unitId) ? { ...seen, url, fingerprint } : seen;
  }

  async add(actor: UserActor, { fingerprint, ...given }: AddPrinter): Promise<PrinterView> {
    await this.check(actor, given);
    const row = await this.work.run(actor, async (tx) => {
      const made: PrinterRow = {
        ...given,
        fingerprint: fingerprint ?? null,
        id: randomUUID(),
        version: 1,
        enabled: true,
        createdAt: tx.now,
      };
      printerStore.add(tx, made);
      await this.note(tx, made, 'printer-added', { after: told(made) });
      return made;
    });
    return this.view(actor, row);
  }

  async change(actor: UserActor, id: string, { version, ...given }: ChangePrinter): Promise<PrinterView> {
    await this.check(actor, given);
    const row = await this.work.run(actor, async (tx) => {
      const before = await printerStore.lock(tx, id);
      if (!reachesUnit(actor, MANAGE, before.unitId)) throw commonErrors['not-found']();
      demandVersion(before, version);
      const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const after = await printerStore.save(tx, before, { ...before, ...changes });
      await this.note(tx, after, 'printer-changed', { before: told(before), after: told(after) });
      return after;
    });
    return this.view(actor, row);
  }

  /** A printer serves its unit and those below; whoever prints for other units sees theirs too. */
  private async sees(actor: UserActor, { unitId, enabled }: PrinterRow): Promise<boolean> {
    if (reachesUnit(actor, MANAGE, unitId)) return true;
    if (!enabled || reachOf(actor, PRINT) === undefined) return false;
    if (reachesUnit(actor, PRINT, unitId)) return true;
    const own = [actor.unitId, ...(actor.furtherUnitIds ?? [])];
    const served = await Promise.all(own.map((unit) => unitsUpwards(this.org, unit)));
    return served.flat().includes(unitId);
  }

  private async check(actor: UserActor, given: Pick<ChangePrinter, 'url' | 'unitId'>): Promise<void> {
    if (given.url !== undefined && !printerAddress(given.url)) {
      throw invalidField(
        '/url',
        'bad-printer-address',
        '请填写打印机的 ipp:// 或 ipps:// 地址，例如 ipp://10.1.2.3/ipp/print，不含用户名和参数。 / ' +
          'Give the printer’s ipp:// or ipps:// address, such as ipp://10.1.2.3/ipp/print, without user or query.',
      );
    }
    if (given.unitId === undefined) return;
    await this.org.demandUnit(given.unitId);
    if (!reachesUnit(actor, MANAGE, given.unitId)) throw commonErrors.forbidden();
  }

  private note(tx: Transaction, { id }: PrinterRow, action: string, data: Record<string, unknown>): Promise<void> {
    return this.recorder.record(tx, { subject: printerSubject(id), action, data });
  }
}

const told = ({ name, url, unitId, enabled, fingerprint }: PrinterRow) => ({ name, url, unitId, enabled, fingerprint });
