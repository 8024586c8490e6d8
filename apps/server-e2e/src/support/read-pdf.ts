/** Text of a PDF, read with pdf.js. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pages in order, one text a page, every blank taken out. */
export async function pdfText(pdf: Uint8Array): Promise<string[]> {
  // pdf.js takes the bytes over: it gets a copy.
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
  }
  await task.destroy();
  return pages;
}
