/** Head-counts of a pack against its people (ORG-2): nobody is over the limit; who is missing is vacant, not wrong. */
import { heldIn, seatsOf } from '@bihuan/domain';
import type { Pack } from './pack.schema';
import type { PackPost } from './organisation.schema';

type Organisation = Pack['organisation'];

/** A post in one unit, with how many hold it. */
export interface FilledPost {
  readonly post: PackPost;
  readonly index: number;
  readonly unit: string;
  readonly count: number;
}

/** Every post of every unit it stands for. */
export function filledPosts({ units, employees, posts }: Organisation): FilledPost[] {
  const places = units.map(({ code, function: purpose, parent }) => ({ key: code, function: purpose, parent }));
  return seatsOf(posts, places).map((seats) => ({
    post: seats.post,
    index: seats.index,
    unit: seats.unit,
    count: heldIn(seats, employees),
  }));
}

export function postProblems(organisation: Organisation): string[] {
  return filledPosts(organisation).flatMap(({ post, index, unit, count }) =>
    count > post.max
      ? [
          `organisation.posts[${index}].max: "${unit}" has ${count} in the position "${post.position}", at most ${post.max} allowed`,
        ]
      : [],
  );
}
