/** Posts of an organisation: how many may hold a position in a unit, who fills it, who would be one too many (ORG-2). */

/** Head-count of a position, in one unit or in each unit of a function. */
export interface Post {
  readonly position: string;
  /** Key of the unit; else `function` says which units. */
  readonly unit?: string | undefined;
  readonly function?: string | undefined;
  /** People in the units below count too. */
  readonly below: boolean;
  readonly min: number;
  readonly max: number;
}

/** A unit as the posts see it. */
export interface Place {
  readonly key: string;
  readonly function: string;
  /** Key of the unit above. */
  readonly parent?: string | null | undefined;
}

export interface Holder {
  readonly position: string;
  /** Key of his unit. */
  readonly unit: string;
}

/** A post in one of the units it stands for. */
export interface Seats<P extends Post = Post> {
  readonly post: P;
  /** Place of the post in the list. */
  readonly index: number;
  readonly unit: string;
  /** Keys of the units whose people count. */
  readonly within: ReadonlySet<string>;
}

/** Every post of every unit it stands for, in the order of posts and units. */
export function seatsOf<P extends Post>(posts: readonly P[], places: readonly Place[]): Seats<P>[] {
  const parents = new Map(places.map(({ key, parent }) => [key, parent]));
  const isBelow = (key: string | null | undefined, upper: string): boolean =>
    typeof key === 'string' && (key === upper || isBelow(parents.get(key), upper));
  const within = (upper: string): string[] => places.map(({ key }) => key).filter((key) => isBelow(key, upper));
  return posts.flatMap((post, index) =>
    places
      .filter(({ key, function: purpose }) => (post.unit === undefined ? purpose === post.function : key === post.unit))
      .map(({ key }) => ({ post, index, unit: key, within: new Set(post.below ? within(key) : [key]) })),
  );
}

const counts = ({ post, within }: Seats, { position, unit }: Holder): boolean =>
  post.position === position && within.has(unit);

/** How many hold it. */
export const heldIn = (seats: Seats, holders: readonly Holder[]): number =>
  holders.filter((holder) => counts(seats, holder)).length;

/**
 * The first post that would be over its limit. A post in which he counted before is not asked again: whoever is moved
 * within it, or has it since before the limit was lowered, takes nobody's place.
 *
 * @param others everybody else
 * @param before where he stood until now
 */
export function fullSeats<P extends Post>(
  all: readonly Seats<P>[],
  others: readonly Holder[],
  coming: Holder,
  before?: Holder,
): Seats<P> | undefined {
  return all.find(
    (seats) => counts(seats, coming) && !(before && counts(seats, before)) && heldIn(seats, others) >= seats.post.max,
  );
}
