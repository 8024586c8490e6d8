/** A file that is sent as multipart, with its fields: read once, whole, within the edge's limits (api.md, IDN-5). */
import { createHash } from 'node:crypto';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { z } from 'zod';
import { invalidField } from '@bihuan/plugin-kit';
import { parseInput } from './input';
import type { HttpRequest } from './request';

export interface UploadedFile {
  /** As the sender calls it; may tell something about a customer. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What `@Upload(schema)` gives: the one file of the part `file`, and the other parts after the schema. */
export interface Upload<Fields> {
  readonly file: UploadedFile;
  readonly fields: Fields;
}

interface Parts {
  readonly file: UploadedFile | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

const FILE = 'file';

const read = new WeakMap<HttpRequest, Promise<Parts>>();

export const isUpload = (request: HttpRequest): boolean =>
  typeof request.isMultipart === 'function' && request.isMultipart();

/** Stands for the body of an upload where bodies are compared (Idempotency-Key). */
export async function uploadDigest(request: HttpRequest): Promise<unknown> {
  const { file, fields } = await partsOf(request);
  return { fields, file: file && [file.name, createHash('sha256').update(file.bytes).digest('hex')] };
}

/** The parts of a multipart request; a second reader gets the same. */
function partsOf(request: HttpRequest): Promise<Parts> {
  const known = read.get(request);
  if (known) return known;
  const parts = readParts(request);
  read.set(request, parts);
  return parts;
}

async function readParts(request: HttpRequest): Promise<Parts> {
  if (!isUpload(request)) throw missing();
  const fields = new Map<string, string>();
  let file: UploadedFile | undefined;
  try {
    for await (const part of request.parts()) {
      const twice = part.type === 'file' ? file !== undefined : fields.has(part.fieldname);
      if (twice || (part.type === 'file') !== (part.fieldname === FILE)) throw unknownPart(part.fieldname);
      if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
      else fields.set(part.fieldname, String(part.value));
    }
  } catch (error) {
    throw refusedByEdge(error) ? error : new MalformedUpload();
  }
  return { file, fields: Object.fromEntries(fields) };
}

/** The parser's own limits and our refusals have their status; what else it throws is a body that cannot be read. */
const refusedByEdge = (error: unknown): boolean =>
  error instanceof Error && ('statusCode' in error || error.name === 'SuiteError');

class MalformedUpload extends Error {
  readonly statusCode = 400;
}

const missing = () =>
  invalidField(
    `/${FILE}`,
    'file-required',
    '请以 multipart/form-data 上传文件（file）。 / Send the file as multipart.',
  );

const unknownPart = (name: string) =>
  invalidField(`/${name}`, 'unknown-field', '未知或重复的字段 / This part is not known, or comes twice');

const uploadIn = createParamDecorator(
  async ({ parts }: { readonly parts: z.ZodType }, context: ExecutionContext): Promise<Upload<unknown>> => {
    const { file, fields } = await partsOf(context.switchToHttp().getRequest<HttpRequest>());
    if (!file) throw missing();
    return { file, fields: parseInput(parts, fields) };
  },
);

/**
 * The file that was sent and its fields: an `Upload<z.infer<typeof schema>>`.
 *
 * @param schema a `z.strictObject` of the text parts
 */
// Wrapped: Nest takes what has a `transform` (a zod schema) for a pipe, and a key `schema` for its own option.
export const Upload = (schema: z.ZodType): ParameterDecorator => uploadIn({ parts: schema });
