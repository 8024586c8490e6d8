/** The list of files inside a ZIP, read from its end without unpacking anything (IDN-5, S7). */

export interface ZipEntry {
  readonly name: string;
  /** Bytes as packed and, by the archive's own word, unpacked. */
  readonly packed: number;
  readonly unpacked: number;
}

const END = { signature: 0x06054b50, size: 22, commentAtMost: 65_535 } as const;
const ENTRY = { signature: 0x02014b50, size: 46 } as const;

/** Does this end like a ZIP archive, whatever it begins with? */
export const endsAsZip = (bytes: Buffer): boolean => findEnd(bytes) !== undefined;

/** The entries; `undefined` for what is no whole ZIP of a single part. */
export function zipDirectory(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = findEnd(bytes);
  if (end === undefined || bytes.length < 4 || bytes.readUInt32LE(0) !== 0x04034b50) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (start + size > end || bytes.readUInt16LE(end + 4) !== 0) return undefined;
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY.size > end || bytes.readUInt32LE(at) !== ENTRY.signature) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const next = at + ENTRY.size + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) return undefined;
    entries.push({
      name: bytes.toString('utf8', at + ENTRY.size, at + ENTRY.size + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
    });
    at = next;
  }
  return at === start + size ? entries : undefined;
}

function findEnd(bytes: Buffer): number | undefined {
  const from = Math.max(0, bytes.length - END.size - END.commentAtMost);
  for (let at = bytes.length - END.size; at >= from; at--) {
    if (bytes.readUInt32LE(at) === END.signature && at + END.size + bytes.readUInt16LE(at + 20) === bytes.length) {
      return at;
    }
  }
  return undefined;
}
