/** The whole file is checked first: codes and titles in both languages, and every mistake by line and column. */
import { DemoRefusal, findingText } from '../problems';
import type { Finding } from '../problems';
import { checkCalls } from './check-calls';
import { house } from './test/house';
import type { Change } from './test/rows';
import { tableWith } from './test/rows';

const calls = (...changes: readonly Change[]) => checkCalls(tableWith(...changes), house).calls;

function refusal(...changes: readonly Change[]): readonly Finding[] {
  try {
    calls(...changes);
  } catch (error) {
    if (error instanceof DemoRefusal) return error.findings;
    throw error;
  }
  throw new Error('nothing was refused');
}

const places = (findings: readonly Finding[]) => findings.map(({ line, column }) => `${line} ${column}`);

test('npm run demo: English codes and Chinese or English titles come to the same call', () => {
  const [code, zh, en] = calls(
    {},
    { channel: '电话', category: '技术质量', kind: '硬件', outcome: '转问题表', agreed: '是', officer: '1' },
    {
      channel: 'Phone (800)',
      category: 'technical QUALITY',
      kind: 'Hardware',
      outcome: 'Problem form',
      agreed: 'TRUE',
    },
  );
  const expected = {
    officer: '01',
    channel: 'phone',
    category: 'technical',
    kind: 'hardware',
    outcome: 'form',
    agreed: true,
  };
  for (const call of [code, zh, en]) expect(call).toMatchObject(expected);
});

test('npm run demo: full-width signs and 其他 for 其它 are understood', () => {
  const [call] = calls({
    phone: '１３８１２３４５６７８',
    category: '其他',
    kind: '',
    officer: '０２',
    channel: '电话(800)',
  });
  expect(call).toMatchObject({ phone: '13812345678', category: 'other', officer: '02', channel: 'phone' });
});

test('HOT-16 a nuisance call needs neither category nor text', () => {
  const [call] = calls({ outcome: 'nuisance', category: '', kind: '', summary: '', phone: '', name: '', agreed: '' });
  expect(call).toMatchObject({ category: 'nuisance', outcome: 'nuisance', phone: '', summary: '骚扰或打错' });
});

test.each<[string, Change, string]>([
  ['an unknown channel', { channel: '电报' }, '2 channel'],
  ['an unknown officer', { officer: '07' }, '2 officer'],
  ['an unknown outcome', { outcome: '未知' }, '2 outcome'],
  ['a form of a category that forms have not', { category: 'praise', kind: '' }, '2 category'],
  ['an answered nuisance call', { outcome: 'answered', category: 'nuisance', kind: '' }, '2 category'],
  ['a nuisance call about hardware', { outcome: 'nuisance', category: 'technical' }, '2 category'],
  ['a kind of another category', { kind: 'software' }, '2 kind'],
  ['a kind where there are none', { category: 'other', kind: 'hardware' }, '2 kind'],
  ['a form without the customer’s answer', { agreed: '' }, '2 agreed'],
  ['neither yes nor no', { agreed: '也许' }, '2 agreed'],
  ['an empty text', { summary: '' }, '2 summary'],
  ['a phone of letters', { phone: 'abc' }, '2 phone'],
  ['a text that is too long', { summary: '长'.repeat(4001) }, '2 summary'],
])('npm run demo: %s is named by line and column', (_what, change, place) => {
  expect(places(refusal(change))).toEqual([place]);
});

test('npm run demo: all mistakes of a file are listed, in the order of its lines', () => {
  const findings = refusal({ channel: '电报', phone: 'x' }, {}, { time: '昨天', officer: '' });
  expect(places(findings)).toEqual(['2 phone', '2 channel', '4 time', '4 officer']);
});

test('npm run demo: a message names line and column in both languages, and what may stand there', () => {
  const [finding] = refusal(...Array.from({ length: 15 }, () => ({})), { channel: '电报' });
  expect(finding && findingText(finding)).toBe(
    '第 17 行「渠道」列：没有「电报」，可用：电话（800） (phone)、传真 (fax)。\n' +
      '  line 17, column "channel": There is no "电报"; use one of phone, fax.',
  );
});
