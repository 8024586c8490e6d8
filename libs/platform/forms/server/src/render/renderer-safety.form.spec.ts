import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRenderer } from './renderer';
import type { FormRenderer } from './renderer.types';
import { paper } from './test/paper.builder';
import { readPdf } from '@bihuan/testing-kit';

const SECRET = 'TOPSECRETCANARY';

/** Ways out of a page, each with the address of a listener or of a file in place of ADDRESS. */
const WAYS = [
  '<script>document.body.textContent="ran";fetch("ADDRESS")</script>',
  '<img src="ADDRESS">',
  '<img src=x onerror="document.body.textContent=\'ran\'">',
  '<link rel="stylesheet" href="ADDRESS">',
  '<link rel="prefetch" href="ADDRESS">',
  '<link rel="preload" as="image" href="ADDRESS">',
  '<link rel="dns-prefetch" href="ADDRESS"><link rel="preconnect" href="ADDRESS">',
  '<iframe src="ADDRESS" width="500" height="200"></iframe>',
  '<iframe srcdoc="<img src=ADDRESS>"></iframe>',
  '<object data="ADDRESS" width="500" height="200"></object>',
  '<embed src="ADDRESS" width="500" height="200">',
  '<video src="ADDRESS" poster="ADDRESS" autoplay></video>',
  '<style>@import url("ADDRESS"); body { background: url("ADDRESS") } @font-face { font-family: f; src: url("ADDRESS") } .form { font-family: f }</style>',
  '<svg><image href="ADDRESS" width="10" height="10"/><use href="ADDRESS#x"/></svg>',
  '<base href="ADDRESS"><img src="x.png">',
  '<meta http-equiv="refresh" content="0;url=ADDRESS">',
  '<form action="ADDRESS"><input type="image" src="ADDRESS"></form>',
] as const;

describe('FRM-4, S6 a page reaches nothing', () => {
  let renderer: FormRenderer;
  let listener: Server;
  let folder: string;
  const hits: string[] = [];

  beforeAll(async () => {
    renderer = createRenderer();
    folder = mkdtempSync(join(tmpdir(), 'bihuan-secret-'));
    writeFileSync(join(folder, 'secret.txt'), SECRET, { mode: 0o644 });
    listener = createServer((request, response) => {
      hits.push(String(request.url));
      response.end(SECRET);
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    // The first form starts the browser, on a busy machine for longer than a test may take.
    await renderer.render(paper(), paper().sample);
  }, 60_000);
  afterAll(async () => {
    await renderer.close();
    listener.closeAllConnections();
    await new Promise((resolve) => listener.close(resolve));
    rmSync(folder, { recursive: true });
  });

  it.each(WAYS)('FRM-4 %s gets nothing and leaves the form alone', async (way) => {
    const { port } = listener.address() as AddressInfo;
    for (const address of [`http://127.0.0.1:${port}/x`, `file://${folder}/secret.txt`]) {
      const definition = paper({ template: `<p>before {{text}}</p>${way.replaceAll('ADDRESS', address)}` });
      const { pdf } = await renderer.render(definition, paper().sample, { copies: [0] });
      const text = (await readPdf(pdf)).map((page) => page.text).join('');
      expect(text).toContain('用户㙍的长官页面');
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain('ran');
    }
    // What a page left behind would ask for now: one more form on the same page.
    await renderer.render(paper(), paper().sample, { copies: [0] });
    expect(hits).toEqual([]);
  });

  it('FRM-4 no form finds a trace of the one before it', async () => {
    await renderer.render(paper(), { ...paper().sample, text: SECRET }, { copies: [0] });
    const { pdf } = await renderer.render(paper(), paper().sample, { copies: [0] });
    expect((await readPdf(pdf))[0]?.text).not.toContain(SECRET);
    expect(Buffer.from(pdf).includes(SECRET)).toBe(false);
  });

  it('FRM-4 a style sheet stays a style sheet', () => {
    const html = renderer.html(paper({ style: '</style><script>x</script>' }), paper().sample);
    expect(html).not.toContain('<script>');
  });
});
