/** Rows as objects: two saves of one version, the second is refused with 412 (issue 2, bad input). */
import { randomUUID } from 'node:crypto';
import { systemActor } from '@bihuan/plugin-kit';
import { demandVersion, RowStore, type StoredRow } from './row-store';
import { NOW, scene, type Scene } from './test/scene';

interface Note extends StoredRow {
  readonly title: string | null;
  readonly facts: { readonly words: readonly string[] } | null;
  readonly at: Date | null;
  readonly count: number | null;
}

const store = new RowStore<Note>('test.note', {
  id: 'uuid',
  version: 'int',
  title: 'text',
  facts: 'jsonb',
  at: 'timestamptz',
  count: 'int',
});
const actor = systemActor('test');
const note = (): Note => ({ id: randomUUID(), version: 1, title: '甲', facts: { words: ['a'] }, at: NOW, count: 0 });
const stale = expect.objectContaining({ code: 'stale-version', kind: 'stale' });

let test: Scene;
beforeAll(async () => (test = await scene()));
afterAll(() => test.close());

const added = async (): Promise<Note> => {
  const row = note();
  await test.work.run(actor, (tx) => Promise.resolve(store.add(tx, row)));
  return row;
};
const change = (row: Note, to: Partial<Note>) => test.work.run(actor, (tx) => store.save(tx, row, { ...row, ...to }));
const read = (id: string) => test.work.run(actor, (tx) => store.lock(tx, id));

it('DLN-2 a row comes back as it was added; unknown ones are not found', async () => {
  const row = await added();
  expect(await read(row.id)).toEqual(row);
  expect(await store.find(test.work, 'r.id = $1', [row.id])).toEqual([row]);
  await expect(read(randomUUID())).rejects.toMatchObject({ kind: 'not-found' });
});

it('DLN-2 two saves of one version: the second is refused and changes nothing', async () => {
  const row = await added();
  expect(await change(row, { title: '乙', facts: { words: ['b'] }, count: 1 })).toMatchObject({ version: 2 });
  await expect(change(row, { title: '丙' })).rejects.toEqual(stale);
  expect(await read(row.id)).toEqual({ ...row, version: 2, title: '乙', facts: { words: ['b'] }, count: 1 });
});

it('DLN-2 of many saves at the same time exactly one wins', async () => {
  const row = await added();
  const saves = await Promise.allSettled([1, 2, 3, 4, 5].map((count) => change(row, { count })));
  expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const save of saves) if (save.status === 'rejected') expect(save.reason).toEqual(stale);
  expect(await read(row.id)).toMatchObject({ version: 2 });
});

it('DLN-2 a row that did not change keeps its version, also with equal dates and objects', async () => {
  const row = await added();
  expect(await change(row, { at: new Date(NOW), facts: { words: ['a'] } })).toBe(row);
  expect(await change(row, { at: null })).toMatchObject({ version: 2 });
  expect(await read(row.id)).toMatchObject({ at: null, version: 2 });
});

it('DLN-2 the version a caller saw must be the present one; who says none saves without asking', () => {
  const row = { ...note(), version: 3 };
  expect(() => demandVersion(row, 2)).toThrow(stale);
  expect(() => demandVersion(row, 4)).toThrow(stale);
  expect(() => demandVersion(row, 3)).not.toThrow();
  expect(() => demandVersion(row, undefined)).not.toThrow();
});
