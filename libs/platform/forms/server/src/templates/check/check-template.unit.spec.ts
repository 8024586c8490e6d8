/** Uploaded templates: what is taken, and what is refused at which line (FRM-4, S5). */
import { z } from 'zod';
import { TEMPLATE_AT_MOST, checkTemplate, fileOf, partsOf } from './check-template';
import { DataFields } from './data-fields';
import { fieldErrorsOf } from './fault';

const schema = z.object({
  number: z.string(),
  unitName: z.string().optional(),
  category: z.enum(['technical', 'service']).nullable(),
  tags: z.array(z.string()),
  at: z.iso.datetime().optional(),
  person: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
  rows: z.array(z.object({ what: z.string(), count: z.number(), parts: z.array(z.object({ code: z.string() })) })),
  either: z.union([z.object({ one: z.string() }), z.object({ other: z.string() })]),
  sums: z.record(z.string(), z.number()),
  whatever: z.unknown(),
});

const faults = (source: string) =>
  checkTemplate(source, schema).faults.map(({ line, code, what }) => [line, code, what]);
const codes = (source: string) => checkTemplate(source, schema).faults.map(({ code }) => code);

describe('what a department may write', () => {
  it.each([
    [
      'fields and helpers',
      "<p class=\"text\">{{number}} {{box category 'technical' '技术质量'}} {{ymd at}} {{phone person.phone}}</p>",
    ],
    [
      'loops, with the data around them',
      '<table>{{#rows rows min=12}}<tr><td>{{@number}}{{what}}{{#each parts}}{{code}}{{../what}}{{../../number}}{{/each}}</td></tr>{{/rows}}</table>',
    ],
    [
      'conditions inside a value',
      '<td class="block{{#unless (long number)}} whole{{/unless}}" colspan="{{rows.length}}">{{tally rows.0.count}}</td>',
    ],
    [
      'with, else and lists of words',
      '{{#with person}}{{name}}{{../number}}{{else}}—{{/with}}{{#each tags}}{{this}}{{#unless @last}}、{{/unless}}{{/each}}',
    ],
    [
      'unions, records and what the schema leaves open',
      '{{either.one}}{{either.other}}{{sums.hotline}}{{whatever.deep.down}}{{@root.number}}',
    ],
    [
      'a style of its own',
      '<style>\n.a > td + td { width: 12mm; }\n.b { .c & { color: #333 } content: "}{" }\n</style>\n<p style="margin: 0 1mm; width:calc(100% - 3mm)">甲</p>',
    ],
    [
      'drawn lines and pictures in the file',
      '<svg class="x" viewBox="0 0 9 9"><path d="M0 0H9"/></svg><img src="data:image/png;base64,iVBORw0KGgo=" alt="">',
    ],
    ['a picture out of the data', '<img src="{{whatever.picture}}" alt="" decoding="sync">'],
    ['comments', '{{!-- {{nothing}} --}}<p>{{! 甲 }}</p>'],
  ])('FRM-4 %s', (_what, source) => {
    expect(faults(source)).toEqual([]);
  });

  it('FRM-4 the style at the beginning is taken apart from the body, and put together again', () => {
    const parts = partsOf(fileOf('<p>{{number}}</p>', '.a { width: 1mm; }'));
    expect([parts.style.trim(), parts.body.trim()]).toEqual(['.a { width: 1mm; }', '<p>{{number}}</p>']);
    expect(partsOf('<p>{{number}}</p>')).toEqual({ style: '', body: '<p>{{number}}</p>' });
  });

  it('FRM-4 whoever writes one is told every field there is', () => {
    expect(new DataFields(schema).paths()).toEqual(
      expect.arrayContaining(['number', 'person.name', 'tags[]', 'rows[]', 'rows[].parts[].code', 'either.other']),
    );
  });
});

describe('names', () => {
  it('FRM-4 each path that the data does not have is told with its line', () => {
    const source =
      '<p>\n{{numbr}}</p>\n{{#each rows}}\n{{number}}{{parts.code}}\n{{#each parts}}{{what}}{{/each}}{{/each}}\n{{person.age}}{{../number}}';
    expect(faults(source)).toEqual([
      [2, 'unknown-field', 'numbr'],
      [4, 'unknown-field', 'number'],
      [4, 'unknown-field', 'parts.code'],
      [5, 'unknown-field', 'what'],
      [6, 'unknown-field', 'person.age'],
      [6, 'unknown-field', '../number'],
    ]);
  });

  it.each([
    ['{{shout number}}', 'unknown-helper'],
    ['{{#list rows}}{{/list}}', 'unknown-helper'],
    ['{{#rows}}{{/rows}}', 'not-handlebars'],
    ['{{#number}}x{{/number}}', 'unknown-helper'],
    ['{{#if (shout number)}}{{/if}}', 'unknown-helper'],
    ['{{log number}}', 'unknown-helper'],
    ["{{lookup this 'number'}}", 'unknown-helper'],
    ['{{#each rows as |row|}}{{what}}{{/each}}', 'not-allowed'],
    ['{{@index}}', 'unknown-field'],
    ['{{@root.nothing}}', 'unknown-field'],
    ['{{"number"}}', 'not-allowed'],
    ["{{box nothing 'a' '甲'}}", 'unknown-field'],
    ['{{#rows rows min=nothing}}{{/rows}}', 'unknown-field'],
  ])('FRM-4 %s is refused: %s', (source, code) => {
    expect(codes(source)).toContain(code);
  });

  it('FRM-4 the words name line, name and both languages', () => {
    expect(fieldErrorsOf(checkTemplate('甲\n{{numbr}}', schema).faults)).toEqual([
      {
        pointer: '/source',
        code: 'unknown-field',
        detail: '第 2 行：表单数据里没有字段 numbr。 / Line 2: the form’s data has no field numbr.',
      },
    ]);
  });
});

/** S5: what must not come in by a template. */
const PAYLOADS: readonly (readonly [source: string, code: string])[] = [
  ['{{{number}}}', 'not-allowed'],
  ['{{&number}}', 'not-allowed'],
  ['{{> partial}}', 'not-allowed'],
  ['{{> (lookup . "x")}}', 'not-allowed'],
  ['{{#> layout}}{{/layout}}', 'not-allowed'],
  ['{{* decorator}}', 'not-allowed'],
  ['{{#*inline "x"}}{{/inline}}', 'not-allowed'],
  ['{{constructor}}', 'not-allowed'],
  ['{{this.constructor.constructor}}', 'not-allowed'],
  ['{{number.__proto__}}', 'not-allowed'],
  ['{{whatever.constructor.prototype}}', 'not-allowed'],
  ["{{#with (whatever.constructor 'return 1')}}{{/with}}", 'unknown-helper'],
  ['{{#with "s" as |string|}}{{/with}}', 'not-allowed'],
  ['{{helperMissing}}', 'unknown-field'],
  ['{{__lookupGetter__}}', 'unknown-field'],
  ['{{toString}}', 'unknown-field'],
  ['{{#each (valueOf)}}{{/each}}', 'unknown-helper'],
  ['{{{{raw}}}}<script>{{{{/raw}}}}', 'unknown-helper'],
  ['\\{{number}}', 'not-allowed'],
  ['{{#each rows', 'not-handlebars'],
  ['<script>alert(1)</script>', 'not-allowed-element'],
  ['<SCRIPT SRC=//x></SCRIPT>', 'not-allowed-element'],
  ['<scr{{#if number}}ipt{{/if}}>', 'bad-markup'],
  ['<{{number}} class="a">', 'bad-markup'],
  ['<img src=x onerror=alert(1)>', 'bad-markup'],
  ['<img src="data:image/png;base64,AA==" onerror="x">', 'event-attribute'],
  ['<p onclick="x">', 'event-attribute'],
  ['<p ONCLICK="x">', 'event-attribute'],
  ['<svg onload="x"></svg>', 'event-attribute'],
  ['<svg><script>x</script></svg>', 'not-allowed-element'],
  ['<svg><foreignObject></foreignObject></svg>', 'not-allowed-element'],
  ['<svg><use href="x#y"/></svg>', 'not-allowed-element'],
  ['<svg><image href="http://x/"/></svg>', 'not-allowed-element'],
  ['<iframe src="x"></iframe>', 'not-allowed-element'],
  ['<iframe srcdoc="x"></iframe>', 'not-allowed-attribute'],
  ['<object data="x"></object>', 'not-allowed-element'],
  ['<embed src="x">', 'not-allowed-element'],
  ['<link rel="prefetch" href="x">', 'not-allowed-element'],
  ['<meta http-equiv="refresh" content="0;url=x">', 'not-allowed-element'],
  ['<base href="x">', 'not-allowed-element'],
  ['<form action="x"><input type="image" src="x"></form>', 'not-allowed-element'],
  ['<a href="javascript:x">', 'not-allowed-element'],
  ['<video src="x"></video>', 'not-allowed-element'],
  ['<template><p></p></template>', 'not-allowed-element'],
  ['</section></body><p>', 'not-allowed-element'],
  ['</section><p>', 'bad-markup'],
  ['<section></section>\n</section>', 'bad-markup'],
  ['<p id="x">', 'not-allowed-attribute'],
  ['<img src="http://127.0.0.1/x">', 'outside-address'],
  ['<img src="//127.0.0.1/x">', 'outside-address'],
  ['<img src="file:///etc/passwd">', 'outside-address'],
  ['<img src="data:image/svg+xml;base64,AA==">', 'outside-address'],
  ['<img src="http://x/{{number}}">', 'outside-address'],
  ['<img src="{{#if number}}http://x{{/if}}">', 'outside-address'],
  ['<!-- x --><p>', 'bad-markup'],
  ['<![CDATA[x]]>', 'bad-markup'],
  ['<?xml x?>', 'bad-markup'],
  ['<p class=x>', 'bad-markup'],
  ['<p class="a', 'bad-markup'],
  ['<p class="{{#if number}}" title="{{else}}{{/if}}">', 'split-markup'],
  ['<p class="x{{#if number}}" title=\'{{/if}} onclick=" onload=x "\'>', 'split-markup'],
  ['<p {{#if number}}class="x"{{/if}}>', 'split-markup'],
  ['<p {{number}}="x">', 'split-markup'],
  ["<p class=\"{{box category 'a' '甲'}}\">", 'bad-markup'],
  ['<td colspan="99999"></td>', 'bad-markup'],
  ['<p style="background: {{number}}">', 'not-allowed-style'],
  ['<p style="background:url(http://x/)">', 'not-allowed-style'],
  ['<p style="background:u\\72l(http://x/)">', 'not-allowed-style'],
  ['<p style="width:expression(alert(1))">', 'not-allowed-style'],
  ['<p style="position:fixed">', 'not-allowed-style'],
  ['<p style="height:99999999mm">', 'not-allowed-style'],
  ['<p style="width:1e9mm">', 'not-allowed-style'],
  ['<p style="} body { display:none">', 'bad-style'],
  ['<style>@import "http://x/";</style><p>', 'not-allowed-style'],
  ['<style>@font-face { font-family: f; src: url(x) }</style><p>', 'not-allowed-style'],
  ['<style>@page { size: A0 }</style><p>', 'not-allowed-style'],
  ['<style>.a { background-image: image-set("http://x/" 1x) }</style><p>', 'not-allowed-style'],
  ['<style>.a { background: image-set("http://x/" 1x) }</style><p>', 'not-allowed-style'],
  ['<style>.a { cursor: url(x), auto }</style><p>', 'not-allowed-style'],
  ['<style>.a { -webkit-mask: url(x) }</style><p>', 'not-allowed-style'],
  ['<style>.a { list-style: url(x) }</style><p>', 'not-allowed-style'],
  ['<style>.a { content: "/*" } body { color: red } .b { content: "*/" }</style><p>', 'not-allowed-style'],
  ['<style>} body { display: none }</style><p>', 'bad-style'],
  ['<style>.a { width: 1mm; </style><p>', 'bad-style'],
  ['<style>.a { content: "x }\n body { color: red } "y" }</style><p>', 'bad-style'],
  ['<style>/* .a { width: 1mm }</style><p>', 'not-allowed-style'],
  ['<style>:root { display: none }</style><p>', 'not-allowed-style'],
  ['<style>p:has(a) { display: none }</style><p>', 'not-allowed-style'],
  ['<style>.a { {{number}} }</style><p>', 'bad-style'],
  ['<style>.a { width: 1mm }</style><style>.b { width: 1mm }</style><p>', 'not-allowed-element'],
  ['<p>\u0000</p>', 'not-text'],
  ['<p>\ud800</p>', 'not-text'],
  ['<style>.a { width: 1mm }</style>\n', 'empty-template'],
  ['甲'.repeat(TEMPLATE_AT_MOST / 3 + 1), 'too-large'],
];

it.each(PAYLOADS)('FRM-4 S5 %p is refused', (source, code) => {
  expect(codes(source)).toContain(code);
});

it('FRM-4 256 KiB are taken, a byte more is not', () => {
  expect(codes('x'.repeat(TEMPLATE_AT_MOST))).toEqual([]);
  expect(codes('x'.repeat(TEMPLATE_AT_MOST + 1))).toEqual(['too-large']);
});
