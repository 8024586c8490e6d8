/** A pack is a company and the parts of the modules it uses; a module without a part is not in the pack. */
import type { BaseRole, FormInUse, Grants, PackBase, PackPart, PackParts, Scope } from './pack-part';

const REACH: readonly Scope[] = ['own', 'unit', 'unit-and-below', 'all'];

const wider = (one: Scope, other: Scope): Scope => (REACH.indexOf(one) > REACH.indexOf(other) ? one : other);

function addGrants(to: Grants, more: Grants): Grants {
  const merged: Record<string, Scope> = { ...to };
  for (const [permission, scope] of Object.entries(more)) {
    const present = merged[permission];
    merged[permission] = present ? wider(present, scope) : scope;
  }
  return merged;
}

/** Grants of all parts are added to the roles they name; a role the company has not stays bare and is refused at load. */
function rolesOf(base: readonly BaseRole[], parts: readonly PackPart[]): readonly object[] {
  const given = parts.flatMap(({ grants }) => Object.entries(grants ?? {}));
  const known = base.map((role) => ({
    ...role,
    grants: given.filter(([id]) => id === role.id).reduce((sum, [, more]) => addGrants(sum, more), role.grants),
  }));
  const unknown = given.filter(([id]) => !base.some((role) => role.id === id));
  return [...known, ...unknown.map(([id, grants]) => ({ id, grants }))];
}

/** A form that several modules print stands once, as the first of them has it. */
function formsOf(parts: readonly PackPart[]): readonly FormInUse[] {
  const forms = new Map<string, FormInUse>();
  for (const form of parts.flatMap((part) => part.forms ?? [])) if (!forms.has(form.code)) forms.set(form.code, form);
  return [...forms.values()];
}

/** @throws where two modules give one number two patterns: one of them would silently win */
function numberingOf(parts: readonly PackPart[]): Readonly<Record<string, string>> {
  const patterns: Record<string, string> = {};
  for (const [name, pattern] of parts.flatMap((part) => Object.entries(part.numbering ?? {}))) {
    if ((patterns[name] ?? pattern) !== pattern) throw new Error(`Two modules number "${name}" in different ways.`);
    patterns[name] = pattern;
  }
  return patterns;
}

/** Answers the pack as data, unchecked. */
export function compose(base: PackBase, modules: PackParts) {
  const parts = Object.values(modules);
  return {
    id: base.id,
    title: base.title,
    company: base.company,
    source: base.source,
    timezone: base.timezone,
    organisation: base.organisation,
    calendars: base.calendars,
    deadlinePolicies: parts.flatMap(({ deadlinePolicies }) => deadlinePolicies ?? []),
    recipients: base.recipients,
    roles: rolesOf(base.roles, parts),
    productLines: base.productLines,
    customerLevels: base.customerLevels,
    faultGrades: base.faultGrades,
    forms: formsOf(parts),
    numbering: numberingOf(parts),
    scripts: parts.flatMap(({ scripts }) => scripts ?? []),
    templates: [...base.templates, ...parts.flatMap(({ templates }) => templates ?? [])],
    modules: {
      ...Object.fromEntries(Object.entries(modules).map(([id, { section }]) => [id, section])),
      ...base.sections,
    },
    notes: [...base.notes, ...parts.flatMap(({ notes }) => notes ?? [])],
  };
}
