/** Names of units and people for views, from the organisation in memory. */
import { Injectable } from '@nestjs/common';
import type { PersonRef, UnitRef } from '@bihuan/events';
import { Org } from '@bihuan/org';

@Injectable()
export class Names {
  constructor(private readonly org: Org) {}

  async unit(id: string | null): Promise<UnitRef | null> {
    const unit = id ? await this.org.unit(id) : undefined;
    return unit ? { id: unit.id, name: unit.name } : null;
  }

  async person(id: string | null): Promise<PersonRef | null> {
    const person = id ? await this.org.employee(id) : undefined;
    return person ? { id: person.id, name: person.name } : null;
  }
}
