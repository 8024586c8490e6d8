/** Head-counts of a pack against its people (ORG-2): nobody is over the limit; who is missing is vacant, not wrong. */
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
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const within = (unit: string | undefined, upper: string): boolean =>
    unit !== undefined && (unit === upper || within(parents.get(unit), upper));
  return posts.flatMap((post, index) =>
    units
      .filter(({ code, function: purpose }) => code === post.unit || purpose === post.function)
      .map(({ code }) => ({
        post,
        index,
        unit: code,
        count: employees.filter(
          ({ unit, position }) => position === post.position && (post.below ? within(unit, code) : unit === code),
        ).length,
      })),
  );
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
