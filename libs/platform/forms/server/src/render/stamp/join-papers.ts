/** Filed papers as one document for the printer, with each font in it once (FRM-2). */
import { setImmediate } from 'node:timers/promises';
import { PDFArray, PDFDocument, PDFNumber, PDFObjectCopier, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import type { FormLanguage } from '../form-definition';
import { type EmbeddedFont, embeddedFonts, glyphTable } from './embedded-fonts';
import { bytesOf, describe, type Leaf, leaves, name, openPdf, pack, savePdf, setLeaves } from './pdf-parts';
import { type Glyph, repack } from './repack';
import { dropLost, mergeEqual, redirect } from './same-objects';
import { stream } from './stamp-font';
import { TrueTypeFont } from './true-type';
import { readUnicodeMap, writeUnicodeMap } from './unicode-map';

/** All pages of all papers, in the order given. */
export async function joinPapers(
  papers: readonly Uint8Array[],
  title: string,
  language: FormLanguage = 'zh-CN',
): Promise<Uint8Array> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  const pages: Leaf[] = [];
  for (const paper of papers) {
    const part = await openPdf(paper);
    const copier = PDFObjectCopier.for(part.context, whole.context);
    for (const { node } of leaves(part)) {
      const copied = copier.copy(node);
      pages.push({ ref: whole.context.register(copied), node: copied });
    }
    // Hundreds of papers must not hold up the requests of others.
    await setImmediate();
  }
  setLeaves(whole, pages);
  await mergeFonts(whole);
  mergeEqual(whole);
  describe(whole, title, language);
  dropLost(whole);
  return savePdf(whole);
}

/** A font of one paper, read: its glyphs under the numbers that pages name them by. */
interface Cut {
  readonly font: EmbeddedFont;
  readonly file: TrueTypeFont;
  readonly glyphs: ReadonlyMap<number, Glyph>;
  readonly unicode: ReadonlyMap<number, string>;
}

/** Cuts of one font that can be one, and what they draw together. */
interface Group {
  readonly first: Cut;
  readonly others: EmbeddedFont[];
  readonly glyphs: Map<number, Glyph>;
  readonly unicode: Map<number, string>;
  readonly widths: Map<number, number>;
}

/** Of each font one, with every glyph that any paper shows; cuts of another version of it stay as they are. */
async function mergeFonts(document: PDFDocument): Promise<void> {
  const groups = new Map<string, Group>();
  for (const font of embeddedFonts(document)) {
    const cut = readCut(font);
    const key = `${baseName(font)} ${cut.file.origin} ${String(font.descendant.get(name('DW')))}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { first: cut, others: [], ...seen(cut) });
    else if (agrees(cut, group)) add(group, cut);
    await setImmediate();
  }
  for (const group of groups.values()) if (group.others.length > 0) await write(document, group);
}

const seen = (cut: Cut): Pick<Group, 'glyphs' | 'unicode' | 'widths'> => ({
  glyphs: new Map(cut.glyphs),
  unicode: new Map(cut.unicode),
  widths: widthsOf(cut.font),
});

function add(group: Group, cut: Cut): void {
  group.others.push(cut.font);
  for (const [shown, glyph] of cut.glyphs) if (!group.glyphs.has(shown)) group.glyphs.set(shown, glyph);
  for (const [shown, text] of cut.unicode) group.unicode.set(shown, text);
  for (const [shown, width] of widthsOf(cut.font)) group.widths.set(shown, width);
}

/** The font of the first cut takes in what the others draw, and their pages name it. */
async function write({ context }: PDFDocument, { first, others, ...drawn }: Group): Promise<void> {
  const { font, file: model } = first;
  const { file, numbers } = repack(model, new Map(byNumber(drawn.glyphs)));
  const meanings = Buffer.from(writeUnicodeMap(byNumber(drawn.unicode)));
  const [packedFile, packedTable, packedMeanings] = await Promise.all([
    pack(file),
    pack(glyphTable(numbers)),
    pack(meanings),
  ]);
  context.assign(font.fileRef, stream(context, packedFile, { Length1: file.length }));
  context.assign(font.unicodeRef, stream(context, packedMeanings, {}));
  font.descendant.set(name('CIDToGIDMap'), context.register(stream(context, packedTable, {})));
  font.descendant.set(name('W'), context.obj(byNumber(drawn.widths).flatMap(([shown, width]) => [shown, [width]])));
  redirect(context, new Map(others.map((other): [PDFRef, PDFRef] => [other.ref, font.ref])));
}

function readCut(font: EmbeddedFont): Cut {
  const file = new TrueTypeFont(bytesOf(font.file));
  const unicode = new Map(readUnicodeMap(bytesOf(font.unicode).toString('latin1')));
  const table = font.glyphs instanceof PDFRawStream ? bytesOf(font.glyphs) : undefined;
  const numbers = table
    ? Array.from({ length: table.length / 2 }, (_none, shown) => [shown, table.readUInt16BE(2 * shown)] as const)
    : Array.from({ length: file.glyphCount }, (_none, glyph) => [glyph, glyph] as const);
  const there = numbers.filter(([shown, glyph]) => glyph > 0 && (file.draws(glyph) || unicode.has(shown)));
  return { font, file, unicode, glyphs: new Map(there.map(([shown, glyph]) => [shown, { font: file, glyph }])) };
}

/** Does it draw what the others draw where both draw? Composite glyphs name their parts by each cut's own numbers. */
function agrees(cut: Cut, { glyphs }: Group): boolean {
  for (const [shown, { font, glyph }] of cut.glyphs) {
    const twin = glyphs.get(shown);
    if (!twin) continue;
    const [mine, its] = [font.outline(glyph), twin.font.outline(twin.glyph)];
    const simple = mine.length >= 2 && mine.readInt16BE(0) >= 0;
    if (simple && trimmed(mine).compare(trimmed(its)) !== 0) return false;
  }
  return true;
}

/** Without the zeros that fill an outline up to whole words. */
function trimmed(outline: Buffer): Buffer {
  let end = outline.length;
  while (end > 0 && outline[end - 1] === 0) end--;
  return outline.subarray(0, end);
}

/** `ABCDEF+NotoSansSC-Regular` without the mark of the cut. */
const baseName = (font: EmbeddedFont): string => String(font.descendant.get(name('BaseFont'))).replace(/^\/.*\+/, '');

/** Widths that differ from the font's usual one, by the number on the page. */
function widthsOf({ descendant }: EmbeddedFont): Map<number, number> {
  const widths = new Map<number, number>();
  const list = descendant.lookupMaybe(name('W'), PDFArray)?.asArray() ?? [];
  const number = (at: number): number => (list[at] as PDFNumber).asNumber();
  for (let at = 0; at < list.length;) {
    const second = list[at + 1];
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, index) => widths.set(number(at) + index, (width as PDFNumber).asNumber()));
      at += 2;
    } else {
      for (let glyph = number(at); glyph <= number(at + 1); glyph++) widths.set(glyph, number(at + 2));
      at += 3;
    }
  }
  return widths;
}

const byNumber = <Value>(map: ReadonlyMap<number, Value>): [number, Value][] =>
  [...map].sort(([one], [other]) => one - other);
