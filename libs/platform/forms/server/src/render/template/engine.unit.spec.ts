import { TemplateEngine, TemplateError } from './engine';

const paper = { zone: 'Asia/Shanghai', language: 'zh-CN', blank: false } as const;
const body = (template: unknown, data: unknown = {}, more = {}): string =>
  new TemplateEngine().body(template as string, data, { ...paper, ...more });

describe('FRM-1 the template engine', () => {
  it('FRM-1 ticks the box of the value and no other', () => {
    const html = body("{{box kind 'a' '甲'}}{{box kind 'b' '乙'}}", { kind: 'b' });
    expect(html).toBe('<span class="box">□甲</span><span class="box"><i>✓</i>□乙</span>');
  });

  it('FRM-2 pads a blank form with empty rows', () => {
    const rows = '{{#rows list min=3}}<tr>{{@number}}{{name}}</tr>{{/rows}}';
    expect(body(rows, { list: [{ name: 'x' }] })).toBe('<tr>1x</tr><tr></tr><tr></tr>');
    expect(body(rows, {}, { blank: true })).toBe('<tr></tr>'.repeat(3));
    expect(body(rows, { list: Array(5).fill({}) }).match(/<tr>/g)).toHaveLength(5);
  });

  it('FRM-1 knows a long text by its characters or lines', () => {
    const kinds = ['x'.repeat(500), 'x'.repeat(501), 'x\n'.repeat(11), 'x\n'.repeat(12), undefined];
    expect(kinds.map((text) => body('{{#if (long text)}}long{{/if}}', { text }))).toEqual(['', 'long', '', 'long', '']);
  });

  it('FRM-1 numbers and compares', () => {
    expect(body("{{#each list}}{{#if (eq this 'b')}}{{@number}}{{/if}}{{/each}}", { list: ['a', 'b'] })).toBe('2');
  });
});

describe('FRM-4 a template cannot run anything', () => {
  it('FRM-4 escapes data', () => {
    expect(body('{{x}}', { x: '<img src=x onerror=1>"\'' })).not.toMatch(/[<>"']/);
    expect(body('{{phone x}}', { x: '<b>' })).toBe('<span class="phone"><span>&lt;b&gt;</span></span>');
    expect(body("{{box 'a' 'b' x}}", { x: '<b>' })).toContain('&lt;b&gt;');
  });

  it.each([
    ['{{{x}}}'],
    ['{{&x}}'],
    ['{{> partial}}'],
    ['{{#> layout}}{{/layout}}'],
    ['{{* decorator}}'],
    ['{{#*inline "x"}}{{/inline}}'],
    ['{{log x}}'],
    ["{{lookup this 'constructor'}}"],
    ['{{helperMissing}}'],
    ['{{unknown x}}'],
    ['{{constructor}}'],
    ['{{this.constructor.constructor}}'],
    ['{{x.__proto__}}'],
    ["{{#with (lookup x 'y')}}{{/with}}"],
    ['{{#each'],
    ['{{rows list min=1}}'],
    ['{{#rows list min=9999}}{{/rows}}'],
    ['x'.repeat(262_145)],
  ])('FRM-4 refuses %p', (template) => {
    expect(() => body(template, { x: {} })).toThrow(TemplateError);
  });

  it('FRM-4 takes no syntax tree for a template (CVE-2026-33937)', () => {
    expect(() => body({ type: 'Program', body: [] })).toThrow(TemplateError);
  });

  it('FRM-4 reads own properties only', () => {
    const data = Object.create({ inherited: 'leak' }) as object;
    expect(body('[{{inherited}}{{toString}}{{x.toString}}]', data)).toBe('[]');
  });

  it('FRM-4 stops a bomb of nested loops', () => {
    const list = Array.from({ length: 1000 }, () => 0);
    expect(() => body('{{#each l}}{{#each ../l}}x{{/each}}{{/each}}', { l: list })).toThrow(TemplateError);
  });

  it('FRM-4 prints nothing on the console', () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map((kind) => jest.spyOn(console, kind));
    body('{{hasOwnProperty}}{{x.valueOf}}', { x: {} });
    spies.forEach((spy) => expect(spy).not.toHaveBeenCalled());
    jest.restoreAllMocks();
  });
});
