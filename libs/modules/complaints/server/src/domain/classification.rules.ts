/** CMP-2: the two-way class, the symptom and the level, as the pack lists them; cross-province is nation. */
import { invalidField } from '../complaints.errors';
import type { ComplaintsSection } from '../complaints.settings';

export interface Classification {
  readonly business?: string | undefined;
  readonly kind?: string | undefined;
  readonly level?: string | undefined;
  readonly symptom?: string | undefined;
}

export interface Classified {
  readonly business: string | null;
  readonly kind: string | null;
  readonly level: string | null;
  readonly symptom: string | null;
  /** What is asked for and not there. */
  readonly missing: readonly string[];
}

type Lists = Pick<ComplaintsSection, 'businesses' | 'kinds' | 'levels' | 'symptoms' | 'crossProvinceLevel'>;

interface Entry {
  readonly code: string;
  readonly title: { readonly zh: string };
}

const listOf = (entries: readonly Entry[]): string =>
  entries.map(({ code, title }) => `${code}（${title.zh}）`).join('、');

const notOnList = (pointer: string, entries: readonly Entry[]) =>
  invalidField(pointer, 'not-on-the-list', `请从下列中选择： / Choose one of: ${listOf(entries)}`);

/**
 * @param partly what is not known yet stays open: passed on in three fields, or come from another module
 * @throws 422 with the list for a value or a pair the pack does not have, and for a list the pack has not at all
 */
export function classified(
  lists: Lists,
  given: Classification,
  { crossProvince, partly = false }: { readonly crossProvince: boolean; readonly partly?: boolean },
): Classified {
  const business = businessOf(lists, given.business);
  const kind = kindOf(lists, given.kind, business);
  const level = crossProvince && lists.crossProvinceLevel ? lists.crossProvinceLevel : levelOf(lists, given.level);
  const symptom = given.symptom ?? null;
  if (symptom !== null && !lists.symptoms.some(({ code }) => code === symptom)) {
    throw lists.symptoms.length > 0
      ? notOnList('/symptom', lists.symptoms)
      : noList('/symptom', '投诉表象', 'symptoms');
  }
  const missing = [
    ...(lists.businesses.length > 0 && business === null ? ['business'] : []),
    ...(lists.kinds.length > 0 && kind === null ? ['kind'] : []),
    ...(lists.levels.length > 0 && level === null ? ['level'] : []),
  ];
  const [first] = missing;
  if (first !== undefined && !partly) {
    const entries = { business: lists.businesses, kind: kindsOf(lists, business), level: lists.levels }[first] ?? [];
    throw invalidField(`/${first}`, 'required', `请选择： / Required, one of: ${listOf(entries)}`);
  }
  return { business, kind, level, symptom, missing };
}

function businessOf({ businesses }: Lists, given: string | undefined): string | null {
  if (given === undefined) return null;
  if (businesses.length === 0) throw noList('/business', '业务分类', 'lines of business');
  if (!businesses.some(({ code }) => code === given)) throw notOnList('/business', businesses);
  return given;
}

/** Kinds that go with a line of business; all where it is not known. */
function kindsOf({ businesses, kinds }: Lists, business: string | null): readonly Entry[] {
  const own = businesses.find(({ code }) => code === business)?.kinds;
  return own ? kinds.filter(({ code }) => own.includes(code)) : kinds;
}

/** Free text where the pack lists no kinds. */
function kindOf(lists: Lists, given: string | undefined, business: string | null): string | null {
  if (given === undefined) return null;
  if (lists.kinds.length === 0) return given;
  const allowed = kindsOf(lists, business);
  if (!allowed.some(({ code }) => code === given)) throw notOnList('/kind', allowed);
  return given;
}

function levelOf({ levels }: Lists, given: string | undefined): string | null {
  if (given === undefined) return null;
  if (levels.length === 0) throw noList('/level', '投诉级别', 'levels');
  if (!levels.some(({ code }) => code === given)) throw notOnList('/level', levels);
  return given;
}

const noList = (pointer: string, zh: string, en: string) =>
  invalidField(pointer, 'not-in-this-pack', `本企业没有${zh}，请不要填写。 / This company has no ${en}: leave it out.`);

/** A value of a list, by code; 422 with the list else. */
export function demandEntry(pointer: string, entries: readonly Entry[], given: string): void {
  if (!entries.some(({ code }) => code === given)) throw notOnList(pointer, entries);
}

/**
 * CMP-6: a cause of the pack's list by code or title; other words are its `other`, and stay as text. Words are never the
 * code: that is counted and told to other modules, and somebody may be named in them (CUS-5).
 */
export function causeOf(causes: readonly Entry[], given: string): { readonly cause: string; readonly text: string } {
  if (causes.length === 0) return { cause: '', text: given };
  const known = causes.find(({ code, title }) => code === given || title.zh === given);
  if (known) return { cause: known.code, text: '' };
  const other = causes.find(({ code }) => code === OTHER);
  if (!other) throw notOnList('/cause', causes);
  return { cause: other.code, text: given };
}

const OTHER = 'other';
