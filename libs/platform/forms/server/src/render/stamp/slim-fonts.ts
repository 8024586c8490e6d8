/** Shrinks the fonts of a PDF to the glyphs its pages show: a form cut out of a batch carries no other form's letters. */
import { type PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { type EmbeddedFont, embeddedFonts, glyphTable, IDENTITY } from './embedded-fonts';
import { bytesOf, contentsOf, leaves, name, pack } from './pdf-parts';
import { repack } from './repack';
import { stream } from './stamp-font';
import { TrueTypeFont } from './true-type';
import { readUnicodeMap, writeUnicodeMap } from './unicode-map';

/** Fonts smaller than this in all stay as they are, bytes: a form of two pages is below 60 KB with them. */
const WORTH = 42_000;

interface ReadFont {
  /** The font as it lay in the document: a copy of the document has a copy of it. */
  readonly packed: Uint8Array;
  readonly font: TrueTypeFont;
  readonly unicode: readonly (readonly [glyph: number, text: string])[];
}

/** Fonts of one printed document, unpacked once for all the forms cut out of it. */
export class FontSlimmer {
  private readonly read: ReadFont[] = [];

  /** Replaces the fonts Chromium embedded in this document by what its pages need, where they are worth the work. */
  async slim(document: PDFDocument): Promise<void> {
    // Only those whose glyphs still have the numbers of the whole font.
    const fonts = embeddedFonts(document).filter(({ glyphs }) => glyphs === IDENTITY);
    if (fonts.reduce((size, { file }) => size + file.getContentsSize(), 0) < WORTH) return;
    const shown = glyphsShown(document);
    const packed = await Promise.all(fonts.map((font) => this.packFont(font, shown)));
    // Put in one after the other, not as they come: the same form gives the same bytes.
    for (const put of packed) put();
  }

  private async packFont(font: EmbeddedFont, shown: ReadonlySet<number>): Promise<() => void> {
    const { context } = font.descendant;
    const read = this.readFont(font.file, font.unicode);
    // A space has no outline, but it has a meaning and a width.
    const meant = new Set(read.unicode.map(([glyph]) => glyph));
    const wanted = [...shown].filter((glyph) => meant.has(glyph) || read.font.draws(glyph));
    const kept = wanted.sort((a, b) => a - b).map((glyph) => [glyph, { font: read.font, glyph }] as const);
    const { file, numbers } = repack(read.font, new Map(kept));
    const meanings = Buffer.from(writeUnicodeMap(read.unicode.filter(([glyph]) => shown.has(glyph))));
    const [packedFile, packedMap, packedMeanings] = await Promise.all([
      pack(file),
      pack(glyphTable(numbers)),
      pack(meanings),
    ]);
    return () => {
      context.assign(font.fileRef, stream(context, packedFile, { Length1: file.length }));
      context.assign(font.unicodeRef, stream(context, packedMeanings, {}));
      font.descendant.set(name('CIDToGIDMap'), context.register(stream(context, packedMap, {})));
    };
  }

  private readFont(file: PDFRawStream, unicode: PDFRawStream): ReadFont {
    const packed = file.getContents();
    const known = this.read.find((read) => Buffer.compare(read.packed, packed) === 0);
    if (known) return known;
    const read = {
      packed,
      font: new TrueTypeFont(bytesOf(file)),
      unicode: readUnicodeMap(bytesOf(unicode).toString('latin1')),
    };
    this.read.push(read);
    return read;
  }
}

/**
 * Numbers of all glyphs the pages and their inner drawings show, whatever the font. A few that are no glyphs (texts
 * laid behind glyphs look alike) do no harm.
 */
function glyphsShown(document: PDFDocument): Set<number> {
  const shown = new Set<number>();
  const { context } = document;
  const streams = new Set(
    leaves(document)
      .flatMap(({ node }) => contentsOf(node))
      .map((ref) => context.lookup(ref)),
  );
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Form')) streams.add(object);
  }
  for (const object of streams) {
    if (!(object instanceof PDFRawStream)) continue;
    for (const [, digits] of bytesOf(object)
      .toString('latin1')
      .matchAll(/<([0-9A-Fa-f]+)>/g)) {
      for (const glyph of (digits as string).match(/.{4}/g) ?? []) shown.add(Number.parseInt(glyph, 16));
    }
  }
  return shown;
}
