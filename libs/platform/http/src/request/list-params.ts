/** `@ListParams()`: page, filter and sort of a list address (api.md Conventions). */
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import { invalidField } from '@bihuan/plugin-kit';
import { isStorableText } from './input';
import type { HttpRequest } from './request';

export interface ListQuery {
  /** Cursor given as `page.next` of the page before; read it with `decodeCursor`. */
  readonly after?: string;
  /** Rows a page, 1–200. */
  readonly size: number;
  /** `filter[unit]=…` → `{ unit: … }` */
  readonly filter: Readonly<Record<string, string>>;
  /** Field, with `-` in front where it goes down. */
  readonly sort?: string;
}

const SIZE = { usual: 50, most: 200 };

export const ListParams = createParamDecorator((_: unknown, context: ExecutionContext): ListQuery =>
  listParams(context.switchToHttp().getRequest<HttpRequest>().query as Record<string, string | string[]>),
);

/** Reads the query of an address; what is malformed is 422 and named by its parameter. */
export function listParams(query: Readonly<Record<string, string | string[]>>): ListQuery {
  const filter: Record<string, string> = {};
  let after: string | undefined;
  let size = SIZE.usual;
  let sort: string | undefined;
  for (const [name, given] of Object.entries(query)) {
    const value = Array.isArray(given) ? given[given.length - 1] : given;
    if (value === undefined) continue;
    if (!isStorableText(value)) throw invalidField(`/${name}`, 'unwritable-text', name);
    const [, filtered] = /^filter\[([A-Za-z][\w-]*)\]$/.exec(name) ?? [];
    if (filtered) filter[filtered] = value;
    else if (name === 'page[after]') after = value;
    else if (name === 'page[size]') size = pageSize(value);
    else if (name === 'sort') sort = value;
  }
  return { size, filter, ...(after ? { after } : {}), ...(sort ? { sort } : {}) };
}

function pageSize(value: string): number {
  if (!/^\d{1,6}$/.test(value) || Number(value) < 1) {
    throw invalidField('/page[size]', 'bad-page-size', `1–${SIZE.most}`);
  }
  return Math.min(Number(value), SIZE.most);
}
