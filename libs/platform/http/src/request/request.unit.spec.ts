/** Lists, cursors, versions and languages of an address (api.md Conventions). */
import { z } from 'zod';
import { databaseTrouble } from '../problem/database-errors';
import { languageOf } from '../problem/language';
import { originOf } from '../server/same-origin';
import { decodeCursor, encodeCursor, pageOf } from './cursor';
import { InputRefused, parseInput } from './input';
import { listParams } from './list-params';
import { ifMatch } from './request-values';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return String((error as { code?: string }).code);
  }
  return 'no error';
};

test('API page, filter and sort are read from the address', () => {
  expect(
    listParams({
      'page[size]': '20',
      'page[after]': 'x',
      'filter[unit]': 'u',
      'filter[dueBefore]': 'd',
      sort: '-dueAt',
    }),
  ).toEqual({
    size: 20,
    after: 'x',
    filter: { unit: 'u', dueBefore: 'd' },
    sort: '-dueAt',
  });
  expect(listParams({})).toEqual({ size: 50, filter: {} });
  expect(listParams({ 'page[size]': '5000' }).size).toBe(200);
});

test.each(['0', '-1', '1.5', 'many', '99999999999'])('API a page of %s rows is refused', (size) => {
  expect(codeOf(() => listParams({ 'page[size]': size }))).toBe('invalid-input');
});

test('S11 a NUL in a filter is refused', () => {
  expect(codeOf(() => listParams({ 'filter[a]': 'x\0' }))).toBe('invalid-input');
});

test('API a cursor gives back its values; what is none is refused', () => {
  const at = new Date('2026-09-17T00:00:00Z');
  expect(decodeCursor(encodeCursor([at, '张', 3, null]), 4)).toEqual([at.toISOString(), '张', 3, null]);
  for (const rubbish of [
    'rubbish',
    encodeCursor(['a']),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[{},1]').toString('base64url'),
  ]) {
    expect(codeOf(() => decodeCursor(rubbish, 2))).toBe('invalid-input');
  }
});

test('API a page shows as many rows as asked, and a cursor only where there are more', () => {
  const page = (rows: number[]) =>
    pageOf(
      rows,
      2,
      (row) => [row],
      (row) => ({ row }),
    );
  expect(page([1, 2])).toEqual({ data: [{ row: 1 }, { row: 2 }], page: {} });
  expect(page([1, 2, 3])).toEqual({ data: [{ row: 1 }, { row: 2 }], page: { next: encodeCursor([2]) } });
  expect(page([])).toEqual({ data: [], page: {} });
});

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en;q=0.5,zh;q=0.4', 'en'],
  ['fr', 'zh'],
  ['en;q=abc', 'zh'],
])('API Accept-Language %s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test('API If-Match: a version, any, or refused', () => {
  expect([ifMatch(undefined), ifMatch('*'), ifMatch('"7"'), ifMatch(' 7 ')]).toEqual([undefined, undefined, 7, 7]);
  for (const bad of ['', '"x"', '-1', '1.5', '"1", "2"']) expect(codeOf(() => ifMatch(bad))).toBe('bad-if-match');
});

test('API refused fields are named by JSON pointers, in the words of the reader', () => {
  const schema = z.strictObject({
    'a/b': z.array(z.strictObject({ 'c~d': z.string().min(3) })),
    e: z.enum(['x', 'y']).optional(),
  });
  let refused: unknown;
  try {
    parseInput(schema, { 'a/b': [{ 'c~d': 'ab' }, {}], e: 'z' });
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(InputRefused);
  const fields = (refused as InputRefused).fields('zh');
  expect(fields.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/a~1b/0/c~0d', 'too-small'],
    ['/a~1b/1/c~0d', 'required'],
    ['/e', 'invalid-value'],
  ]);
  expect(fields[0]?.detail).toMatch(/[一-鿿]/);
  expect((refused as InputRefused).fields('en')[0]?.detail).toMatch(/^Too small/);
});

test("API the words of a schema's author are kept", () => {
  const schema = z.strictObject({ day: z.string().regex(/^\d+$/, '只填数字') });
  try {
    parseInput(schema, { day: 'x' });
  } catch (error) {
    expect((error as InputRefused).fields('en')[0]?.detail).toBe('只填数字');
  }
  expect.assertions(1);
});

const withCode = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

test.each([
  [withCode('ECONNREFUSED'), 'unavailable'],
  [withCode('57P01'), 'unavailable'],
  [withCode('08006'), 'unavailable'],
  [withCode('53300'), 'unavailable'],
  [withCode('53100'), 'unavailable'],
  [withCode('57014'), 'unavailable'],
  [withCode('40P01'), 'unavailable'],
  [Object.assign(new Error('q'), { driverError: withCode('57P01') }), 'unavailable'],
  [new AggregateError([withCode('ECONNREFUSED')]), 'unavailable'],
  [new Error('timeout exceeded when trying to connect'), 'unavailable'],
  [new Error('Connection terminated unexpectedly'), 'unavailable'],
  [withCode('22P05'), 'bad-input'],
  [withCode('22003'), 'bad-input'],
  [withCode('23505'), 'already-exists'],
  [withCode('23503'), 'unknown-reference'],
  [withCode('ENOENT', { syscall: 'open' }), undefined],
  [withCode('42P01'), undefined],
  [new TypeError('x'), undefined],
  ['text', undefined],
])('R18 %s is taken as %s', (error, trouble) => {
  expect(databaseTrouble(error)).toBe(trouble);
});

test.each([
  [{ host: 'a:1', origin: 'http://a:1' }, 'same'],
  [{ host: 'a:1', origin: 'https://b:1' }, 'foreign'],
  [{ host: 'a:1', origin: 'null' }, 'foreign'],
  [{ host: 'a:1', 'sec-fetch-site': 'same-origin' }, 'same'],
  [{ host: 'a:1', 'sec-fetch-site': 'same-site' }, 'foreign'],
  [{ host: 'a:1', 'sec-fetch-site': 'cross-site', origin: 'http://a:1' }, 'foreign'],
  [{ host: 'a:1' }, 'unknown'],
])('S10 %j comes from a %s origin', (headers, origin) => {
  expect(originOf({ headers })).toBe(origin);
});
