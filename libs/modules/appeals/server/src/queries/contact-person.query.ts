/** Who answers for a branch's appeals (APL-9). */
import { Injectable } from '@nestjs/common';
import type { ContactLine, ContactView } from '@bihuan/appeals-contract';
import { UnitOfWork } from '@bihuan/database';
import { Org } from '@bihuan/org';
import type { ContactPerson } from '../data/contact-person.store';
import { contactPersons } from '../data/contact-person.store';

@Injectable()
export class ContactViews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly org: Org,
  ) {}

  /** All units; those without a contact person are listed with none. */
  async list(): Promise<readonly ContactLine[]> {
    const named = new Map((await contactPersons.find(this.work, 'true')).map((row) => [row.unitId, row]));
    return Promise.all(
      (await this.org.units()).map(async ({ id, name }) => {
        const row = named.get(id);
        return {
          unit: { id, name },
          contact: row ? await this.person(row.contactId) : null,
          deputy: row ? await this.person(row.deputyId) : null,
          since: row?.since.toISOString() ?? null,
          version: row?.version ?? null,
        };
      }),
    );
  }

  async view(row: ContactPerson, moved: number): Promise<ContactView> {
    const unit = await this.org.unit(row.unitId);
    return {
      id: row.id,
      version: row.version,
      unit: { id: row.unitId, name: unit?.name ?? '' },
      contact: await this.person(row.contactId),
      deputy: await this.person(row.deputyId),
      since: row.since.toISOString(),
      former: await Promise.all(
        row.former.map(async ({ contactId, deputyId, since, until }) => ({
          contact: await this.person(contactId),
          deputy: await this.person(deputyId),
          since,
          until,
        })),
      ),
      moved,
    };
  }

  private async person(id: string) {
    return { id, name: (await this.org.employee(id))?.name ?? '' };
  }
}
