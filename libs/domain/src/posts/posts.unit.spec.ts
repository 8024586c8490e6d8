import { fullSeats, heldIn, seatsOf, type Holder, type Place, type Post } from './posts';

const PLACES: Place[] = [
  { key: 'house', function: 'headquarters' },
  { key: 'service', function: 'service', parent: 'house' },
  { key: 'east', function: 'hotline', parent: 'service' },
  { key: 'south', function: 'hotline', parent: 'service' },
  { key: 'other', function: 'sales', parent: 'house' },
];
const POSTS: Post[] = [
  { position: 'manager', unit: 'service', below: false, min: 1, max: 1 },
  { position: 'specialist', unit: 'service', below: true, min: 3, max: 5 },
  { position: 'specialist', function: 'hotline', below: false, min: 1, max: 3 },
];
const seats = seatsOf(POSTS, PLACES);
const at = (position: string, unit: string, count = 1): Holder[] =>
  Array.from({ length: count }, () => ({ position, unit }));
const full = (others: readonly Holder[], [coming]: Holder[], [before]: Holder[] = []) => {
  const found = fullSeats(seats, others, coming as Holder, before);
  return found && [found.index, found.unit];
};

describe('posts', () => {
  it('ORG-2 a post stands for one unit, or for each of a function; units below count where it says so', () => {
    expect(seats.map(({ index, unit, within }) => [index, unit, [...within]])).toEqual([
      [0, 'service', ['service']],
      [1, 'service', ['service', 'east', 'south']],
      [2, 'east', ['east']],
      [2, 'south', ['south']],
    ]);
    const people = [...at('specialist', 'east', 2), ...at('specialist', 'other'), ...at('manager', 'east')];
    expect(seats.map((each) => heldIn(each, people))).toEqual([0, 2, 2, 0]);
  });

  it('ORG-2 SYS-30 the fourth of a region is one too many, the third is not; other units and positions are free', () => {
    expect(full(at('specialist', 'east', 2), at('specialist', 'east'))).toBeUndefined();
    expect(full(at('specialist', 'east', 3), at('specialist', 'east'))).toEqual([2, 'east']);
    expect(full(at('specialist', 'east', 3), at('specialist', 'south'))).toBeUndefined();
    expect(full(at('specialist', 'east', 3), at('manager', 'east'))).toBeUndefined();
    expect(full(at('specialist', 'other', 9), at('specialist', 'other'))).toBeUndefined();
  });

  it('ORG-2 the limit of the whole counts the units below', () => {
    const five = [...at('specialist', 'east', 3), ...at('specialist', 'south', 2)];
    expect(full(five, at('specialist', 'south'))).toEqual([1, 'service']);
  });

  it('ORG-2 whoever counted in a full post already is not one too many in it, but is in another', () => {
    const four = [...at('specialist', 'east', 2), ...at('specialist', 'south', 2)];
    expect(full(four, at('specialist', 'south'), at('specialist', 'east'))).toBeUndefined();
    const full5 = [...at('specialist', 'east', 2), ...at('specialist', 'south', 3)];
    expect(full(full5, at('specialist', 'south'), at('specialist', 'east'))).toEqual([2, 'south']);
    const over = at('specialist', 'east', 4);
    expect(full(over, at('specialist', 'east'), at('specialist', 'east'))).toBeUndefined();
  });
});
