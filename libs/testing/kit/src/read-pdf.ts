/** Reads pages and text out of a PDF with pdf.js, the strictest reader about what glyphs mean. */

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** Text in drawing order, every blank taken out. */
  readonly text: string;
}

export async function readPdf(pdf: Uint8Array): Promise<PdfPage[]> {
  // Loaded with the first PDF only: most tests read none.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the bytes over: it gets a copy.
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [left, bottom, right, top] = page.view as [number, number, number, number];
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    pages.push({ width: right - left, height: top - bottom, text: text.replace(/\s/g, '') });
  }
  await task.destroy();
  return pages;
}

/** Pixels of the pictures painted on each page, as `640x240`. */
export async function readPictures(pdf: Uint8Array): Promise<string[][]> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray, argsArray } = await (await document.getPage(number)).getOperatorList();
    const painted = fnArray.flatMap((operator, index) => (operator === OPS.paintImageXObject ? [index] : []));
    pages.push(painted.map((index) => (argsArray[index] as readonly unknown[]).slice(1, 3).join('x')));
  }
  await task.destroy();
  return pages;
}

/** The labels that do not follow one another in this text; empty when all are there in order. */
export function outOfOrder(text: string, labels: readonly string[]): string[] {
  let at = 0;
  return labels.filter((label) => {
    const found = text.indexOf(label, at);
    if (found < 0) return true;
    at = found + label.length;
    return false;
  });
}
