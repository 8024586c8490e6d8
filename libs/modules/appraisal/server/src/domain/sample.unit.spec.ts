/** The sample nobody can choose (APR-1a). */
import { drawn } from './sample.rules';

const candidate = (rank: string, customerId = rank) => ({ id: `contact-${rank}`, rank, customerId });
const ids = (size: number, ...candidates: ReturnType<typeof candidate>[]) =>
  drawn(candidates, size).map(({ id }) => id);

it('APR-1a the same ranks draw the same contacts, in whatever order they come', () => {
  const all = ['d', 'a', 'c', 'b'].map((rank) => candidate(rank));
  expect(ids(2, ...all)).toEqual(['contact-a', 'contact-b']);
  expect(ids(2, ...all.reverse())).toEqual(['contact-a', 'contact-b']);
});

it('APR-1a no more than the size, all of them where there are fewer', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => candidate(String(index).padStart(2, '0')));
  expect(ids(10, ...twenty)).toHaveLength(10);
  expect(ids(10, ...twenty.slice(0, 4))).toHaveLength(4);
  expect(ids(0, ...twenty)).toEqual([]);
});

it('APR-1a one call a customer, before anybody is asked twice', () => {
  const all = [candidate('a', 'x'), candidate('b', 'x'), candidate('c', 'y')];
  expect(ids(2, ...all)).toEqual(['contact-a', 'contact-c']);
  expect(ids(3, ...all)).toEqual(['contact-a', 'contact-c', 'contact-b']);
});
