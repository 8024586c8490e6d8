/** What a PDF made of many papers holds many times is kept once, and what nothing leads to any more is dropped. */
import { createHash } from 'node:crypto';
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  type PDFObject,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

/** Makes equal objects one, from fonts' files up to the fonts that name them; a page always stays its own. */
export function mergeEqual({ context }: PDFDocument): void {
  for (let found = equals(context); found.size > 0; found = equals(context)) {
    redirect(context, found);
    for (const ref of found.keys()) context.delete(ref);
  }
}

/** Lets everything that names an object on the left name the one on the right. */
export function redirect(context: PDFContext, instead: ReadonlyMap<PDFRef, PDFRef>): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    walk(object, (holder, key, ref) => {
      const other = instead.get(ref);
      if (other) put(holder, key, other);
    });
  }
}

/** Drops whatever cannot be reached from the document's root. */
export function dropLost({ context, catalog }: PDFDocument): void {
  const reached = new Set<PDFRef>();
  const open: (PDFObject | undefined)[] = [catalog, context.trailerInfo.Info];
  const see = (ref: PDFRef): void => {
    if (reached.has(ref)) return;
    reached.add(ref);
    open.push(context.lookup(ref));
  };
  if (context.trailerInfo.Root instanceof PDFRef) see(context.trailerInfo.Root);
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef) see(object);
    else if (object) walk(object, (_holder, _key, ref) => see(ref));
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

/** Every object that an earlier one equals, with that one. */
function equals(context: PDFContext): Map<PDFRef, PDFRef> {
  const first = new Map<string, PDFRef>();
  const found = new Map<PDFRef, PDFRef>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFPageLeaf) continue;
    const text = textOf(object);
    const known = first.get(text);
    if (known) found.set(ref, known);
    else first.set(text, ref);
  }
  return found;
}

function textOf(object: PDFObject): string {
  if (!(object instanceof PDFRawStream)) return object.toString();
  const contents = createHash('sha256').update(object.getContents()).digest('base64');
  return `${object.dict.toString()} ${contents}`;
}

type Holder = PDFDict | PDFArray;
type Visit = (holder: Holder, key: Parameters<PDFDict['set']>[0] | number, ref: PDFRef) => void;

/** Visits the references in an object, not what they lead to. */
function walk(object: PDFObject, visit: Visit): void {
  if (object instanceof PDFRawStream) return walk(object.dict, visit);
  if (object instanceof PDFArray) {
    object.asArray().forEach((value, index) => look(object, index, value, visit));
  } else if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) look(object, key, value, visit);
  }
}

function look(holder: Holder, key: Parameters<Visit>[1], value: PDFObject, visit: Visit): void {
  if (value instanceof PDFRef) visit(holder, key, value);
  else walk(value, visit);
}

function put(holder: Holder, key: Parameters<Visit>[1], value: PDFRef): void {
  if (holder instanceof PDFArray) holder.set(key as number, value);
  else holder.set(key as Exclude<typeof key, number>, value);
}
