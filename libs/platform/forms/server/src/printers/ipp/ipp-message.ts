/** Messages of the Internet Printing Protocol as bytes: the part of RFC 8010 that sending a PDF needs. */

/** Groups of attributes (RFC 8010, 3.5.1). */
export const GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;

/** Operations (RFC 8011, 5.4.15). */
export const OPERATION = { printJob: 0x0002, getJobAttributes: 0x0009, getJobs: 0x000a } as const;

/** Kinds of values (RFC 8010, 3.5.2). */
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;

export type ValueKind = keyof typeof TAG;

/** Name, kind and values; several values are a set. */
export type Attribute = readonly [name: string, kind: ValueKind, ...values: (string | number)[]];

export interface IppRequest {
  readonly operation: number;
  readonly id: number;
  /** Of the operation: charset, language and printer come first, as the standard asks. */
  readonly attributes: readonly Attribute[];
  readonly job?: readonly Attribute[];
  readonly document?: Uint8Array;
}

/** A group of an answer: attribute → its values. */
export interface IppGroup {
  readonly tag: number;
  readonly attributes: ReadonlyMap<string, readonly (string | number)[]>;
}

export interface IppAnswer {
  /** Below 0x0100: done (RFC 8011, 4.1.6). */
  readonly status: number;
  readonly groups: readonly IppGroup[];
}

/** An answer that is not IPP. */
export class IppUnreadable extends Error {}

const VERSION = 0x0101;

export function encodeRequest({ operation, id, attributes, job = [], document }: IppRequest): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(VERSION, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(id, 4);
  const all: Attribute[] = [
    ['attributes-charset', 'charset', 'utf-8'],
    ['attributes-natural-language', 'language', 'zh-cn'],
    ...attributes,
  ];
  return Buffer.concat([
    head,
    Buffer.of(GROUP.operation),
    ...all.map(encodeAttribute),
    ...(job.length > 0 ? [Buffer.of(GROUP.job), ...job.map(encodeAttribute)] : []),
    Buffer.of(GROUP.end),
    ...(document ? [document] : []),
  ]);
}

function encodeAttribute([name, kind, ...values]: Attribute): Buffer {
  // Further values of a set have no name.
  return Buffer.concat(
    values.map((value, index) => {
      const bytes = encodeValue(kind, value);
      return Buffer.concat([Buffer.of(TAG[kind]), sized(index === 0 ? name : ''), sized(bytes)]);
    }),
  );
}

function encodeValue(kind: ValueKind, value: string | number): Buffer {
  if (kind === 'boolean') return Buffer.of(Number(value));
  if (kind !== 'integer' && kind !== 'enum') return Buffer.from(String(value), 'utf8');
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Number(value));
  return bytes;
}

function sized(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(bytes.length);
  return Buffer.concat([size, bytes]);
}

/** @throws IppUnreadable */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const reader = new Reader(bytes);
  reader.number(2);
  const status = reader.number(2);
  reader.number(4);
  const groups: { tag: number; attributes: Map<string, (string | number)[]> }[] = [];
  let last = '';
  for (let tag = reader.number(1); tag !== GROUP.end; tag = reader.number(1)) {
    if (tag < 0x10) {
      groups.push({ tag, attributes: new Map() });
      continue;
    }
    const name = reader.text();
    last = name || last;
    const value = valueOf(tag, reader.sized());
    const values = groups.at(-1)?.attributes;
    if (!values || !last) throw new IppUnreadable('a value without a name');
    values.set(last, [...(values.get(last) ?? []), value]);
  }
  return { status, groups };
}

/** Numbers as numbers, all else as text: of collections and dates nothing is read here. */
function valueOf(tag: number, bytes: Buffer): string | number {
  if ((tag === TAG.integer || tag === TAG.enum) && bytes.length === 4) return bytes.readInt32BE();
  if (tag === TAG.boolean && bytes.length === 1) return bytes.readUInt8();
  return bytes.toString('utf8');
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  number(size: number): number {
    const value = this.take(size);
    return value.readUIntBE(0, size);
  }

  text(): string {
    return this.sized().toString('utf8');
  }

  sized(): Buffer {
    return this.take(this.number(2));
  }

  private take(size: number): Buffer {
    const end = this.at + size;
    if (end > this.bytes.length) throw new IppUnreadable('the answer ends too early');
    const part = this.bytes.subarray(this.at, end);
    this.at = end;
    return part;
  }
}
