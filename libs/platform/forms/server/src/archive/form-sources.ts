/** Where the data of a form comes from: modules add a source for each form they print (FRM-1). */
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { Registry } from '@bihuan/plugin-kit';
import type { AnyFormDefinition } from '../render/form-definition';

/** The paper of one form: its data, and whose personal values stand in it. */
export interface Paper {
  readonly data: unknown;
  /** Data keys of all customers on the paper; what is filed can be read only while all of them exist (CUS-5). */
  readonly keyIds: readonly string[];
}

interface SourceBase {
  readonly definition: AnyFormDefinition;
  /** Permission to print it; whether the reader may see the record is decided by `load`. */
  readonly permission: string;
  /** Data for the blank form: only what is printed on it anyway, such as the unit's name. */
  blank(actor: UserActor): Promise<unknown>;
}

/** The paper of one record: `/api/{module}/{resource}/{id}/forms/{formCode}.pdf`. */
export interface SubjectFormSource extends SourceBase {
  readonly kind: 'subject';
  readonly resource: string;
  subjectOf(id: string): Subject;
  load(actor: UserActor, id: string): Promise<Paper>;
}

/** Which rows of a register: local days, both included, and one officer's only. */
export interface RegisterRange {
  readonly from: string;
  readonly to: string;
  /** Employee id. */
  readonly officer?: string;
}

/** A list of many records: `/api/{module}/registers/{formCode}.pdf`. */
export interface RegisterFormSource extends SourceBase {
  readonly kind: 'register';
  load(actor: UserActor, range: RegisterRange): Promise<Paper>;
}

export type FormSource = SubjectFormSource | RegisterFormSource;

/** The sources by module and form code: a shared form is printed by several modules, each from its own rows. */
export class FormSources {
  private readonly sources = new Registry<FormSource>('form sources');

  /**
   * @param code of the form; the module stands in its definition
   * @throws where the module prints that form already, or another module prints another form of that code
   */
  add(code: string, source: FormSource): void {
    const { definition } = source;
    const other = this.sources.values().find((one) => one.definition.code === definition.code);
    if (other && !samePaper(other.definition, definition)) {
      const { module } = other.definition;
      throw new Error(
        `"${definition.module}" and "${module}" print different papers as the form "${code}": take both from the shared definitions, or rename one.`,
      );
    }
    this.sources.add(keyOf(definition.module, code), source);
  }

  /** Every form of every module. */
  all(): readonly FormSource[] {
    return this.sources.values();
  }

  /** The form as this module prints it. */
  get(module: string, code: string): FormSource | undefined {
    return this.sources.get(keyOf(module, code));
  }
}

const keyOf = (module: string, code: string): string => `${module}.${code}`;

/** Do two modules print one shared form? What is told apart by its code alone must look the same. */
const samePaper = (one: AnyFormDefinition, other: AnyFormDefinition): boolean =>
  one.version === other.version && one.template === other.template && one.style === other.style;
