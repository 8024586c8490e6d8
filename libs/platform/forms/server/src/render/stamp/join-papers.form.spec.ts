import { joinPapers } from './join-papers';
import { createRenderer } from '../renderer';
import type { FormRenderer, RenderedForm } from '../renderer.types';
import { paper } from '../test/paper.builder';
import { readPdf } from '@bihuan/testing-kit';

/** What every form says, and what only one of a kind says: rare characters, Latin letters with their accents. */
const COMMON = '用户反映今日上午取款机提示暂停服务，出钞口有异响，已按提示重启一次仍未恢复。';
const OWN = ['㙍的长官页面', 'Ünïcode ½ ℃', '龘靐齉', '王建国 13800000000', '□✓'];

const textOf = (index: number): string => `${COMMON}${OWN[index % OWN.length]}${String.fromCharCode(0x5000 + index)}`;

/** The pages as pixels. */
async function pictures(pdf: Uint8Array): Promise<Buffer[]> {
  const { createCanvas, Path2D } = await import('@napi-rs/canvas');
  // pdf.js draws with what it finds here.
  Object.assign(globalThis, { Path2D });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const document = await task.promise;
  const drawn: Buffer[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    drawn.push(canvas.data());
  }
  await task.destroy();
  return drawn;
}

describe('FRM-2 papers joined for the printer', () => {
  let renderer: FormRenderer;
  let parts: readonly RenderedForm[];
  beforeAll(async () => {
    renderer = createRenderer();
    const items = Array.from({ length: 30 }, (_none, index) => ({
      definition: paper(),
      data: { ...paper().sample, number: `N-${index}`, text: textOf(index) },
    }));
    // In two goes, and one form alone: their fonts were cut in three different ways.
    const alone = await renderer.render(paper(), { ...paper().sample, number: 'N-30', text: OWN.join('') });
    parts = [...(await renderer.renderBatch(items)), alone];
  }, 60_000);
  afterAll(() => renderer.close());

  const join = (): Promise<Uint8Array> =>
    joinPapers(
      parts.map(({ pdf }) => pdf),
      '用户试验表',
    );

  it('FRM-2 has every page of every paper, in order, and its text', async () => {
    const single = (await Promise.all(parts.map(({ pdf }) => readPdf(pdf)))).flat();
    const joined = await readPdf(await join());
    expect(joined).toEqual(single);
    expect(joined).toHaveLength(62);
    expect(joined.filter(({ text }) => text.includes('㙍'))).toHaveLength(14);
  });

  it('FRM-2 draws each page as its paper does', async () => {
    const single = (await Promise.all(parts.map(({ pdf }) => pictures(pdf)))).flat();
    const joined = await pictures(await join());
    expect(joined.map((page, index) => page.equals(single[index] as Buffer))).toEqual(joined.map(() => true));
    // The pages differ from one another, so that equal pictures mean something.
    expect(joined[0]?.equals(joined[2] as Buffer)).toBe(false);
  }, 60_000);

  it('FRM-2 holds each font once: no more than 8 KB a form', async () => {
    const document = await join();
    const names = Buffer.from(document)
      .toString('latin1')
      .match(/\/FontName\s*\/[A-Z]+\+(\S+)/g);
    // Regular, bold and the stamps' own.
    expect(names).toHaveLength(3);
    expect(document.length / parts.length).toBeLessThan(8_000);
    expect(document.length).toBeLessThan(parts.reduce((sum, { pdf }) => sum + pdf.length, 0) / 4);
  });

  it('FRM-2 gives the same bytes for the same papers', async () => {
    expect(Buffer.compare(await join(), await join())).toBe(0);
  });

  it('FRM-2 joins papers with a reprint mark, and a paper joined before', async () => {
    const [first] = parts as [RenderedForm];
    const marked = await renderer.markReprint(first.pdf, { copies: 2, reprint: { 1: 2 } });
    const again = await joinPapers([marked, await join()], '用户试验表');
    const read = await readPdf(again);
    expect(read).toHaveLength(64);
    expect(read[1]?.text).toContain('补打第2次');
    expect(read[3]?.text).not.toContain('补打');
    expect(read[3]?.text).toContain('N-0');
  });
});
