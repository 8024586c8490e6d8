/** Mistakes in a pack are named by path and expected type (PCK-1). */
import { z } from 'zod';
import { editPack } from '../test/edit-pack';
import { packProblems } from './pack-problems';
import type { Pack } from './pack.schema';

const problems = (edits: Readonly<Record<string, unknown>>) => packProblems(editPack(edits));

describe('pack problems', () => {
  it('PCK-1 the pack as shipped has none', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    ['deadlinePolicies[2].limit.value', 'zwei', 'deadlinePolicies[2].limit.value: expected a number, got "zwei"'],
    ['organisation.units[1].code', undefined, 'organisation.units[1].code: expected a string, got nothing'],
    [
      'roles[1].grants["hotline.contact.take"]',
      'some',
      'roles[1].grants["hotline.contact.take"]: expected "own" or "unit" or "unit-and-below" or "all", got "some"',
    ],
    ['calendars[0].weekly.mon', 'early', 'calendars[0].weekly.mon: expected an array, got "early"'],
    ['colour', 'red', 'colour: this field is not known here'],
    ['organisation.units[2].colour', 'red', 'organisation.units[2].colour: this field is not known here'],
    ['forms', null, 'forms: expected an array, got null'],
  ])('PCK-1 a wrong type is named by path, expectation and value: %s', (path, value, line) => {
    expect(problems({ [path]: value })).toEqual([line]);
  });

  it('PCK-1 all mistakes are named, not only the first', () => {
    const edits = { 'productLines[0].code': 1, 'customerLevels[1].title.en': '', source: '5S4E' };
    expect(problems(edits)).toHaveLength(3);
  });

  it.each([
    [
      'organisation.units[3].parent',
      'nowhere',
      /^organisation\.units\[3\]\.parent: expected one of company, .* got "nowhere"$/,
    ],
    [
      'organisation.units[3].calendar',
      'moon',
      /^organisation\.units\[3\]\.calendar: expected one of handlers, .* got "moon"$/,
    ],
    ['organisation.employees[0].position', 'king', /^organisation\.employees\[0\]\.position: expected one of /],
    [
      'organisation.employees[2].certificates[0].productLines[0]',
      'x',
      /^organisation\.employees\[2\]\.certificates\[0\]\.productLines\[0\]: /,
    ],
    ['recipients.supervisor', 'king', /^recipients\.supervisor: expected one of /],
    [
      'deadlinePolicies[0].steps[1].to[0]',
      'king',
      /^deadlinePolicies\[0\]\.steps\[1\]\.to\[0\]: expected one of owner, /,
    ],
    ['deadlinePolicies[0].steps[1].template', 'none', /^deadlinePolicies\[0\]\.steps\[1\]\.template: /],
    ['modules.hotline.routing[0].unit', 'mars', /^modules\.hotline\.routing\[0\]\.unit: expected one of company, /],
    ['modules.hotline.routing[1].alternatives[0]', 'mars', /^modules\.hotline\.routing\[1\]\.alternatives\[0\]: /],
    [
      'modules.hotline.policies.result',
      'none',
      /^modules\.hotline\.policies\.result: expected one of hotline\.referral, /,
    ],
    ['modules.hotline.calendar', 'moon', /^modules\.hotline\.calendar: expected one of handlers, /],
  ])('PCK-1 what is named must exist: %s', (path, value, line) => {
    const found = problems({ [path]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(line);
  });

  it('PCK-1 a position named in a section must exist, alone or in a list', () => {
    const found = problems({ 'modules.hotline.seats': { position: 'king', positions: ['dispatcher', 'queen'] } });
    expect(found).toEqual([
      expect.stringMatching(/^modules\.hotline\.seats\.position: expected one of .* got "king"$/),
      expect.stringMatching(/^modules\.hotline\.seats\.positions\[1\]: expected one of .* got "queen"$/),
    ]);
  });

  it('ORG-2 head-counts: the post must exist, stand in a unit or a function, and nobody is over it', () => {
    const franchise = (edits: Readonly<Record<string, unknown>>) => packProblems(editPack(edits, 'franchise'));
    expect(franchise({})).toEqual([]);
    expect(franchise({ 'organisation.posts[0].position': 'king' })[0]).toMatch(
      /^organisation\.posts\[0\]\.position: expected one of /,
    );
    expect(franchise({ 'organisation.posts[0].unit': undefined })).toEqual([
      'organisation.posts[0]: expected either unit or function',
    ]);
    expect(franchise({ 'organisation.posts[3].min': 4 })).toEqual(['organisation.posts[3]: expected min not over max']);
    expect(franchise({ 'organisation.posts[2].max': 6, 'organisation.posts[2].min': 1 })).toEqual([
      'organisation.posts[2].max: "customer-service" has 7 in the position "service-specialist", at most 6 allowed',
    ]);
    expect(franchise({ 'organisation.employees[1].unit': 'region-east', 'organisation.posts[3].max': 1 })).toEqual([
      'organisation.posts[3].max: "region-east" has 2 in the position "service-specialist", at most 1 allowed',
    ]);
  });

  it('ORG-3b the least mark of the test holds for the pack’s own people too', () => {
    const at = packProblems(editPack({ 'organisation.certificatePassMark': 93 }))[0];
    expect(at).toMatch(
      /^organisation\.employees\[\d+\]\.certificates\[0\]\.test\.mark: expected at least certificatePassMark 93, got 92$/,
    );
    expect(packProblems(editPack({ 'organisation.certificatePassMark': 92 }))).toEqual([]);
  });

  it('PCK-1 codes are given once, and one unit stands above all', () => {
    expect(problems({ 'organisation.employees[1].officerNumber': '01' })).toEqual([
      'organisation.employees[1].officerNumber: "01" comes twice',
    ]);
    expect(problems({ 'organisation.units[1].parent': undefined })).toEqual([
      'organisation.units: expected one unit without a parent, got 2',
    ]);
  });

  it('PCK-1 CAL-1 DLN-1 NUM-1 the domain’s own rules are said at their place', () => {
    expect(problems({ 'calendars[0].weekly.mon[0][1]': '25:00' })).toEqual([
      'calendars[0].weekly.mon[0][1]: A time is 00:00 … 23:59; an end may be 24:00',
    ]);
    expect(problems({ 'deadlinePolicies[1].limit.value': 1.5 })).toEqual([
      'deadlinePolicies[1].limit.value: The unit or value of this duration is wrong',
    ]);
    expect(problems({ 'deadlinePolicies[0].warnShare': 2 })[0]).toMatch(/^deadlinePolicies\[0\]\.warnShare: /);
    expect(problems({ 'numbering["problem-form"]': '{date:yyyyMMdd}{officer}' })[0]).toMatch(
      /^numbering\.problem-form: expected a number pattern, got "\{date:yyyyMMdd\}\{officer\}"/,
    );
  });

  it('DLN-4 CMP-4a variants and limit tables are checked, each fault at its place', () => {
    const at = 'deadlinePolicies[0]';
    const hours = (value: number) => ({ unit: 'hour', value });
    const when = { any: [{ fact: 'level', in: ['vip'] }, { not: { fact: 'gravity', present: true } }] };
    const limitTable = { fact: 'kind', rows: { network: { lower: hours(4), upper: hours(8) } } };
    const good = { [`${at}.variants`]: [{ key: 'vip', when, bound: 'lower' }], [`${at}.limitTable`]: limitTable };
    expect(problems(good)).toEqual([]);
    expect(problems({ ...good, [`${at}.limitTable`]: undefined })).toEqual([
      `${at}.variants[0].bound: There is no limit table to take a bound of`,
    ]);
    expect(problems({ ...good, [`${at}.variants`]: [{ when: { any: [] }, limit: hours(1) }] })).toEqual([
      `${at}.variants[0].when.any: This condition is incomplete: it names nothing`,
    ]);
    const turned = { fact: 'kind', rows: { network: { lower: hours(9), upper: hours(8) } } };
    expect(problems({ ...good, [`${at}.limitTable`]: turned })).toEqual([
      `${at}.limitTable.rows.network.lower.value: The lower bound is not above the upper one`,
    ]);
    expect(problems({ ...good, [`${at}.variants`]: [{ when: { fact: 'level' }, limit: hours(1) }] })[0]).toMatch(
      /^deadlinePolicies\[0\]\.variants\[0\]\.when: expected one of these: /,
    );
    expect(problems({ ...good, [`${at}.variants`]: [{ when, limit: { unit: 'fortnight', value: 1 } }] })[0]).toMatch(
      /^deadlinePolicies\[0\]\.variants\[0\]\.limit\.unit: expected "minute" or /,
    );
  });

  it('SCR-1 a script names only variables the desk can fill in', () => {
    expect(problems({ 'scripts[0].text.zh': '您好，{weather}' })).toEqual([
      'scripts[0].text.zh: expected the variables customer, site, engineer, equipment, promisedTime, serviceDate or company, got "{weather}"',
    ]);
  });

  it('PCK-1 a module’s section is checked by its own schema', () => {
    const sections = new Map([['hotline', z.looseObject({ firstContactWindowDays: z.int().positive() })]]);
    const demands = { sections, permissions: new Map() };
    expect(packProblems(editPack({}), demands)).toEqual([]);
    expect(packProblems(editPack({ 'modules.hotline.firstContactWindowDays': '7' }), demands)).toEqual([
      'modules.hotline.firstContactWindowDays: expected a number, got "7"',
    ]);
  });

  it('PCK-1 a module may check its section against the whole pack, once all else is right', () => {
    const asked: unknown[] = [];
    const check = (pack: Pack, section: unknown) => {
      asked.push(section);
      const result = pack.deadlinePolicies.find(({ code }) => code === 'hotline.result');
      return result?.limit.value === 2 ? [] : ['modules.hotline.policies.result: expected 2 working days'];
    };
    const sections = new Map([['hotline', z.looseObject({ firstContactWindowDays: z.int() })]]);
    const demands = { sections, permissions: new Map(), checks: new Map([['hotline', check]]) };
    expect(packProblems(editPack({}), demands)).toEqual([]);
    expect(asked).toEqual([expect.objectContaining({ firstContactWindowDays: 7 })]);
    expect(packProblems(editPack({ 'deadlinePolicies[1].limit.value': 3 }), demands)).toEqual([
      'modules.hotline.policies.result: expected 2 working days',
    ]);
    asked.length = 0;
    packProblems(editPack({ 'modules.hotline.firstContactWindowDays': 'x' }), demands);
    expect(asked).toEqual([]);
  });

  it('IDN-2 a role grants only what the room declares; rooms that are not loaded are not judged', () => {
    const permissions = new Map([['hotline', new Set(['hotline.contact.read'])]]);
    const found = packProblems(
      editPack({
        'roles[1].grants': { 'hotline.contact.read': 'all', 'hotline.contact.burn': 'all', 'dispatch.x.y': 'all' },
      }),
      {
        sections: new Map(),
        permissions,
      },
    );
    expect(found.filter((line) => line.startsWith('roles[1]'))).toEqual([
      'roles[1].grants["hotline.contact.burn"]: expected a permission of "hotline" (hotline.contact.read)',
    ]);
  });

  it('PCK-1 what is no pack at all is said so', () => {
    expect(packProblems('text')).toEqual(['(the pack itself): expected an object, got "text"']);
  });
});
