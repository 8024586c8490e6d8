/** The manifest of a room: data, checked before anything is loaded (PLG-1). */
import type { Type } from '@nestjs/common';
import type { z } from 'zod';

export interface Title {
  readonly zh: string;
  readonly en: string;
}

export interface PermissionDeclaration {
  /** `hotline.contact.take` */
  readonly id: string;
  readonly title: Title;
}

/** One reversible step of a room's tables; written once, never edited after it was merged. */
export interface Migration {
  /** `1760000000000-hotline-contacts`: ordered by the number in front, unique in the suite. */
  readonly name: string;
  readonly up: readonly string[];
  readonly down: readonly string[];
}

export interface EventUse {
  /** Event name with version: `hotline.problem-form.concluded.v1`. */
  readonly event: string;
}

/** A room: a plugin, or a part of the platform that owns tables. */
export interface Manifest {
  readonly id: string;
  readonly title: Title;
  readonly version: string;
  /** Ids of the rooms that must be loaded too; a plugin may only need platform parts. */
  readonly needs: readonly string[];
  readonly permissions: readonly PermissionDeclaration[];
  /** TypeORM entity classes. */
  readonly entities: readonly Type[];
  readonly migrations: readonly Migration[];
  /** PostgreSQL schema of the room. */
  readonly schema: string;
  readonly events: { readonly out: readonly EventUse[]; readonly in: readonly EventUse[] };
  /** Form codes this room alone prints. */
  readonly forms: readonly string[];
  /** Codes of forms it takes from the shared definitions of the forms room; other rooms may print them too. */
  readonly sharedForms?: readonly string[];
  /** Schema of this room's section in a policy pack (PCK-1). */
  readonly packSection?: z.ZodType;
  /**
   * Checks of its section that need the whole pack (PCK-1), called when the pack and the section are right by themselves.
   * @param pack the `Pack` of the policies room
   * @param section as `packSection` read it
   * @returns lines such as `modules.complaints.kinds[2].upper: expected at most 17 hours, got 20`; empty when all is right
   */
  packCheck?(pack: object, section: unknown): readonly string[];
  /** The Nest module. */
  readonly module: Type;
}

/** Answers with the problems of a set of manifests, in words that say what to do; empty when it may start. */
export function manifestProblems(manifests: readonly Manifest[], knownEvents: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  const permissions = new Map<string, string>();
  const migrations = new Map<string, string>();
  const schemas = new Map<string, string>();
  const forms = new Map<string, { readonly id: string; readonly shared: boolean }>();
  for (const manifest of manifests) {
    if (ids.has(manifest.id)) {
      problems.push(`Two rooms have the id "${manifest.id}": rename one of them.`);
      continue;
    }
    ids.add(manifest.id);
    const { id, schema } = manifest;
    const owner = schemas.get(schema);
    if (owner)
      problems.push(`"${id}" and "${owner}" both keep their tables in the schema "${schema}": a room owns its schema.`);
    schemas.set(schema, id);
    for (const form of [...manifest.forms, ...(manifest.sharedForms ?? [])]) {
      const other = forms.get(form);
      const shared = other?.shared === true && (manifest.sharedForms ?? []).includes(form);
      if (other && !shared) {
        problems.push(
          `"${id}" and "${other.id}" both print the form "${form}": rename one, or let both take it from the shared definitions (sharedForms).`,
        );
      }
      forms.set(form, { id, shared: manifest.sharedForms?.includes(form) ?? false });
    }
    for (const { id } of manifest.permissions) {
      const other = permissions.get(id);
      if (other) problems.push(`"${manifest.id}" and "${other}" both declare the permission "${id}": rename one.`);
      permissions.set(id, manifest.id);
      if (!id.startsWith(`${manifest.id}.`)) {
        problems.push(`The permission "${id}" of "${manifest.id}" must begin with "${manifest.id}.".`);
      }
    }
    for (const { name } of manifest.migrations) {
      const other = migrations.get(name);
      if (other) problems.push(`"${manifest.id}" and "${other}" both have the migration "${name}": rename one.`);
      migrations.set(name, manifest.id);
      if (!/^\d{13}-[a-z0-9-]+$/.test(name)) {
        problems.push(`The migration "${name}" of "${manifest.id}" must be named <13 digits>-<kebab-case>.`);
      }
    }
    for (const { event } of [...manifest.events.out, ...manifest.events.in]) {
      if (!knownEvents.has(event)) {
        problems.push(`"${manifest.id}" names the event "${event}", which libs/events does not define.`);
      }
    }
  }
  for (const manifest of manifests) {
    for (const need of manifest.needs) {
      if (!ids.has(need))
        problems.push(`"${manifest.id}" needs "${need}", which is not loaded: add it to SUITE_MODULES.`);
    }
  }
  return problems;
}
