/** Sets the company up from a pack: units and positions always, its people only as demonstration (api.md Demo data). */
import { Injectable } from '@nestjs/common';
import { systemActor } from '@bihuan/plugin-kit';
import { UnitOfWork } from '@bihuan/database';
import type { EmployeeData, RecipientData, StructureData } from '@bihuan/org-contract';
import { OrganisationWriter } from './data/organisation.writer';
import { Org } from './org';

@Injectable()
export class OrgSetup {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writer: OrganisationWriter,
    private readonly org: Org,
  ) {}

  /** At every start: units, positions, posts and recipients become those of the active pack. Several processes may do so at once. */
  async applyStructure(organisation: StructureData, recipients: RecipientData): Promise<void> {
    await this.work.run(systemActor('set-up'), async (tx) => {
      await tx.query('select 1 from org.state for update');
      if (await this.writer.structure(tx, organisation, recipients)) await this.org.changed(tx);
    });
  }

  /** Once: the pack's people for a demonstration, or a production's first administrator; nothing where there are people. */
  async addFirstPeople(employees: readonly EmployeeData[]): Promise<void> {
    await this.work.run(systemActor('set-up'), async (tx) => {
      await tx.query('select 1 from org.state for update');
      if (!(await this.writer.isEmpty(tx))) return;
      await this.writer.people(tx, employees);
      await this.org.changed(tx);
    });
  }
}
