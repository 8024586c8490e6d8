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

/** Form code → source. */
export class FormSources extends Registry<FormSource> {
  constructor() {
    super('form sources');
  }
}
