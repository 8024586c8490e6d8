/** Names of units by id, for views and papers. */
import { Injectable } from '@nestjs/common';
import type { UnitRef } from '@bihuan/events';
import { Org } from '@bihuan/org';

/** Id → unit; an id nobody knows shows without a name. */
export type UnitRefs = (id: string) => UnitRef;

@Injectable()
export class UnitNames {
  constructor(private readonly org: Org) {}

  async all(): Promise<UnitRefs> {
    const names = new Map((await this.org.units()).map(({ id, name }) => [id, name]));
    return (id) => ({ id, name: names.get(id) ?? '' });
  }
}
