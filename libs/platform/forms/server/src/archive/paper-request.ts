/** What is asked of a form: which source, which record or days, which copies (api.md, Forms). */
import { z } from 'zod';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { commonErrors, invalidField } from '@bihuan/plugin-kit';
import type { AnyFormDefinition } from '../render/form-definition';
import { COPIES_AT_MOST, copyCount } from '../render/copies';
import type { FormSource, FormSources, Paper, RegisterRange } from './form-sources';

/** A paper found and allowed: enough to render, to file and to count it. */
export interface PaperRequest {
  readonly source: FormSource;
  /** What it is printed with: the form as it was shipped, or with a department's own template (FRM-4). */
  readonly definition: AnyFormDefinition;
  readonly subject: Subject | null;
  readonly range: RegisterRange | null;
  /** Copy numbers from 1; none where the paper itself says how many there are. */
  readonly copies: readonly number[];
  readonly blank: boolean;
}

const date = z.iso.date();
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** `2` = the first two copies; `[2]`, in an address `"1,2"`, = these copies. */
const copiesSchema = z.union([
  z.int().positive(),
  z.array(z.int().positive()).min(1),
  z
    .string()
    .regex(/^\d{1,2}(,\d{1,2})*$/)
    .transform((text) => (text.includes(',') ? text.split(',').map(Number) : Number(text))),
]);

export const previewQuery = z.strictObject({
  blank: flag.optional(),
  copies: copiesSchema.optional(),
  date: date.optional(),
  from: date.optional(),
  to: date.optional(),
  officer: z.uuid().optional(),
});

export const printBody = previewQuery.extend({
  reprintMark: z.boolean().optional(),
  /** A printer of the department to which the print goes at once (FRM-6). */
  printer: z.uuid().optional(),
});

export type PreviewQuery = z.infer<typeof previewQuery>;
export type PrintBody = z.infer<typeof printBody>;

/** 404 where no form of that code is printed there; 403 without the right. */
export function findSource(sources: FormSources, actor: UserActor, module: string, formCode: string): FormSource {
  const source = sources.get(module, formCode);
  if (!source) throw commonErrors['not-found']();
  if (!actor.permissions.has(source.permission)) throw commonErrors.forbidden();
  return source;
}

/** A register's days: one date, or from and to. */
export function rangeOf(query: PreviewQuery): RegisterRange {
  const from = query.date ?? query.from;
  const to = query.date ?? query.to ?? query.from;
  if (!from || !to)
    throw invalidField('/date', 'date-required', '请给出日期（date 或 from、to）。 / Give date, or from and to.');
  if (from > to) throw invalidField('/to', 'before-from', '结束日期早于开始日期。 / It lies before from.');
  return { from, to, ...(query.officer ? { officer: query.officer } : {}) };
}

/**
 * The copies asked for; all of the form where nothing is said. Of a form with a copy to each of a list that is none
 * yet: the list comes with the data.
 *
 * @param pointer where they were asked for
 */
export function copiesOf(source: FormSource, asked: PreviewQuery['copies'], pointer = '/copies'): number[] {
  const { definition } = source;
  if (asked === undefined && definition.copiesKey !== undefined) return [];
  const most = definition.copiesKey === undefined ? definition.copies.length : COPIES_AT_MOST;
  const all = Array.from({ length: most }, (_, index) => index + 1);
  if (asked === undefined) return all;
  const wanted = typeof asked === 'number' ? all.slice(0, asked) : [...new Set(asked)].sort((a, b) => a - b);
  if (wanted.some((copy) => !all.includes(copy)) || (typeof asked === 'number' && asked > all.length)) {
    throw invalidField(pointer, 'no-such-copy', `本表单共 ${all.length} 联。 / The form has ${all.length} copies.`);
  }
  return wanted;
}

/** The request with the copies that this paper has, where it was not said which. */
export function withCopies(request: PaperRequest, data: unknown): PaperRequest {
  if (request.copies.length > 0) return request;
  const count = copyCount(request.source.definition, request.blank ? {} : data);
  return { ...request, copies: Array.from({ length: count }, (_, index) => index + 1) };
}

/** The paper's data: of the record or the days, or of the blank form. */
export async function loadPaper(actor: UserActor, { source, subject, range, blank }: PaperRequest): Promise<Paper> {
  if (blank) return { data: await source.blank(actor), keyIds: [] };
  if (source.kind === 'subject' && subject) return source.load(actor, subject.id);
  if (source.kind === 'register' && range) return source.load(actor, range);
  throw commonErrors['not-found']();
}
