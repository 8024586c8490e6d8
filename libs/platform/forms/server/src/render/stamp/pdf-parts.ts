/** Small handgrips on a PDF's objects that loading, stamping and cutting share. */
import { promisify } from 'node:util';
import { deflate, deflateSync, inflateSync, type ZlibOptions } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { stream } from './stamp-font';
import { cureUnicodeMap } from './unicode-map';

export const name = (text: string): PDFName => PDFName.of(text);

/** Opens a PDF without touching its description. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });

/** Writes a PDF in one go; the same document gives the same bytes. */
export const savePdf = (document: PDFDocument): Promise<Uint8Array> =>
  document.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: Infinity });

export interface Leaf {
  readonly ref: PDFRef;
  readonly node: PDFPageLeaf;
}

/** The pages in order. */
export function leaves(document: PDFDocument): Leaf[] {
  const found: Leaf[] = [];
  document.catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageLeaf) found.push({ ref, node });
  });
  return found;
}

/** Makes these the pages of the document, all under its root; whatever stood between is dropped. */
export function setLeaves(document: PDFDocument, pages: readonly Leaf[]): void {
  const { context, catalog } = document;
  const root = catalog.Pages();
  const rootRef = catalog.get(name('Pages')) as PDFRef;
  const between: PDFRef[] = [];
  root.traverse((node, ref) => {
    if (!(node instanceof PDFPageLeaf)) between.push(ref);
  });
  for (const ref of between) context.delete(ref);
  for (const { node } of pages) node.set(name('Parent'), rootRef);
  root.set(name('Kids'), context.obj(pages.map(({ ref }) => ref)));
  root.set(name('Count'), PDFNumber.of(pages.length));
}

/** Width and height of a page, points. */
export function sizeOf(page: PDFPageLeaf): [width: number, height: number] {
  const box = page.MediaBox();
  const at = (index: number): number => box.lookup(index, PDFNumber).asNumber();
  return [at(2) - at(0), at(3) - at(1)];
}

/** Addresses of all links on a page: one of ours stands among those a template has. */
export function linksOf(page: PDFPageLeaf): string[] {
  const links = page.lookupMaybe(name('Annots'), PDFArray);
  return Array.from({ length: links?.size() ?? 0 }, (_link, index) => {
    const address = links?.lookup(index, PDFDict).lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'));
    return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : '';
  });
}

/** The page's content streams as a list. */
export function contentsOf(page: PDFPageLeaf): PDFRef[] {
  const contents = page.get(name('Contents'));
  const list = page.lookup(name('Contents'));
  return (list instanceof PDFArray ? list.asArray() : [contents]) as PDFRef[];
}

/** What a stream holds, unpacked. Chromium packs with Flate or not at all. */
export function bytesOf(stream: PDFRawStream): Buffer {
  const bytes = stream.getContents();
  return stream.dict.get(name('Filter')) === undefined ? Buffer.from(bytes) : inflateSync(bytes);
}

const packAside = promisify(deflate) as (bytes: Uint8Array, options: ZlibOptions) => Promise<Buffer>;

/** Packs beside the event loop, because it is most of the work. Outlines pack no better at higher levels, only slower. */
export const pack = (bytes: Uint8Array): Promise<Buffer> => packAside(bytes, { level: 5 });

/** Takes every link off a page. */
export function dropLinks(page: PDFPageLeaf): void {
  for (const link of page.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []) {
    if (link instanceof PDFRef) page.context.delete(link);
  }
  page.delete(name('Annots'));
}

/** Replaces radicals by Han characters in every table that says what the glyphs mean. */
export function cureText(document: PDFDocument): void {
  const { context } = document;
  for (const [, object] of context.enumerateIndirectObjects()) {
    const ref = object instanceof PDFDict ? object.get(name('ToUnicode')) : undefined;
    const table = ref && context.lookup(ref);
    if (!(table instanceof PDFRawStream)) continue;
    const cured = cureUnicodeMap(bytesOf(table).toString('latin1'));
    if (cured !== undefined) context.assign(ref as PDFRef, stream(context, deflateSync(cured), {}));
  }
}

/** What the file says about itself: its title and us, no times, so that the same form gives the same bytes. */
export function describe(document: PDFDocument, title: string, language: string): void {
  const { context, catalog } = document;
  const old = context.trailerInfo.Info;
  const info = context.obj({});
  info.set(name('Title'), PDFHexString.fromText(title));
  info.set(name('Producer'), PDFString.of('Bihuan'));
  if (old) context.delete(old as PDFRef);
  context.trailerInfo.Info = context.register(info);
  catalog.set(name('Lang'), PDFString.of(language));
  // The margins are the form's own: a printer dialog must not shrink it.
  catalog.set(name('ViewerPreferences'), context.obj({ PrintScaling: 'None' }));
}
