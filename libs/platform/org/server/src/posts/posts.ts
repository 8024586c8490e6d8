/** Head-counts (ORG-2): who would be one too many is refused, what is under its minimum is listed as vacant. */
import { Injectable } from '@nestjs/common';
import type { Holder, Seats } from '@bihuan/domain';
import { fullSeats, heldIn } from '@bihuan/domain';
import type { PostView } from '@bihuan/org-contract';
import type { Transaction } from '@bihuan/database';
import type { OrgPost, Snapshot } from '../data/snapshot';
import { Org } from '../org';
import { atField } from '../org.errors';

/** Somebody who takes a position, or takes it elsewhere. */
export interface Coming {
  readonly position: string;
  readonly unitId: string;
}

export interface PostFilter {
  /** Id or code. */
  readonly unit?: string | undefined;
  readonly position?: string | undefined;
  /** Only those under their minimum. */
  readonly vacant?: boolean | undefined;
}

@Injectable()
export class Posts {
  constructor(private readonly org: Org) {}

  /**
   * The caller holds the lock of `org.state`, so that two cannot take the last place.
   *
   * @param who the employee himself, where he is there already, and where he stood until now
   * @throws post-full at the pointer, naming the unit, the position and the limit
   */
  async demandRoom(
    tx: Transaction,
    coming: Coming,
    pointer: string,
    who?: { readonly id: string; readonly before: Coming },
  ): Promise<void> {
    const snapshot = await this.org.snapshot();
    const seats = snapshot.seats.filter(({ post }) => post.position === coming.position);
    if (seats.length === 0) return;
    const others = await tx.query<Holder>(
      'select position, unit_id as unit from org.employee where position = $1 and id is distinct from $2',
      [coming.position, who?.id ?? null],
    );
    const full = fullSeats(seats, others, holderOf(coming), who && holderOf(who.before));
    if (full) throw atField('post-full', pointer, wordsOf(snapshot, full, others));
  }

  /** Every post of every unit it stands for, with how many hold it and how many are missing. */
  async list({ unit, position, vacant }: PostFilter): Promise<PostView[]> {
    const snapshot = await this.org.snapshot();
    const unitId = unit === undefined ? undefined : (snapshot.unitsByCode.get(unit)?.id ?? unit);
    const holders = [...snapshot.employees.values()].map(holderOf);
    return snapshot.seats
      .map((seats) => viewOf(snapshot, seats, heldIn(seats, holders)))
      .filter(
        (view) =>
          (unitId === undefined || view.unitId === unitId) &&
          (position === undefined || view.position === position) &&
          (vacant !== true || view.vacant > 0),
      );
  }
}

/** The words of the refusal. */
export const wordsOf = (snapshot: Snapshot, full: Seats<OrgPost>, others: readonly Holder[]) => ({
  unit: snapshot.unitsById.get(full.unit)?.name ?? '',
  position: full.post.title.zh,
  positionEn: full.post.title.en,
  max: full.post.max,
  held: heldIn(full, others),
});

export const holderOf = ({ position, unitId }: Coming): Holder => ({ position, unit: unitId });

const viewOf = (snapshot: Snapshot, { post, unit }: Seats<OrgPost>, held: number): PostView => ({
  unitId: unit,
  unit: snapshot.unitsById.get(unit)?.name ?? '',
  position: post.position,
  title: post.title,
  below: post.below,
  min: post.min,
  max: post.max,
  held,
  vacant: Math.max(0, post.min - held),
});
