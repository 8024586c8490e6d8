/** From Chromium's PDF to papers: finds each form's pages, lays out its copies, stamps their margins, cuts parts out. */
import { setImmediate } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { PDFDict, PDFDocument, PDFObjectCopier, type PDFPageLeaf, type PDFRef } from '@cantoo/pdf-lib';
import type { FormLanguage } from '../form-definition';
import { sideBySide } from '../side-by-side';
import { ACROSS, DOWN, drawMarks, type PageMarks, textsOf } from './margin-marks';
import {
  contentsOf,
  cureText,
  describe,
  dropLinks,
  type Leaf,
  leaves,
  linksOf,
  name,
  openPdf,
  savePdf,
  setLeaves,
  sizeOf,
} from './pdf-parts';
import { FontSlimmer } from './slim-fonts';
import { type PlacedFont, type StampFont, type StampFonts, stream } from './stamp-font';

/** What to stamp on one form. */
export interface PaperMarks {
  readonly title: string;
  readonly lang: FormLanguage;
  readonly number: string;
  /** Label with holder, in printing order. */
  readonly copies: readonly { readonly text: string; readonly reprint: number | undefined }[];
}

export interface StampedDocument {
  readonly document: PDFDocument;
  /** Pages of each form, all its copies, in order. */
  readonly forms: readonly (readonly Leaf[])[];
}

/**
 * Stamps a printed document. `begins` holds the link address with which each form begins.
 * Throws where a form's first page is not found.
 */
export async function stampDocument(
  printed: Uint8Array,
  papers: readonly PaperMarks[],
  begins: readonly string[],
  fonts: StampFonts,
): Promise<StampedDocument> {
  const document = await openPdf(printed);
  cureText(document);
  const forms = split(leaves(document), begins);
  const plans = forms.map((pages, index) => plan(pages, papers[index] as PaperMarks));
  const font = fonts.for(plans.flat().flatMap(({ marks }) => textsOf(marks)));
  const stamper = new Stamper(document, font);
  const stamped = plans.map((sheets) => sheets.map((sheet) => stamper.stamp(sheet)));
  setLeaves(document, stamped.flat());
  describe(document, papers[0]?.title ?? '', papers[0]?.lang ?? 'zh-CN');
  return { document, forms: stamped };
}

/** Forms cut side by side: while one packs its fonts beside the event loop, the next is copied. */
const SIDE_BY_SIDE = 4;

/**
 * Each form of a stamped document as a PDF of its own, with the letters it shows and no others. A document of one form
 * is used up by it.
 */
export async function cutForms(stamped: StampedDocument, papers: readonly PaperMarks[]): Promise<Uint8Array[]> {
  const slimmer = new FontSlimmer();
  const alone = stamped.forms.length === 1;
  return sideBySide(SIDE_BY_SIDE, stamped.forms, async (pages, index) => {
    const part = alone ? stamped.document : await cut(stamped.document, pages, papers[index] as PaperMarks);
    await slimmer.slim(part);
    // A batch must not hold up the requests of others.
    if (!alone) await setImmediate();
    return savePdf(part);
  });
}

async function cut(document: PDFDocument, pages: readonly Leaf[], paper: PaperMarks): Promise<PDFDocument> {
  const part = await PDFDocument.create({ updateMetadata: false });
  const copier = PDFObjectCopier.for(document.context, part.context);
  const taken = pages.map(({ node }) => {
    const copied = copier.copy(node);
    return { ref: part.context.register(copied), node: copied };
  });
  setLeaves(part, taken);
  describe(part, paper.title, paper.lang);
  return part;
}

function split(pages: readonly Leaf[], begins: readonly string[]): Leaf[][] {
  const forms: Leaf[][] = [];
  for (const page of pages) {
    const begin = begins[forms.length];
    if (begin !== undefined && linksOf(page.node).includes(begin)) forms.push([]);
    dropLinks(page.node);
    const form = forms.at(-1);
    if (!form) throw new Error('a page before the first form');
    form.push(page);
  }
  if (forms.length !== begins.length) throw new Error(`${begins.length} forms printed, ${forms.length} found`);
  return forms;
}

interface Sheet {
  readonly leaf: Leaf;
  /** Not the first copy: the page is a twin of the one printed. */
  readonly twin: boolean;
  readonly marks: PageMarks;
}

function plan(pages: readonly Leaf[], paper: PaperMarks): Sheet[] {
  return paper.copies.flatMap((copy, index) =>
    pages.map((leaf, page) => ({
      leaf,
      twin: index > 0,
      marks: {
        lang: paper.lang,
        page: page + 1,
        pages: pages.length,
        copy: copy.text,
        number: paper.number,
        reprint: copy.reprint,
      },
    })),
  );
}

class Stamper {
  private readonly placed: PlacedFont;
  private readonly save: PDFRef;
  /** What a page holds before its stamp: its twins begin with the same. */
  private readonly contents = new Map<PDFPageLeaf, PDFRef[]>();

  constructor(
    private readonly document: PDFDocument,
    private readonly font: StampFont,
  ) {
    this.placed = font.place(document.context);
    this.save = this.register('q\n');
  }

  stamp({ leaf, twin, marks }: Sheet): Leaf {
    const { context } = this.document;
    const printed = this.contents.get(leaf.node) ?? contentsOf(leaf.node);
    this.contents.set(leaf.node, printed);
    const page = twin ? twinOf(leaf) : leaf;
    const [width, height] = sizeOf(page.node);
    const marksRef = this.register(`Q q 0 g 0 G\n${drawMarks(marks, this.font, width, height)}\nQ\n`);
    page.node.set(name('Contents'), context.obj([this.save, ...printed, marksRef]));
    page.node.set(name('Resources'), withFonts(page.node, this.placed));
    return page;
  }

  private register(operators: string): PDFRef {
    const { context } = this.document;
    return context.register(stream(context, deflateSync(operators), {}));
  }
}

function twinOf({ node }: Leaf): Leaf {
  const twin = node.clone() as PDFPageLeaf;
  return { node: twin, ref: node.context.register(twin) };
}

/** The page's resources with the stamp's fonts; the dictionary may be shared with other pages, so it is a new one. */
export function withFonts(page: PDFPageLeaf, placed: PlacedFont): PDFDict {
  const { context } = page;
  const resources = page.Resources()?.clone() ?? context.obj({});
  const fonts = resources.lookupMaybe(name('Font'), PDFDict)?.clone() ?? context.obj({});
  fonts.set(name(ACROSS), placed.across);
  fonts.set(name(DOWN), placed.down);
  resources.set(name('Font'), fonts);
  return resources;
}
