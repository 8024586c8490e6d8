/** The font of the stamps: a subset of the paper's own font with only the characters stamped, a few kilobytes (FRM-2). */
import { deflateSync } from 'node:zlib';
import { PDFName, PDFRawStream, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import type { Font } from 'fontkit';
import { regularFont } from '../browser/font-config';
import { writeUnicodeMap } from './unicode-map';

/** In every subset, so that most papers share one. */
const ALWAYS = '0123456789第页共补打次联一二 /';
/** Name under which the stamps' subset is embedded. */
export const STAMP_FONT = 'BHSTMP+NotoSansSC-Regular';
/** Subsets kept: one per set of copy labels. */
const KEPT = 50;

/** A font as it stands in one document: lines across and, for the copy label, downwards. */
export interface PlacedFont {
  readonly across: PDFRef;
  readonly down: PDFRef;
}

export class StampFont {
  private readonly glyphs = new Map<string, { id: number; width: number }>();
  private readonly file: Uint8Array;
  private readonly fileLength: number;
  private readonly unicode: Uint8Array;

  constructor(font: Font, characters: ReadonlySet<string>) {
    const subset = font.createSubset();
    const scale = 1000 / font.unitsPerEm;
    for (const character of characters) {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) as number);
      this.glyphs.set(character, { id: subset.includeGlyph(glyph.id), width: Math.round(glyph.advanceWidth * scale) });
    }
    const bytes = subset.encode();
    this.fileLength = bytes.length;
    this.file = deflateSync(bytes);
    const table = writeUnicodeMap([...this.glyphs].map(([character, { id }]) => [id, character] as const));
    this.unicode = deflateSync(table);
  }

  /** The text as glyph numbers, for a `Tj`. Characters outside the subset are left out. */
  encode(text: string): string {
    return [...text].map((character) => this.glyphs.get(character)?.id.toString(16).padStart(4, '0') ?? '').join('');
  }

  /** Width of a line at font size 1. */
  width(text: string): number {
    return [...text].reduce((sum, character) => sum + (this.glyphs.get(character)?.width ?? 0), 0) / 1000;
  }

  /** Puts the font into a document. */
  place(context: PDFContext): PlacedFont {
    const file = context.register(stream(context, this.file, { Length1: this.fileLength }));
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: STAMP_FONT,
        Flags: 4,
        FontBBox: [-100, -300, 1100, 1200],
        ItalicAngle: 0,
        Ascent: 880,
        Descent: -120,
        CapHeight: 733,
        StemV: 80,
        FontFile2: file,
      }),
    );
    const narrow = [...this.glyphs.values()].filter(({ width }) => width !== 1000);
    const widths = narrow.flatMap(({ id, width }) => [id, [width]]);
    const descendant = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: STAMP_FONT,
        CIDSystemInfo: context.obj({
          Registry: PDFString.of('Adobe'),
          Ordering: PDFString.of('Identity'),
          Supplement: 0,
        }),
        FontDescriptor: descriptor,
        DW: 1000,
        W: widths,
        CIDToGIDMap: 'Identity',
      }),
    );
    const unicode = context.register(stream(context, this.unicode, {}));
    const font = (encoding: string): PDFRef =>
      context.register(
        context.obj({
          Type: 'Font',
          Subtype: 'Type0',
          BaseFont: STAMP_FONT,
          Encoding: encoding,
          DescendantFonts: [descendant],
          ToUnicode: unicode,
        }),
      );
    return { across: font('Identity-H'), down: font('Identity-V') };
  }
}

/** A compressed stream of ready bytes. */
export function stream(context: PDFContext, deflated: Uint8Array, entries: Record<string, number>): PDFRawStream {
  const dictionary = context.obj({ ...entries, Length: deflated.length });
  dictionary.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  return PDFRawStream.of(dictionary, deflated);
}

/** The library is loaded with the first font: until a form is stamped it would only fill memory. */
const openFont = (path: string): Font => (require('fontkit') as typeof import('fontkit')).openSync(path);

/** Makes stamp fonts and keeps them; opens the font's file with the first. */
export class StampFonts {
  private font?: Font;
  private readonly kept = new Map<string, StampFont>();

  /** A font that can write all these texts. */
  for(texts: Iterable<string>): StampFont {
    const characters = new Set(ALWAYS);
    for (const text of texts) for (const character of text) characters.add(character);
    const key = [...characters].sort().join('');
    const known = this.kept.get(key);
    if (known) return known;
    this.font ??= openFont(regularFont());
    const made = new StampFont(this.font, characters);
    const oldest = this.kept.keys().next();
    if (this.kept.size >= KEPT && !oldest.done) this.kept.delete(oldest.value);
    this.kept.set(key, made);
    return made;
  }
}
