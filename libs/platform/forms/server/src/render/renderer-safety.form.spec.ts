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
  '<img srcset="ADDRESS 1x"><picture><source srcset="ADDRESS"><img></picture>',
  '<audio src="ADDRESS" preload="auto"></audio>',
  '<track src="ADDRESS"><video><track default src="ADDRESS"></video>',
  '<svg><feImage href="ADDRESS"/><filter id="f"><feImage xlink:href="ADDRESS"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>',
  '<svg><script href="ADDRESS"></script></svg>',
  '<svg><foreignObject width="99" height="99"><iframe src="ADDRESS"></iframe></foreignObject></svg>',
  '<p style="background-image:url(ADDRESS)">x</p>',
  '<p style="background:image-set(url(ADDRESS) 1x)">x</p>',
  '<p style="list-style:url(ADDRESS);display:list-item">x</p>',
  '<p style="content:url(ADDRESS)">x</p>',
  '<p style="border-image:url(ADDRESS) 9;border:9px solid">x</p>',
  '<p style="-webkit-mask:url(ADDRESS);mask-image:url(ADDRESS)">x</p>',
  '<p style="filter:url(ADDRESS#f);clip-path:url(ADDRESS#c)">x</p>',
  '<p style="cursor:url(ADDRESS),auto;shape-outside:url(ADDRESS);float:left">x</p>',
  '<style>p::before { content: url("ADDRESS") } p::marker { content: url("ADDRESS") }</style>',
  '<style>@import "ADDRESS";</style>',
  '<link rel="modulepreload" href="ADDRESS"><link rel="icon" href="ADDRESS"><link rel="manifest" href="ADDRESS">',
  '<link rel="prerender" href="ADDRESS"><script type="speculationrules">{"prefetch":[{"urls":["ADDRESS"]}]}</script>',
  '<a href="ADDRESS" ping="ADDRESS">x</a>',
  '<frameset><frame src="ADDRESS"></frameset>',
  '<portal src="ADDRESS"></portal><fencedframe src="ADDRESS"></fencedframe>',
  '<table background="ADDRESS"><tr><td background="ADDRESS">x</td></tr></table>',
  '<math><maction actiontype="statusline" xlink:href="ADDRESS">x</maction></math>',
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
      // As a shipped template and as one that a department uploaded, had its check let it through.
      for (const uploaded of [false, true]) {
        const template = `<p>before {{text}}</p>${way.replaceAll('ADDRESS', address)}`;
        const definition = paper({ template, uploaded });
        const { pdf } = await renderer.render(definition, paper().sample, { copies: [0] });
        const text = (await readPdf(pdf)).map((page) => page.text).join('');
        expect(text).toContain('用户㙍的长官页面');
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain('ran');
      }
    }
    // What a page left behind would ask for now: one more form on the same page.
    await renderer.render(paper(), paper().sample, { copies: [0] });
    expect(hits).toEqual([]);
  });

  it('FRM-4 S6 an uploaded template is printed on a fresh page, alone in its document', async () => {
    const uploaded = paper({ template: '<style>.form { color: #fff }</style><p>{{text}}</p>', uploaded: true });
    const other = paper({ template: '<p>second {{text}}</p>', uploaded: true });
    const items = [paper(), uploaded, uploaded, other, paper()].map((definition, index) => ({
      definition,
      data: { ...paper().sample, number: `N-${index}` },
      copies: [0],
    }));
    const before = (await renderer.health()).printed;
    const parts = await renderer.renderBatch(items);
    expect((await renderer.health()).printed - before).toBe(4);
    expect(parts).toHaveLength(5);
    const texts = await Promise.all(parts.map(async ({ pdf }) => (await readPdf(pdf))[0]?.text ?? ''));
    expect(texts.map((text) => /N-\d/.exec(text)?.[0])).toEqual(['N-0', 'N-1', 'N-2', 'N-3', 'N-4']);
    expect(texts.map((text) => text.includes('second'))).toEqual([false, false, false, true, false]);
  });

  it('FRM-4 S5 a page that takes too long is stopped and not tried again; other forms come out', async () => {
    const impatient = createRenderer({ uploadedTimeout: 1 });
    try {
      await impatient.render(paper(), paper().sample);
      const slow = impatient.render(paper({ uploaded: true }), paper().sample);
      const neighbour = impatient.render(paper(), paper().sample, { copies: [0] });
      await expect(slow).rejects.toMatchObject({ code: 'render-too-long' });
      expect(await readPdf((await neighbour).pdf)).toHaveLength(1);
    } finally {
      await impatient.close();
    }
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
