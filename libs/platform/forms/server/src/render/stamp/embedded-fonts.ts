/** The fonts Chromium embedded in a PDF, as its objects hold them. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { name } from './pdf-parts';
import { STAMP_FONT } from './stamp-font';

export interface EmbeddedFont {
  /** What pages name as their font. */
  readonly ref: PDFRef;
  readonly descendant: PDFDict;
  readonly fileRef: PDFRef;
  readonly file: PDFRawStream;
  readonly unicodeRef: PDFRef;
  readonly unicode: PDFRawStream;
  /** From the numbers on the pages to those of the file: a table, or `Identity` where they are the same. */
  readonly glyphs: PDFName | PDFRawStream;
}

/** All of them; the stamps' own font is not among them. */
export function embeddedFonts({ context }: PDFDocument): EmbeddedFont[] {
  const fonts: EmbeddedFont[] = [];
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const list = object instanceof PDFDict ? object.lookupMaybe(name('DescendantFonts'), PDFArray) : undefined;
    if (!list) continue;
    const descendant = list.lookup(0, PDFDict);
    if (descendant.get(name('BaseFont')) === name(STAMP_FONT)) continue;
    const fileRef = descendant.lookup(name('FontDescriptor'), PDFDict).get(name('FontFile2'));
    const unicodeRef = (object as PDFDict).get(name('ToUnicode'));
    const glyphs = descendant.lookup(name('CIDToGIDMap'));
    if (!(fileRef instanceof PDFRef) || !(unicodeRef instanceof PDFRef)) continue;
    const [file, unicode] = [context.lookup(fileRef), context.lookup(unicodeRef)];
    if (!(file instanceof PDFRawStream) || !(unicode instanceof PDFRawStream)) continue;
    if (!(glyphs instanceof PDFRawStream) && !(glyphs instanceof PDFName)) continue;
    fonts.push({ ref, descendant, fileRef, file, unicodeRef, unicode, glyphs });
  }
  return fonts;
}

export const IDENTITY = name('Identity');

/** The table from the numbers on the pages to those of the file, for `CIDToGIDMap`. */
export function glyphTable(numbers: ReadonlyMap<number, number>): Buffer {
  const table = Buffer.alloc(2 * (Math.max(...numbers.keys()) + 1));
  for (const [shown, inFile] of numbers) table.writeUInt16BE(inFile, 2 * shown);
  return table;
}
