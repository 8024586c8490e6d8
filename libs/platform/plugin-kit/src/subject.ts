/** A subject is what a deadline, a timeline or a notice belongs to: module, kind, id. */

export interface Subject {
  readonly module: string;
  readonly kind: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `hotline:problem-form:<uuid>`, as in `filter[subject]`. */
export const subjectKey = (subject: Subject): string => `${subject.module}:${subject.kind}:${subject.id}`;

/** Reads `module:kind:id`; `undefined` when the text is not of that form. */
export function parseSubject(text: string): Subject | undefined {
  const [module, kind, id, more] = text.split(':');
  if (!module || !kind || !id || more !== undefined || !UUID.test(id)) return undefined;
  return { module, kind, id };
}
