/** Marks a filed PDF as a reprint by an incremental update: the filed bytes stay as they are, at the front (FRM-3). */
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { ReprintMark } from '../renderer.types';
import { withFonts } from './assemble';
import { drawReprint, reprintText } from './margin-marks';
import { contentsOf, leaves, name, sizeOf } from './pdf-parts';
import { type StampFonts, stream } from './stamp-font';

/** The filed PDF with a mark on every page of the copies named. Throws a RangeError for a copy it does not hold. */
export async function markReprint(pdf: Uint8Array, mark: ReprintMark, fonts: StampFonts): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    forIncrementalUpdate: true,
    parseSpeed: Infinity,
  });
  const snapshot = document.takeSnapshot();
  const pages = leaves(document);
  const perCopy = pages.length / mark.copies;
  const lang = mark.lang ?? 'zh-CN';
  const counts = Object.entries(mark.reprint).map(([copy, count]) => [Number(copy), count] as const);
  if (!Number.isInteger(perCopy) || counts.some(([copy]) => !(copy >= 0 && copy < mark.copies))) {
    throw new RangeError('this PDF has no such copy');
  }
  const font = fonts.for(counts.map(([, count]) => reprintText(lang, count)));
  const placed = font.place(document.context);
  for (const [copy, count] of counts) {
    for (const { ref, node } of pages.slice(copy * perCopy, (copy + 1) * perCopy)) {
      const operators = `q 0 g 0 G\n${drawReprint(reprintText(lang, count), font, sizeOf(node)[1])}\nQ\n`;
      const marks = document.context.register(stream(document.context, deflateSync(operators), {}));
      node.set(name('Contents'), document.context.obj([...contentsOf(node), marks]));
      node.set(name('Resources'), withFonts(node, placed));
      snapshot.markRefForSave(ref);
    }
  }
  const added = await document.saveIncremental(snapshot, { objectsPerTick: Infinity });
  return Buffer.concat([pdf, added]);
}
