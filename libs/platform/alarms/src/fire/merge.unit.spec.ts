/** One notice a person and subject after downtime (reliability.md §3.8). */
import type { Notice } from './merge';
import { mergeNotices } from './merge';

const notice = (subject: string, template: string, ...to: string[]): Notice => ({
  subject: { module: 'm', kind: 'k', id: subject },
  to,
  template,
  params: {},
});

describe('mergeNotices', () => {
  it('DLN-2 of all notices to one person about one subject the last stays', () => {
    const merged = mergeNotices([
      notice('a', 'warned', 'anna', 'bert'),
      notice('b', 'warned', 'anna'),
      notice('a', 'breached', 'anna'),
      notice('a', 'escalated', 'chef', 'chef'),
    ]);
    expect(merged.map(({ subject, template, to }) => [subject.id, template, to])).toEqual([
      ['a', 'warned', ['bert']],
      ['b', 'warned', ['anna']],
      ['a', 'breached', ['anna']],
      ['a', 'escalated', ['chef', 'chef']],
    ]);
  });

  it('DLN-2 nobody is forgotten: whoever was to be told is told', () => {
    const notices = Array.from({ length: 50 }, (_, i) => notice(`s${i % 7}`, `t${i}`, `p${i % 5}`, `p${i % 3}`));
    const pairs = (list: readonly Notice[]) =>
      new Set(list.flatMap(({ subject, to }) => to.map((person) => `${subject.id}/${person}`)));
    const merged = mergeNotices(notices);
    expect(pairs(merged)).toEqual(pairs(notices));
    expect(merged.flatMap(({ to }) => [...new Set(to)])).toHaveLength(pairs(notices).size);
  });
});
