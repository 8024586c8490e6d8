/** What a pack names must exist in it: units, positions, calendars, policies, templates (PCK-1). */
import type { Pack } from './pack.schema';
import { certificateProblems } from './certificates';
import { postProblems } from './posts';

/** Names in module sections that point at something of the pack, alone or in a list or as the values of an object. */
const POINTERS = {
  unit: 'units',
  alternatives: 'units',
  calendar: 'calendars',
  policy: 'policies',
  policies: 'policies',
  position: 'positions',
  positions: 'positions',
} as const;

/** Recipients an escalation step may name without the pack: people of the deadline itself. */
const PEOPLE = ['owner', 'officer', 'handler', 'unit-head', 'caller', 'issuer'];

export function referenceProblems(pack: Pack): string[] {
  const { organisation } = pack;
  const codes = {
    units: new Set(organisation.units.map(({ code }) => code)),
    functions: new Set(organisation.functions.map(({ code }) => code)),
    positions: new Set(organisation.positions.map(({ code }) => code)),
    calendars: new Set(pack.calendars.map(({ code }) => code)),
    policies: new Set(pack.deadlinePolicies.map(({ code }) => code)),
    productLines: new Set(pack.productLines.map(({ code }) => code)),
    templates: new Set(pack.templates.map(({ code }) => code)),
    recipients: new Set([...PEOPLE, ...Object.keys(pack.recipients)]),
  };
  const problems: string[] = [];
  const must = (kind: keyof typeof codes, value: string | undefined, path: string): void => {
    if (value === undefined || codes[kind].has(value)) return;
    problems.push(`${path}: expected one of ${[...codes[kind]].join(', ')}, got "${value}"`);
  };
  const once = (values: readonly (string | undefined)[], path: (index: number) => string): void => {
    values.forEach((value, index) => {
      if (value !== undefined && values.indexOf(value) < index) problems.push(`${path(index)}: "${value}" comes twice`);
    });
  };

  organisation.units.forEach((unit, i) => {
    const path = `organisation.units[${i}]`;
    must('units', unit.parent, `${path}.parent`);
    must('functions', unit.function, `${path}.function`);
    must('calendars', unit.calendar, `${path}.calendar`);
  });
  const roots = organisation.units.filter(({ parent }) => parent === undefined).length;
  if (roots !== 1) problems.push(`organisation.units: expected one unit without a parent, got ${roots}`);
  organisation.posts.forEach((post, i) => {
    must('positions', post.position, `organisation.posts[${i}].position`);
    must('units', post.unit, `organisation.posts[${i}].unit`);
    must('functions', post.function, `organisation.posts[${i}].function`);
  });
  organisation.employees.forEach((employee, i) => {
    const path = `organisation.employees[${i}]`;
    must('units', employee.unit, `${path}.unit`);
    must('positions', employee.position, `${path}.position`);
    employee.furtherUnits?.forEach((unit, k) => must('units', unit, `${path}.furtherUnits[${k}]`));
    employee.certificates?.forEach(({ productLines }, k) =>
      productLines.forEach((line, m) => must('productLines', line, `${path}.certificates[${k}].productLines[${m}]`)),
    );
  });
  for (const [role, position] of Object.entries(pack.recipients)) must('positions', position, `recipients.${role}`);
  pack.roles.forEach(({ positions }, i) =>
    positions.forEach((position, k) => must('positions', position, `roles[${i}].positions[${k}]`)),
  );
  pack.deadlinePolicies.forEach(({ steps }, i) =>
    steps.forEach((step, k) => {
      const path = `deadlinePolicies[${i}].steps[${k}]`;
      must('templates', step.template, `${path}.template`);
      step.to?.forEach((role, m) => must('recipients', role, `${path}.to[${m}]`));
    }),
  );
  once(
    organisation.units.map(({ code }) => code),
    (i) => `organisation.units[${i}].code`,
  );
  once(
    organisation.positions.map(({ code }) => code),
    (i) => `organisation.positions[${i}].code`,
  );
  once(
    organisation.employees.map(({ staffNumber }) => staffNumber),
    (i) => `organisation.employees[${i}].staffNumber`,
  );
  once(
    organisation.employees.map(({ officerNumber }) => officerNumber),
    (i) => `organisation.employees[${i}].officerNumber`,
  );
  once(
    organisation.employees.map(({ user }) => user),
    (i) => `organisation.employees[${i}].user`,
  );
  once(
    pack.calendars.map(({ code }) => code),
    (i) => `calendars[${i}].code`,
  );
  once(
    pack.deadlinePolicies.map(({ code }) => code),
    (i) => `deadlinePolicies[${i}].code`,
  );
  once(
    pack.roles.map(({ id }) => id),
    (i) => `roles[${i}].id`,
  );
  once(
    pack.templates.map(({ code }) => code),
    (i) => `templates[${i}].code`,
  );
  once(
    pack.scripts.map(({ desk, step, branch }) => [desk, step, branch].join('/')),
    (i) => `scripts[${i}]`,
  );

  once(
    pack.forms.map(({ code }) => code),
    (i) => `forms[${i}].code`,
  );
  problems.push(...postProblems(organisation), ...certificateProblems(organisation));
  pointers(pack.modules, 'modules', (kind, value, path) => must(kind, value, path));
  return problems;
}

type Found = (kind: (typeof POINTERS)[keyof typeof POINTERS], value: string, path: string) => void;

function pointers(value: unknown, path: string, found: Found): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    const kind = Object.hasOwn(POINTERS, key) ? POINTERS[key as keyof typeof POINTERS] : undefined;
    if (kind) each(inner, at, (text, where) => found(kind, text, where));
    else pointers(inner, at, found);
  }
}

function each(value: unknown, path: string, found: (text: string, path: string) => void): void {
  if (typeof value === 'string') found(value, path);
  else if (Array.isArray(value)) value.forEach((inner, i) => each(inner, `${path}[${i}]`, found));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) each(inner, `${path}.${key}`, found);
  }
}
