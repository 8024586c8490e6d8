/** What a call file is checked against: the lists of the active pack and the officers who can log in. */
import { Codes } from './codes';
import type { Coded } from './codes';

/** The hotline's section of `GET /api/packs/active`, as far as the demonstration reads it. */
export interface HotlineLists {
  readonly channels: readonly (Coded & { readonly phone: boolean })[];
  readonly contactCategories: readonly Coded[];
  readonly problemCategories: readonly (Coded & { readonly kinds: readonly Coded[] })[];
}

/** Category of a contact that no officer handles (api.md). */
export const NUISANCE = 'nuisance';

export class House {
  readonly channels: Codes;
  /** Categories of a contact, the form's own among them. */
  readonly categories: Codes;
  readonly formCategories: Codes;
  /** Codes of the channels that are telephones. */
  readonly phoneChannels: readonly string[];
  private readonly kindsOf: ReadonlyMap<string, Codes>;

  /** @param officers officer numbers that can log in, such as `01` */
  constructor(
    lists: HotlineLists,
    readonly officers: readonly string[],
  ) {
    this.channels = new Codes(lists.channels);
    this.phoneChannels = lists.channels.filter(({ phone }) => phone).map(({ code }) => code);
    this.formCategories = new Codes(lists.problemCategories);
    this.categories = new Codes([...lists.problemCategories, ...lists.contactCategories]);
    this.kindsOf = new Map(lists.problemCategories.map(({ code, kinds }) => [code, new Codes(kinds)]));
  }

  /** Sub-kinds of a category; an empty list where it has none. */
  kinds(category: string): Codes {
    return this.kindsOf.get(category) ?? new Codes([]);
  }

  /** `1` is officer `01`: sheets drop leading zeros. */
  officer(cell: string): string | undefined {
    const wanted = cell.normalize('NFKC').trim();
    return this.officers.find(
      (number) => number === wanted || (/^\d+$/.test(wanted) && Number(number) === Number(wanted)),
    );
  }
}
