/** From roles to permissions (IDN-2). */
import { RoleBook } from './role-book';

const title = { zh: '名', en: 'name' };
const book = new RoleBook(
  3,
  [
    { id: 'narrow', title, grants: { 'a.read': 'own', 'a.write': 'unit' }, positions: ['clerk'] },
    { id: 'wide', title, grants: { 'a.read': 'unit-and-below' }, positions: ['clerk', 'boss'] },
    { id: 'every', title, grants: { '*': 'unit' }, positions: [] },
  ],
  ['a.read', 'a.write', 'b.read'],
);

test('IDN-2 the widest scope wins, in whatever order the roles come', () => {
  expect(Object.fromEntries(book.permissions('clerk', []))).toEqual({ 'a.read': 'unit-and-below', 'a.write': 'unit' });
  expect(book.permissions('clerk', ['every']).get('a.read')).toBe('unit-and-below');
  expect(book.permissions('boss', ['narrow']).get('a.read')).toBe('unit-and-below');
});

test('IDN-2 * grants every permission of the rooms that are loaded, and no other', () => {
  expect([...book.permissions('nobody', ['every']).keys()]).toEqual(['a.read', 'a.write', 'b.read']);
  expect(book.permissions('nobody', []).size).toBe(0);
  expect(book.permissions('nobody', ['gone']).size).toBe(0);
});
