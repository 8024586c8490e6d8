/** A room registers its pages: menu entry, route and permission in one object; no page imports another room's page. */
import type { ComponentType } from 'react';
import type { Title } from '../i18n/language';

/** A matter of a room: `hotline:problem-form:<id>`. */
export interface SubjectRef {
  readonly module: string;
  readonly kind: string;
  readonly id: string;
}

export interface FirstPage {
  readonly permission: string;
  readonly rank: number;
}

export interface PageDefinition {
  /** Router path without the leading slash: `hotline/problem-forms/:id`. */
  readonly path: string;
  readonly page: ComponentType;
  /** Who holds none of these does not get the page; empty or absent = every signed-in user. */
  readonly permissions?: readonly string[];
  /**
   * Whose first page it is after log-in (design/console.md, pages by reader): whoever holds the permission. Of several
   * the lowest rank is opened; ranks are spread over the rooms, from the caller at the desk to the engineer on the road.
   */
  readonly first?: readonly FirstPage[];
  /** Entry in the menu; a page without one is reached from others. */
  readonly menu?: {
    readonly title: Title;
    readonly order: number;
    readonly group: 'today' | 'matters' | 'paper' | 'house';
  };
}

export interface RoomPages {
  /** Id of the deployed room; its pages are absent where it is not loaded (PLG-1). */
  readonly room: string;
  readonly pages: readonly PageDefinition[];
  /** Address of a matter of this room by its kind. */
  readonly subjects?: Readonly<Record<string, (id: string) => string>>;
  /** Words for the kinds, states, stages and actions of this room, for lists that mix rooms. */
  readonly words?: RoomWords;
  /** Address of the record with this number (a typed or scanned number opens it, NUM-2). */
  readonly findNumber?: (number: string) => Promise<string | undefined>;
}

export interface RoomWords {
  readonly kinds: Readonly<Record<string, Title>>;
  readonly states: Readonly<Record<string, Title>>;
  readonly stages: Readonly<Record<string, Title>>;
  /** Actions as the timeline and the work list name them. */
  readonly actions: Readonly<Record<string, Title>>;
}

/** The page somebody sees first: by what he does here, else the first of the menu. */
export function firstPage(
  pages: readonly PageDefinition[],
  holds: (permission: string) => boolean,
): PageDefinition | undefined {
  const ranks = ({ first = [] }: PageDefinition): readonly number[] =>
    first.filter(({ permission }) => holds(permission)).map(({ rank }) => rank);
  const [best] = pages.flatMap((page) => ranks(page).map((rank) => ({ page, rank }))).sort((a, b) => a.rank - b.rank);
  return best?.page ?? pages.find(({ menu }) => menu);
}

/** Checks nothing at run time; it is the typed door through which a room enters the console. */
export const definePages = (room: RoomPages): RoomPages => room;

/** `module:kind:id` as filters write it. */
export const subjectKey = ({ module, kind, id }: SubjectRef): string => `${module}:${kind}:${id}`;

/** Reads `module:kind:id`. */
export function parseSubject(key: string): SubjectRef | undefined {
  const [module, kind, id] = key.split(':');
  return module && kind && id ? { module, kind, id } : undefined;
}
