import { behind, merged, positionOf } from './history';
import type { HistoryItem } from './registries';

const item = (module: string, at: string, id = '1'): HistoryItem => ({
  subject: { module, kind: 'matter', id },
  kind: 'matter',
  at: new Date(at),
  state: 'open',
  title: { zh: '事项', en: 'Matter' },
});

const hotline = [item('hotline', '2026-09-17T08:00:00Z'), item('hotline', '2026-09-18T08:00:00Z', '2')];
const revisit = [item('revisit', '2026-09-17T12:00:00Z'), item('revisit', '2026-09-18T08:00:00Z')];

describe('history', () => {
  it('CUS-2 merges the parts of all modules by time, either way round', () => {
    const order = (direction: 'newest-first' | 'oldest-first') =>
      merged([hotline, revisit], direction).map(({ subject, at }) => `${subject.module} ${at.getUTCDate()}`);
    expect(order('oldest-first')).toEqual(['hotline 17', 'revisit 17', 'hotline 18', 'revisit 18']);
    expect(order('newest-first')).toEqual(['revisit 18', 'hotline 18', 'revisit 17', 'hotline 17']);
  });

  it('CUS-2 goes on behind the last item of a page, none twice and none left out', () => {
    for (const direction of ['newest-first', 'oldest-first'] as const) {
      const all = merged([hotline, revisit], direction);
      all.forEach((last, index) => {
        expect(behind(all, positionOf(last), direction)).toEqual(all.slice(index + 1));
      });
    }
  });
});
