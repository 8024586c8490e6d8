import { gathered } from './gathered';

it('DLN-6 what is asked in one breath is one request, a question asked twice stands in it once', async () => {
  const requests: (readonly string[])[] = [];
  const ask = gathered(3, (keys) => {
    requests.push(keys);
    return Promise.resolve(keys.map((key) => key.toUpperCase()));
  });
  expect(await Promise.all(['a', 'b', 'a', 'c', 'd'].map(ask))).toEqual(['A', 'B', 'A', 'C', 'D']);
  expect(requests).toEqual([['a', 'b', 'c'], ['d']]);
  expect(await ask('a')).toBe('A');
  expect(requests).toHaveLength(3);
});

it('DLN-6 a failed request fails the questions in it and no others', async () => {
  const ask = gathered(1, ([key]) => (key === 'bad' ? Promise.reject(new Error('refused')) : Promise.resolve([1])));
  const [bad, good] = [ask('bad'), ask('good')];
  await expect(bad).rejects.toThrow('refused');
  expect(await good).toBe(1);
});
