/** What a printed form is: data, not code, so that a department may later replace one by its own (FRM-1, FRM-4). */
import type { z } from 'zod';

export type FormLanguage = 'zh-CN' | 'en';

/** A text in both languages of the paper. */
export interface PaperText {
  readonly zh: string;
  readonly en: string;
}

/** Who receives a copy: a fixed holder, or one read from the form's data with a default where the data has none. */
export type CopyHolder = PaperText | { readonly dataKey: string; readonly fallback: PaperText };

export interface FormCopy {
  /** `第一联` */
  readonly label: PaperText;
  readonly holder: CopyHolder;
}

export interface FormPaper {
  readonly size: 'A4';
  readonly landscape?: boolean;
}

export interface FormDefinition<Data = unknown> {
  /** English code of forms.md, the `formCode` of the API. */
  readonly code: string;
  readonly title: Readonly<Record<FormLanguage, string>>;
  /** Id of the module that owns and prints it. */
  readonly module: string;
  /** Version of the template, kept with what is filed (FRM-3). */
  readonly version: string;
  readonly paper: FormPaper;
  /** In printing order; at least one. */
  readonly copies: readonly [FormCopy, ...FormCopy[]];
  /**
   * Path of a list of names, each of whom gets a copy; the one entry of `copies` then gives the label, with `{n}` for
   * its number, and nothing else.
   */
  readonly copiesKey?: string;
  /** Top-level keys of the data that stand on the blank form too: words of the form itself which a pack gives. */
  readonly printedBlank?: readonly string[];
  /** True for a list of many records (a day's sheet), false for the paper of one record. */
  readonly register: boolean;
  /** Path of the number printed upper right on every page (`number`); none where the form has no number. */
  readonly numberKey?: string;
  /** Path of the unit's name printed over the title (`unitName`). */
  readonly unitKey?: string;
  readonly schema: z.ZodType<Data>;
  /** Handlebars source of the body in Chinese: strings only, our helpers only, no `{{{`, no partials. */
  readonly template: string;
  /** The same in English, where there is one; else the Chinese one is printed. */
  readonly templateEn?: string;
  /** A department's own template: run in a process apart, printed on a fresh page, alone in its document (FRM-4). */
  readonly uploaded?: boolean;
  /** CSS of this form alone; it is nested under the form's class, so forms of one batch cannot disturb each other. */
  readonly style?: string;
  /** Drives the preview and the golden test. */
  readonly sample: Data;
}

/**
 * Any form, whatever its data. Data is checked against the form's own schema when it is rendered, so a list of
 * definitions needs no knowledge of their types.
 */
export type AnyFormDefinition = Omit<FormDefinition, 'schema' | 'sample'> & {
  readonly schema: z.ZodType;
  readonly sample: unknown;
};
