/** IPP as bytes, and which addresses may be printers (FRM-6, S6). */
import { nextLook, nextTry, nextWhenBusy } from '../sending.rules';
import type { IppRequest } from './ipp-message';
import { decodeAnswer, encodeRequest, GROUP, IppUnreadable, OPERATION } from './ipp-message';
import { mayBePrinter, printerAddress } from './printer-address';

const request: IppRequest = {
  operation: OPERATION.printJob,
  id: 7,
  attributes: [
    ['printer-uri', 'uri', 'ipp://p/'],
    ['requested-attributes', 'keyword', 'a', 'bc'],
  ],
  job: [['copies', 'integer', 2]],
  document: Buffer.from('%PDF'),
};

it('FRM-6 a request is what RFC 8010 says, byte by byte', () => {
  expect(encodeRequest(request).toString('latin1')).toBe(
    '\x01\x01\x00\x02\x00\x00\x00\x07\x01' +
      '\x47\x00\x12attributes-charset\x00\x05utf-8' +
      '\x48\x00\x1battributes-natural-language\x00\x05zh-cn' +
      '\x45\x00\x0bprinter-uri\x00\x08ipp://p/' +
      '\x44\x00\x14requested-attributes\x00\x01a\x44\x00\x00\x00\x02bc' +
      '\x02\x21\x00\x06copies\x00\x04\x00\x00\x00\x02\x03%PDF',
  );
});

it('FRM-6 an answer is read: status, groups, sets, numbers; a name belongs to the group it stands in', () => {
  const bytes = Buffer.from(
    '\x01\x01\x00\x00\x00\x00\x00\x07\x01\x47\x00\x12attributes-charset\x00\x05utf-8' +
      '\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00\x05\x23\x00\x09job-state\x00\x04\x00\x00\x00\x09' +
      '\x44\x00\x11job-state-reasons\x00\x01a\x44\x00\x00\x00\x01b\x02\x21\x00\x06job-id\x00\x04\x00\x00\x00\x06\x03',
    'latin1',
  );
  const { status, groups } = decodeAnswer(bytes);
  expect(status).toBe(0);
  const jobs = groups.filter(({ tag }) => tag === GROUP.job).map(({ attributes }) => Object.fromEntries(attributes));
  expect(jobs).toEqual([{ 'job-id': [5], 'job-state': [9], 'job-state-reasons': ['a', 'b'] }, { 'job-id': [6] }]);
});

it('FRM-6 S11 an answer cut at any byte, or of any bytes, is refused and never read beyond its end', () => {
  const whole = Buffer.from(
    '\x01\x01\x00\x00\x00\x00\x00\x07\x01\x47\x00\x12attributes-charset\x00\x05utf-8\x03',
    'latin1',
  );
  for (let length = 0; length < whole.length; length++) {
    expect(() => decodeAnswer(whole.subarray(0, length))).toThrow(IppUnreadable);
  }
  expect(() =>
    decodeAnswer(Buffer.from('\x01\x01\x00\x00\x00\x00\x00\x07\x21\x00\x01a\x00\x01b\x03', 'latin1')),
  ).toThrow(IppUnreadable);
  expect(() => decodeAnswer(Buffer.alloc(100, 0xff))).toThrow(IppUnreadable);
});

it.each([
  ['ipp://10.1.2.3/ipp/print', { secure: false, host: '10.1.2.3', port: 631, path: '/ipp/print' }],
  ['ipps://printer.intern:8631/printers/a', { secure: true, host: 'printer.intern', port: 8631, path: '/printers/a' }],
  ['ipp://localhost:80', { secure: false, host: 'localhost', port: 80, path: '/' }],
  ['ipp://[fd00::7]/x', { secure: false, host: 'fd00::7', port: 631, path: '/x' }],
])('FRM-6 %s is a printer’s address', (text, address) => {
  expect(printerAddress(text)).toEqual(address);
});

it.each([
  ...[
    'http://10.1.2.3/',
    'https://10.1.2.3/',
    'file:///etc/passwd',
    'socket://10.1.2.3:9100',
    'lpd://10.1.2.3/',
    'x',
    '',
  ],
  ...[
    'ipp://user:secret@10.1.2.3/',
    'ipp://10.1.2.3/?x=y',
    'ipp://10.1.2.3/#x',
    'ipp:///x',
    'ipp://10.1.2.3:0/',
    'ipp://10.1.2.3:65536/',
  ],
  ...[
    'ipp://169.254.169.254/latest/meta-data',
    'ipp://0xa9.0xfe.0xa9.0xfe/',
    'ipp://2852039166/',
    'ipp://[::ffff:169.254.169.254]/',
  ],
  ...[
    'ipp://0.0.0.0/',
    'ipp://224.0.0.1/',
    'ipp://255.255.255.255/',
    'ipp://[fe80::1]/',
    'ipp://[ff02::1]/',
    'ipp://[::]/',
  ],
  ...['ipp://10.1.2.3/a b', 'ipp://10.1.2.3\\@x/', 'ipp://10.1.2.3/x\r\nhost: y'],
])('FRM-6 S6 %j is none', (text) => {
  expect(printerAddress(text)).toBeUndefined();
});

it('FRM-6 S6 what a name leads to is asked for as well', () => {
  expect(['10.1.2.3', '127.0.0.1', 'fd00::7'].map(mayBePrinter)).toEqual([true, true, true]);
  expect(['169.254.169.254', '::ffff:169.254.169.254', 'fe80::1%eth0', 'name', ''].map(mayBePrinter)).toEqual(
    Array(5).fill(false),
  );
});

it('FRM-6 what fails is tried again for an hour, what cannot succeed is not; looks become rarer', () => {
  const now = new Date('2026-09-17T10:00:00+08:00');
  const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => nextTry(failures, false, now));
  expect(waits.map((at) => at && (at.getTime() - now.getTime()) / 1_000)).toEqual([
    2,
    5,
    15,
    60,
    300,
    900,
    1_800,
    null,
  ]);
  expect(nextTry(1, true, now)).toBeNull();
  expect([0, 3, 6, 7, 99].map((looks) => (nextLook(looks, now).getTime() - now.getTime()) / 1_000)).toEqual([
    1, 2, 10, 20, 20,
  ]);
  expect([nextWhenBusy(0, now), nextWhenBusy(3_999, now), nextWhenBusy(4_000, now)]).toEqual([
    nextLook(0, now),
    nextLook(99, now),
    null,
  ]);
});
