/** APL-8: a proposed circulation is decided or dropped by name; decided, it goes to the list and read receipts are kept. */
import { Injectable } from '@nestjs/common';
import type { DecideCirculation, DropCirculation } from '@bihuan/appeals-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Matters } from '@bihuan/matters';
import { Notices } from '@bihuan/notices';
import { Org } from '@bihuan/org';
import { circulation as matter } from '../../circulation.matter';
import { decided, dropped } from '../../domain/circulation.rules';
import type { Addressee, Circulation } from '../../domain/circulation.state';
import { Liabilities } from '../../events/publish';
import { AppealsPack } from '../../pack.settings';
import { AppealPeople, signerOf } from '../people.handler';

@Injectable()
export class DecideCirculationHandler {
  constructor(
    private readonly matters: Matters,
    private readonly people: AppealPeople,
    private readonly notices: Notices,
    private readonly liabilities: Liabilities,
    private readonly org: Org,
    private readonly pack: AppealsPack,
  ) {}

  decide(actor: UserActor, id: string, input: DecideCirculation): Promise<Circulation> {
    return this.matters.act(actor, matter, id, 'decide', input, async (tx, before) => {
      const by = signerOf(actor);
      const to = {
        persons: await this.people.employees(input.employeeIds ?? [], '/employeeIds'),
        distribution: await this.addressees(input.unitIds),
      };
      const words = {
        decision: input.decision,
        basis: input.basis || this.basisOf(before),
        demand: input.demand ?? '',
      };
      const row = decided(before, words, to, by, tx.now);
      await this.notices.send(tx, {
        subject: matter.subject(id),
        to: to.distribution.flatMap(({ readerId }) => (readerId ? [readerId] : [])),
        template: 'appeal-circulation',
        params: { number: row.number },
      });
      await this.liabilities.circulated(tx, row, by);
      return {
        row,
        action: 'decided',
        data: { unitId: row.unitId, persons: to.persons.map((person) => person.id), units: to.distribution.length },
      };
    });
  }

  drop(actor: UserActor, id: string, input: DropCirculation): Promise<Circulation> {
    return this.matters.act(actor, matter, id, 'drop', input, (tx, before) => ({
      row: dropped(before, input.reason, signerOf(actor), tx.now),
      action: 'dropped',
    }));
  }

  /** The units named, else all: a notice to all. The head reads for his unit. */
  private async addressees(unitIds: readonly string[] | undefined): Promise<readonly Addressee[]> {
    const ids = unitIds ?? (await this.org.units()).map((unit) => unit.id);
    return Promise.all(
      [...new Set(ids)].map(async (unitId, index) => {
        await this.people.demandUnit(unitId, `/unitIds/${index}`);
        return { unitId, readerId: (await this.org.headOf(unitId))?.id ?? null };
      }),
    );
  }

  private basisOf({ ground }: Circulation): string {
    return this.pack.section.circulations.find((one) => one.ground === ground)?.basis ?? '';
  }
}
