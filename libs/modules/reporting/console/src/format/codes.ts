/** Codes of dimensions in words: units, people and months by themselves, the rest from the lists of the pack (RPT-2). */
import {
  formatDay,
  useEmployeeName,
  useLanguage,
  usePack,
  useRoomWords,
  useTexts,
  useTitle,
  useUnits,
  type ActivePack,
  type CodeTitle,
  type Title,
} from '@bihuan/console-kit';
import { useMemo } from 'react';
import { reportingTexts } from '../locales/texts';
import { periodName } from './period';

interface CodeList {
  readonly name: string;
  readonly entries: ReadonlyMap<string, Title>;
}

const isEntry = (value: unknown): value is CodeTitle =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value;

/** Every list of codes with titles in a section, whatever it is called. */
export function codeLists(section: unknown, name = ''): readonly CodeList[] {
  if (Array.isArray(section)) {
    const entries = section.filter(isEntry);
    const own = entries.length > 0 ? [{ name, entries: new Map(entries.map(({ code, title }) => [code, title])) }] : [];
    return [...own, ...section.flatMap((item) => codeLists(item, name))];
  }
  if (typeof section !== 'object' || section === null) return [];
  return Object.entries(section).flatMap(([key, value]) => codeLists(value, key));
}

/** `problemCategories` is a list of the dimension `category`, `businesses` of `business`. */
function isListOf(name: string, dimension: string): boolean {
  const list = name.toLowerCase();
  const singulars = [list, list.replace(/s$/, ''), list.replace(/es$/, ''), list.replace(/ies$/, 'y')];
  return singulars.some((one) => one.endsWith(dimension.replaceAll('-', '')));
}

/** The title of a code: from a list named like the dimension first, then from any that has it. */
export function titleIn(lists: readonly CodeList[], dimension: string, code: string): Title | undefined {
  const named = lists.filter(({ name }) => isListOf(name, dimension));
  return [...named, ...lists].find(({ entries }) => entries.has(code))?.entries.get(code);
}

const wholeLists = (pack: ActivePack | undefined): readonly CodeList[] => [
  ...codeLists(pack?.customerLevels, 'levels'),
  ...codeLists(pack?.customerLevels, 'customerClasses'),
  ...codeLists(pack?.productLines, 'productLines'),
];

export type CodeName = (dimension: string, code: string | null | undefined) => string;

/** Names of the codes of a module's cases in the reader's language. */
export function useCodeName(module: string): CodeName {
  const t = useTexts(reportingTexts);
  const language = useLanguage();
  const title = useTitle();
  const words = useRoomWords();
  const units = useUnits();
  const person = useEmployeeName();
  const pack = usePack();
  const lists = useMemo(() => [...codeLists(pack?.modules[module]), ...wholeLists(pack)], [pack, module]);
  return (dimension, code) => {
    if (code === null || code === undefined || code === '') return t('none');
    switch (dimension) {
      case 'unit':
      case 'intake-unit':
      case 'division':
        return units.find(({ id }) => id === code)?.name ?? code.slice(0, 8);
      case 'person':
      case 'engineer':
        return person(code) ?? code.slice(0, 8);
      case 'month':
        return periodName(code, language);
      case 'day':
        return formatDay(code, language);
      case 'state':
        return words(module, 'states', code);
      case 'stage':
        return words(module, 'stages', code);
      default: {
        const known = titleIn(lists, dimension, code);
        return known ? title(known) : words(module, dimension === 'conclusion' ? 'states' : 'kinds', code);
      }
    }
  };
}

/** What a filter of this dimension offers from the pack; nothing where the codes are of no list. */
export function useCodes(module: string): (dimension: string) => readonly CodeTitle[] {
  const pack = usePack();
  return (dimension) => {
    const lists = [...codeLists(pack?.modules[module]), ...wholeLists(pack)];
    const found = lists.filter(({ name }) => isListOf(name, dimension)).flatMap(({ entries }) => [...entries]);
    return [...new Map(found)].map(([code, title]) => ({ code, title }));
  };
}
