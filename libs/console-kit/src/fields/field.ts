/** What the ready fields of forms share. */
import type { Rule } from 'antd/es/form';

/** A name, or the way into a group: `['grounds', 'reason']`, in a list `[0, 'text']`. */
export type FieldName = string | (string | number)[];

export interface FieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly className?: string | undefined;
  /** Small and quiet below the field. */
  readonly help?: string | undefined;
}

/** Texts of blanks only are empty. */
export const rules = (required = false, whitespace = false): Rule[] =>
  required ? [{ required: true, ...(whitespace ? { whitespace: true } : {}) }] : [];

/** Only what is there: antd's props know no `undefined`. */
export const given = <T extends object>(props: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as never;
