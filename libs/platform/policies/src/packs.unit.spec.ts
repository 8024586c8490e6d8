/** What holds for every pack that ships: roles, demonstration users, notes, languages (PCK-1, api.md Demo data). */
import { COMMON_ROLES, PACKS } from '@bihuan/packs';
import { checkPack } from './pack/pack-problems';
import { packSchema, type Pack } from './pack/pack.schema';
import { filledPosts } from './pack/posts';
import { pointedAt } from './test/note-path';

const packs: readonly (readonly [string, Pack])[] = [...PACKS].map(([id, raw]) => [id, packSchema.parse(raw)]);

/** User → what his unit must be for, pack by pack where they differ (api.md Demo data: "the same function"). */
const FUNCTIONS: Readonly<Record<string, string | Readonly<Record<string, string>>>> = {
  agent: 'hotline',
  agent2: 'hotline',
  engineer: 'technical-support',
  engineer2: 'user-service',
  'tech-manager': 'technical-support',
  dispatcher: { 'cable-tv': 'dispatch-centre', other: 'user-service' },
  supervisor: 'complaint-supervision',
  deputy: 'general-office',
  manager: 'general-office',
  hr: { 'atm-5s4e': 'complaint-supervision', other: 'human-resources' },
  'regulator-desk': { telecom: 'appeals', other: 'general-office' },
  admin: 'general-office',
};

/** User → roles his position must give him. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  agent: ['staff', 'hotline-officer'],
  agent2: ['staff', 'hotline-officer'],
  engineer: ['staff', 'handler', 'engineer'],
  engineer2: ['staff', 'handler', 'engineer'],
  'tech-manager': ['staff', 'technical-manager', 'department-head'],
  dispatcher: ['staff', 'dispatcher'],
  supervisor: ['staff', 'complaint-officer', 'supervisor'],
  deputy: ['staff', 'management'],
  manager: ['staff', 'management'],
  hr: ['staff', 'hr'],
  'regulator-desk': ['staff', 'appeals-desk'],
  admin: ['administrator'],
};

const functionOf = (user: string, packId: string) => {
  const asked = FUNCTIONS[user];
  return typeof asked === 'string' ? asked : (asked?.[packId] ?? asked?.['other']);
};

it('PCK-1 the packs of this version are these', () => {
  expect([...PACKS.keys()]).toEqual(['atm-5s4e', 'franchise', 'telecom', 'cable-tv']);
});

describe.each(packs)('%s', (id, pack) => {
  const { organisation } = pack;
  const unitOf = (code: string) => organisation.units.find((unit) => unit.code === code);
  const personOf = (user: string) => organisation.employees.find((employee) => employee.user === user);

  it('PCK-1 passes its schema and names nothing that is missing', () => {
    expect(checkPack(PACKS.get(id))).toMatchObject({ ok: true });
  });

  it('ORG-3b says which mark of the test is passed, and that the figure is chosen', () => {
    expect(organisation.certificatePassMark).toBe(60);
    expect(pack.notes.filter(({ path }) => path === 'organisation.certificatePassMark')).toMatchObject([
      { kind: 'chosen' },
    ]);
  });

  it('IDN-2 has every common role; the administrator every right', () => {
    expect(pack.roles.map((role) => role.id)).toEqual(expect.arrayContaining([...COMMON_ROLES]));
    expect(pack.roles.find((role) => role.id === 'administrator')?.grants).toEqual({ '*': 'all' });
  });

  it('PCK-1 every position has a role, and everybody but the administrator is staff', () => {
    const held = new Set(pack.roles.flatMap(({ positions }) => positions));
    expect(organisation.positions.filter(({ code }) => !held.has(code))).toEqual([]);
    const staff = new Set(pack.roles.find((role) => role.id === 'staff')?.positions);
    expect(organisation.positions.filter(({ code }) => !staff.has(code)).map(({ code }) => code)).toEqual([
      'administrator',
    ]);
  });

  it.each(Object.keys(FUNCTIONS))('PCK-1 ORG-3 the demonstration user %s sits in a unit of his function', (user) => {
    const person = personOf(user);
    expect(unitOf(person?.unit ?? '')?.function).toBe(functionOf(user, id));
    const roles = pack.roles.filter(({ positions }) => positions.includes(person?.position ?? ''));
    expect(roles.map((role) => role.id)).toEqual(expect.arrayContaining([...(ROLES[user] ?? ['missing'])]));
  });

  it('PCK-1 ORG-3a both engineers hold a licence for all product lines that does not run out', () => {
    const lines = pack.productLines.map(({ code }) => code);
    const runs = organisation.employees.filter(({ user }) => user === 'engineer' || user === 'engineer2');
    for (const { certificates } of runs) {
      expect(certificates?.map(({ expiresOn }) => expiresOn)).toEqual(['2099-12-31']);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !certificates?.[0]?.productLines.includes(line))).toEqual([]);
    }
  });

  it('NUM-1 agent has officer number 01, agent2 02, and all are of one width', () => {
    expect([personOf('agent')?.officerNumber, personOf('agent2')?.officerNumber]).toEqual(['01', '02']);
    expect(new Set(organisation.employees.flatMap(({ officerNumber }) => officerNumber?.length ?? []))).toEqual(
      new Set([2]),
    );
  });

  it('ORG-4 every unit in which people work has a head, there or above', () => {
    const headed = new Set(
      organisation.employees
        .filter(({ head }) => head)
        .flatMap(({ unit, furtherUnits }) => [unit, ...(furtherUnits ?? [])]),
    );
    const reaches = (code: string | undefined): boolean =>
      code !== undefined && (headed.has(code) || reaches(unitOf(code)?.parent));
    expect(organisation.units.filter(({ code }) => !reaches(code))).toEqual([]);
  });

  it('ORG-2 nobody is over a head-count, and the demonstration leaves no post vacant', () => {
    for (const { post, count } of filledPosts(organisation)) {
      expect(count).toBeLessThanOrEqual(post.max);
      expect(count).toBeGreaterThanOrEqual(post.min);
    }
  });

  it('PCK-1 every note points at something in the pack', () => {
    expect(pack.notes.filter(({ path }) => pointedAt(pack, path).length === 0).map(({ path }) => path)).toEqual([]);
    expect(pack.notes.length).toBeGreaterThan(10);
  });

  it('PCK-1 whose calendars and people are chosen is said so', () => {
    const chosen = pack.notes.filter(({ kind }) => kind === 'chosen').map(({ path }) => path);
    expect(chosen).toContain('organisation.employees');
    expect(chosen.some((path) => path.startsWith('calendars'))).toBe(true);
  });

  it('SCR-1 every step of a call has its text, in Chinese and English, with the same variables', () => {
    const steps = pack.scripts.filter(({ desk }) => desk === 'hotline').map(({ step }) => step);
    expect(steps).toEqual(
      expect.arrayContaining([
        'opening',
        'no-answer',
        'wrong-number',
        'hold',
        'transfer',
        'complaint-apology',
        'cannot-solve-now',
        'praise',
        'closing',
      ]),
    );
    const named = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
    for (const { text } of pack.scripts) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(named(text.en)).toEqual(named(text.zh));
    }
  });

  it('NTF-1 every template of a clock exists, and every clock tells somebody or does something', () => {
    const templates = new Set(pack.templates.map(({ code }) => code));
    for (const { steps } of pack.deadlinePolicies) {
      for (const step of steps.filter(({ action }) => action === 'notify')) {
        expect(templates).toContain(step.template);
        expect(step.to?.length).toBeGreaterThan(0);
      }
    }
  });
});
