/** What is wrong with a pack, each line with the path and what was expected there (PCK-1). */
import { z } from 'zod';
import { packSchema, type Pack } from './pack.schema';
import { grantProblems, type Permissions } from './grants';
import { referenceProblems } from './references';

/** Module id → schema of its section; from the manifests that are loaded. */
export type Sections = ReadonlyMap<string, z.ZodType>;

export type CheckedPack =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly string[] };

/** What a room asks of the whole pack; from the manifests that are loaded. */
export type PackCheck = (pack: Pack, section: unknown) => readonly string[];

/** What the rooms that are loaded ask of a pack. */
export interface PackDemands {
  readonly sections: Sections;
  readonly permissions: Permissions;
  /** Room id → its check of the whole pack. */
  readonly checks?: ReadonlyMap<string, PackCheck>;
}

export const NO_DEMANDS: PackDemands = { sections: new Map(), permissions: new Map() };

/**
 * Checks a pack from outside: its own fields, the sections of the modules that are loaded, and that what is named
 * exists. The sections come back as their schemas read them.
 */
export function checkPack(raw: unknown, { sections, permissions, checks }: PackDemands = NO_DEMANDS): CheckedPack {
  const parsed = packSchema.safeParse(raw, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: lines(parsed.error, []) };
  const problems: string[] = [];
  const modules: Record<string, unknown> = { ...parsed.data.modules };
  for (const [id, schema] of sections) {
    const section = schema.safeParse(modules[id], { reportInput: true });
    if (section.success) modules[id] = section.data;
    else problems.push(...lines(section.error, ['modules', id]));
  }
  const pack = { ...parsed.data, modules };
  problems.push(...referenceProblems(pack), ...grantProblems(pack, permissions));
  // A check may rely on what the schemas and the references promise.
  if (problems.length === 0) for (const [id, check] of checks ?? []) problems.push(...check(pack, modules[id]));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
}

/** Lines such as `deadlinePolicies[2].limit.value: expected a number, got "zwei"`; empty when the pack is right. */
export function packProblems(raw: unknown, demands: PackDemands = NO_DEMANDS): readonly string[] {
  const checked = checkPack(raw, demands);
  return checked.ok ? [] : checked.problems;
}

function lines(error: z.ZodError, prefix: readonly PropertyKey[]): string[] {
  return error.issues.flatMap((issue) => linesOf(issue, prefix));
}

function linesOf(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): string[] {
  const path = [...prefix, ...issue.path];
  switch (issue.code) {
    case 'invalid_type':
      return [`${pathText(path)}: expected ${withArticle(issue.expected)}, got ${shown(issue.input)}`];
    case 'invalid_value':
      return [`${pathText(path)}: expected ${issue.values.map(shown).join(' or ')}, got ${shown(issue.input)}`];
    case 'unrecognized_keys':
      return issue.keys.map((key) => `${pathText([...path, key])}: this field is not known here`);
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => linesOf(inner, path));
    case 'invalid_union':
      return [`${pathText(path)}: expected ${expectedOf(issue)}, got ${shown(issue.input)}`];
    case 'custom':
      return [`${pathText(path)}: ${issue.message}`];
    default:
      return [`${pathText(path)}: ${lowerFirst(issue.message)}, got ${shown(issue.input)}`];
  }
}

/** What the choices of a union would have taken. */
function expectedOf(issue: z.core.$ZodIssueInvalidUnion): string {
  const choices = issue.errors.map((errors) =>
    errors
      .map((inner) => linesOf(inner, []).join(', '))
      .join('; ')
      .replace(/^\(the pack itself\): /, ''),
  );
  return choices.length > 0 ? `one of these: ${choices.join(' | ')}` : 'another value';
}

/** `a.b[2]["x.y"]` */
function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`;
      return /^[A-Za-z_][\w-]*$/.test(String(part)) ? `.${String(part)}` : `[${JSON.stringify(String(part))}]`;
    })
    .join('')
    .replace(/^\./, '');
  return text || '(the pack itself)';
}

const withArticle = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
