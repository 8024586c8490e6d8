/** What the fast reader of instants answers equals what the driver answers. */
import { types } from 'pg';
import { typeParsers } from './instants';

const OID = types.builtins.TIMESTAMPTZ;

test.each([
  '2026-11-22 03:42:26.354+00',
  '2026-11-22 03:42:26+08',
  '2026-11-22 03:42:26.3549+08',
  '2026-11-22 03:42:26.000001-05',
  '1999-12-31 23:59:59.9+00',
  '1890-01-01 00:00:00+08:05:43',
  '2026-11-22 09:12:26+05:30',
  '0044-03-15 12:00:00+00 BC',
  '12026-01-01 00:00:00+00',
  'infinity',
  '-infinity',
])('DLN-1 an instant written %s is the one the driver reads', (text) => {
  const fast = typeParsers.getTypeParser(OID) as (text: string) => unknown;
  expect(fast(text)).toEqual(types.getTypeParser(OID, 'text')(text));
});

test('SYS-06 other types are read as before', () => {
  expect(typeParsers.getTypeParser(types.builtins.INT4)).toBe(types.getTypeParser(types.builtins.INT4, 'text'));
});
