import type { WorkItem } from './registries';
import { after, inOrder, positionOf } from './work-list';

const item = (id: string, due: string | null): WorkItem => ({
  subject: { module: 'hotline', kind: 'problem-form', id },
  kind: 'problem-form',
  title: { zh: '事项', en: 'Matter' },
  state: 'open',
  dueAt: due === null ? null : new Date(due),
  allowedActions: [],
});

const items = inOrder([
  item('a', null),
  item('d', '2026-09-18T01:00:00Z'),
  item('c', '2026-09-17T01:00:00Z'),
  item('b', '2026-09-18T01:00:00Z'),
]);

describe('work list', () => {
  it('DLN-6 lists what is due first in front, what has no limit last', () => {
    expect(items.map(({ subject }) => subject.id)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('DLN-6 goes on behind the last line of a page', () => {
    items.forEach((last, index) => expect(after(items, positionOf(last))).toEqual(items.slice(index + 1)));
  });
});
