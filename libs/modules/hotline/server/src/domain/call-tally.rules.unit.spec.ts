/** One stroke a handled call; strokes and nuisance calls make the phone contacts of the day (HOT-11, HOT-16). */
import { aContact } from '../test/contact.builder';
import type { Contact } from './contact.state';
import { tallyOf } from './call-tally.rules';

const TITLES = new Map([
  ['technical', '技术质量'],
  ['sales', '销售'],
  ['nuisance', '骚扰及误拨'],
]);
const call = (more: Partial<Contact>) => aContact(more);
const tally = (calls: readonly Contact[]) => tallyOf(calls, TITLES, (id) => `${id}先生`);

it('SYS-11 HOT-11 seven handled calls are seven strokes; with the nuisance calls they are the phone contacts', () => {
  const calls = [
    ...Array.from({ length: 5 }, () => call({ category: 'technical', state: 'concluded' })),
    call({ category: 'technical', state: 'open' }),
    call({ category: 'technical', state: 'awaiting-customer' }),
    call({ category: 'nuisance', state: 'nuisance' }),
    call({ category: 'nuisance', state: 'nuisance' }),
  ];
  const counted = tally(calls);
  expect(counted).toMatchObject({ total: 7, nuisance: 2, phoneContacts: 9 });
  expect(counted.total + counted.nuisance).toBe(counted.phoneContacts);
  expect(counted.rows).toEqual([
    { kind: '技术质量', count: 7 },
    { kind: '销售', count: 0 },
  ]);
});

it('HOT-11 strokes stand with who took the call, not with who owns it now, and with their day', () => {
  const counted = tally([
    call({ takenById: 'agent', ownerId: 'agent2' }),
    call({ takenById: 'agent', day: '2026-09-18' }),
    call({ takenById: 'agent2' }),
    call({ takenById: 'agent2', state: 'nuisance' }),
  ]);
  expect(counted.byOfficer).toEqual([
    { officer: 'agent先生', count: 2 },
    { officer: 'agent2先生', count: 1 },
  ]);
  expect(counted.byDay).toEqual([
    { day: '2026-09-17', count: 2 },
    { day: '2026-09-18', count: 1 },
  ]);
});

it('HOT-16 a call closed as nuisance leaves the indicators, whatever category it was taken under', () => {
  expect(tally([call({ category: 'technical', state: 'nuisance' })])).toMatchObject({
    total: 0,
    nuisance: 1,
    rows: [
      { kind: '技术质量', count: 0 },
      { kind: '销售', count: 0 },
    ],
  });
});

it('HOT-11 a day without calls is a sheet of noughts', () => {
  expect(tally([])).toEqual({
    rows: [
      { kind: '技术质量', count: 0 },
      { kind: '销售', count: 0 },
    ],
    total: 0,
    byOfficer: [],
    byDay: [],
    nuisance: 0,
    phoneContacts: 0,
  });
});
