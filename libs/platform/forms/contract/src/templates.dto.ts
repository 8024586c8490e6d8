/** A department's own templates: requests and answers (FRM-4). */
import { z } from 'zod';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const uploadTemplateSchema = z.strictObject({
  /** The whole file: an optional `<style>` at its beginning, then the body in Handlebars. */
  source: z.string().min(1),
  /** Whose template it is; the sender's own unit where nothing is said. */
  unitId: z.uuid().optional(),
  /** What is new in it, for colleagues. */
  note: z.string().trim().max(200).optional(),
  version: z.int().optional(),
});
export type UploadTemplate = z.output<typeof uploadTemplateSchema>;

export const activateTemplateSchema = z.strictObject({ version: z.int().optional() });
export type ActivateTemplate = z.output<typeof activateTemplateSchema>;

export const rollBackTemplateSchema = z.strictObject({
  unitId: z.uuid().optional(),
  /** A version that was in use before, or the template the suite was shipped with. */
  to: z.union([z.literal('shipped'), z.uuid()]),
  version: z.int().optional(),
});
export type RollBackTemplate = z.output<typeof rollBackTemplateSchema>;

/** A module that prints the form. */
export interface FormModule {
  readonly id: string;
  readonly title: Words;
}

export interface TemplatePerson {
  readonly id: string;
  readonly name: string;
}

export interface TemplateVersionView {
  readonly id: string;
  /** 1 for the first of the unit. */
  readonly number: number;
  readonly note: string | null;
  /** Size of the file. */
  readonly bytes: number;
  readonly uploadedBy: TemplatePerson;
  readonly uploadedAt: string;
  /** The last time it came into use. */
  readonly activatedBy: TemplatePerson | null;
  readonly activatedAt: string | null;
  readonly active: boolean;
  /** Address of the sample as PDF; looking files nothing. */
  readonly preview: string;
}

/** The templates of one unit for one form. */
export interface UnitTemplateView {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly version: number;
  /** Number of the version in use; `null` = the shipped one. */
  readonly activeNumber: number | null;
  /** Newest first. */
  readonly versions: readonly TemplateVersionView[];
}

export interface FormTemplatesView {
  readonly formCode: string;
  readonly title: Words;
  readonly modules: readonly FormModule[];
  readonly shipped: { readonly version: string; readonly source: string; readonly preview: string };
  /** Paths of the form's data; `rows[]` is a list. */
  readonly fields: readonly string[];
  readonly helpers: readonly string[];
  readonly templates: readonly UnitTemplateView[];
}

/** A line of the list of forms. */
export interface FormTemplatesLine {
  readonly formCode: string;
  readonly title: Words;
  readonly modules: readonly FormModule[];
  readonly register: boolean;
  readonly templates: readonly Pick<UnitTemplateView, 'unitId' | 'unitName' | 'activeNumber'>[];
}

export interface TemplateFile {
  readonly id: string;
  readonly number: number;
  readonly source: string;
}
