/** What a module adds to a company's pack: its section and everything else only it uses (PCK-1, PLG-1). */

/** Roles every pack has; a module gives its permissions to them and need not know the company's positions. */
export const COMMON_ROLES = [
  'staff',
  'hotline-officer',
  'handler',
  'engineer',
  'technical-manager',
  'dispatcher',
  'complaint-officer',
  'department-head',
  'back-office',
  'appeals-desk',
  'supervisor',
  'management',
  'hr',
  'administrator',
] as const;

export type CommonRole = (typeof COMMON_ROLES)[number];

/** How far a permission reaches (IDN-2). */
export type Scope = 'own' | 'unit' | 'unit-and-below' | 'all';

/** Permission → how far it reaches. */
export type Grants = Readonly<Record<string, Scope>>;

export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** A printed form in use, with the holders of its copies (forms.md). */
export interface FormInUse {
  readonly code: string;
  readonly title: Title;
  readonly copies: readonly string[];
}

/** Where a figure comes from; `path` walks the pack by field names and codes, such as `modules.hotline.routing`. */
export interface Note {
  readonly path: string;
  readonly kind: 'seed' | 'chosen' | 'reading';
  readonly text: string;
}

export interface PackPart {
  /** `modules.<module>` of the pack, checked by the manifest's `packSection`. */
  readonly section: unknown;
  readonly deadlinePolicies?: readonly unknown[];
  readonly templates?: readonly unknown[];
  readonly scripts?: readonly unknown[];
  /** Name of a number → its pattern (NUM-1). */
  readonly numbering?: Readonly<Record<string, string>>;
  readonly forms?: readonly FormInUse[];
  /** Added to the roles of the same id; a permission given twice keeps the wider reach. */
  readonly grants?: Readonly<Partial<Record<CommonRole, Grants>>>;
  readonly notes?: readonly Note[];
}

/** A role before the modules have added to it. */
export interface BaseRole {
  readonly id: string;
  readonly title: Title;
  readonly grants: Grants;
  readonly positions: readonly string[];
}

/** The company without its modules. What is `unknown` is checked by the schema of packs at load. */
export interface PackBase {
  readonly id: string;
  readonly title: Title;
  readonly company: Title;
  readonly source: string;
  readonly timezone: string;
  readonly organisation: unknown;
  readonly calendars: readonly unknown[];
  readonly recipients: Readonly<Record<string, string>>;
  readonly roles: readonly BaseRole[];
  readonly productLines: readonly unknown[];
  readonly customerLevels: readonly unknown[];
  readonly faultGrades: readonly unknown[];
  readonly templates: readonly unknown[];
  /** Sections of platform rooms, such as `customers`. */
  readonly sections?: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

/** Module → its part. Order matters only for how lists read. */
export type PackParts = Readonly<Record<string, PackPart>>;
