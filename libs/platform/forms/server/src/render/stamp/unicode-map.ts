/** Reads and writes the ToUnicode tables of a PDF, and makes their radicals Han characters again (toolchain.md "PDF"). */
import { HAN_OF_RADICAL } from './radicals';

/** Most entries one block of a table may hold. */
const BLOCK = 100;

const RADICAL = /[\u2e80-\u2fdf]/g;

/** A table as text: glyph number (two bytes, hex) → characters. */
export function writeUnicodeMap(entries: readonly (readonly [glyph: number, text: string])[]): string {
  const lines = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
  ];
  for (let start = 0; start < entries.length; start += BLOCK) {
    const block = entries.slice(start, start + BLOCK);
    lines.push(`${block.length} beginbfchar`, ...block.map(([glyph, text]) => `<${hex(glyph)}> <${utf16(text)}>`));
    lines.push('endbfchar');
  }
  lines.push('endcmap', 'CMapName currentdict /CMap defineresource pop', 'end', 'end');
  return lines.join('\n');
}

/** The table with Han characters in place of radicals; undefined when it has none to replace. */
export function cureUnicodeMap(table: string): string | undefined {
  const entries = readUnicodeMap(table);
  let changed = false;
  const cured = entries.map(([glyph, text]) => {
    const better = text.replace(RADICAL, (radical) => HAN_OF_RADICAL.get(radical.charCodeAt(0)) ?? radical);
    changed ||= better !== text;
    return [glyph, better] as const;
  });
  return changed ? writeUnicodeMap(cured) : undefined;
}

/** Every entry of a table, ranges laid out one by one. */
export function readUnicodeMap(table: string): [glyph: number, text: string][] {
  const entries: [number, string][] = [];
  for (const [, body] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, text] of (body as string).matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      entries.push([Number.parseInt(glyph as string, 16), fromUtf16(text as string)]);
    }
  }
  for (const [, body] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const range = /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])/g;
    for (const [, low, high, first, list] of (body as string).matchAll(range)) {
      const from = Number.parseInt(low as string, 16);
      const to = Number.parseInt(high as string, 16);
      const listed = list?.match(/[0-9a-fA-F]+/g);
      for (let glyph = from; glyph <= to; glyph++) {
        entries.push([
          glyph,
          listed ? fromUtf16(listed[glyph - from] ?? '') : following(first as string, glyph - from),
        ]);
      }
    }
  }
  return entries;
}

/** In a range only the last unit counts up. */
function following(first: string, steps: number): string {
  const text = fromUtf16(first);
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps);
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');
const utf16 = (text: string): string => text.replace(/[\s\S]/g, (unit) => hex(unit.charCodeAt(0)));
const fromUtf16 = (digits: string): string =>
  (digits.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
