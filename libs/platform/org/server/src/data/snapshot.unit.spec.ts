/** Whom a role of notices finds, from where it is asked. */
import type { Employee, Unit } from '@bihuan/org-contract';
import { holdersNear, snapshotOf } from './snapshot';

const unit = (id: string, parentId: string | null): Unit => ({ id, code: id, parentId }) as Unit;
const clerk = (id: string, unitId: string, furtherUnitIds: string[] = []): Employee =>
  ({ id, unitId, furtherUnitIds, position: id.split('-')[0], head: false }) as unknown as Employee;

const house = snapshotOf({
  version: 1,
  units: [
    unit('house', null),
    unit('office', 'house'),
    unit('north', 'house'),
    unit('north-desk', 'north'),
    unit('north-centre', 'north'),
    unit('south', 'house'),
    unit('south-desk', 'south'),
    unit('west', 'house'),
  ],
  employees: [
    clerk('clerk-n', 'north-centre'),
    clerk('clerk-s', 'south'),
    clerk('chief-1', 'office'),
    clerk('expert-1', 'office', ['north-desk']),
    clerk('expert-2', 'south'),
  ],
  recipients: [],
  posts: [],
});

const near = (position: string, from: string) => holdersNear(house, position, from).map(({ id }) => id);

test('NTF-1 IDN-2 a position is held for a unit by the nearest: not by the holders in another province', () => {
  expect(near('clerk', 'north-desk')).toEqual(['clerk-n']);
  expect(near('clerk', 'south-desk')).toEqual(['clerk-s']);
  // Who works for a further unit holds it there too.
  expect(near('expert', 'north-desk')).toEqual(['expert-1']);
  expect(near('expert', 'south-desk')).toEqual(['expert-2']);
});

test('NTF-1 where nobody is near, the house is asked; an unknown unit asks everybody; nobody holds what nobody holds', () => {
  expect(near('chief', 'north-desk')).toEqual(['chief-1']);
  expect(near('clerk', 'west')).toEqual(['clerk-n', 'clerk-s']);
  expect(near('clerk', 'elsewhere')).toEqual(['clerk-n', 'clerk-s']);
  expect(near('nobody', 'north')).toEqual([]);
});
