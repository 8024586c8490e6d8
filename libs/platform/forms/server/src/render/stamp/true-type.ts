/**
 * A TrueType font as Chromium embeds it: the numbers of the whole font kept, most glyphs empty, its index tables a
 * third of a megabyte. Repacks the glyphs a paper needs under small numbers.
 */

/** Tables a PDF needs; the others speak to operating systems. */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const;

/** Flags of a composite glyph's parts. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

export interface RepackedFont {
  readonly file: Uint8Array;
  /** Old glyph number → new one. */
  readonly numbers: ReadonlyMap<number, number>;
}

export class TrueTypeFont {
  private readonly tables = new Map<string, Buffer>();
  private readonly metrics: number;
  private readonly longIndex: boolean;
  readonly glyphCount: number;

  /** Throws a RangeError where the bytes are no TrueType font. */
  constructor(bytes: Uint8Array) {
    const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < font.readUInt16BE(4); index++) {
      const entry = 12 + 16 * index;
      const start = font.readUInt32BE(entry + 8);
      this.tables.set(
        font.toString('latin1', entry, entry + 4),
        font.subarray(start, start + font.readUInt32BE(entry + 12)),
      );
    }
    this.glyphCount = this.table('maxp').readUInt16BE(4);
    this.metrics = this.table('hhea').readUInt16BE(34);
    this.longIndex = this.table('head').readInt16BE(50) === 1;
  }

  /** Is there an outline of this number? */
  draws(glyph: number): boolean {
    return glyph < this.glyphCount && this.outline(glyph).length > 0;
  }

  /** A font with these glyphs alone, and with the parts of the composite ones among them. */
  repack(wanted: Iterable<number>): RepackedFont {
    const numbers = new Map<number, number>([[0, 0]]);
    const add = (glyph: number): void => {
      if (glyph < this.glyphCount && !numbers.has(glyph)) numbers.set(glyph, numbers.size);
    };
    for (const glyph of wanted) add(glyph);
    // The map grows while it is read: parts of parts are found too.
    for (const glyph of numbers.keys())
      for (const at of parts(this.outline(glyph))) add(this.outline(glyph).readUInt16BE(at));
    const outlines = [...numbers.keys()].map((glyph) => renumbered(this.outline(glyph), numbers));
    return { file: this.write([...numbers.keys()], outlines), numbers };
  }

  private write(glyphs: readonly number[], outlines: readonly Buffer[]): Uint8Array {
    const index = Buffer.alloc(4 * (glyphs.length + 1));
    let end = 0;
    for (const [at, outline] of outlines.entries()) {
      end += outline.length;
      index.writeUInt32BE(end, 4 * (at + 1));
    }
    const head = Buffer.from(this.table('head'));
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(this.table('hhea'));
    hhea.writeUInt16BE(glyphs.length, 34);
    const maxp = Buffer.from(this.table('maxp'));
    maxp.writeUInt16BE(glyphs.length, 4);
    const kept = COPIED.filter((tag) => this.tables.has(tag)).map((tag) => [tag, this.table(tag)] as const);
    return pack([
      ...kept,
      ['glyf', Buffer.concat(outlines)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', Buffer.concat(glyphs.map((glyph) => this.metric(glyph)))],
      ['loca', index],
      ['maxp', maxp],
    ]);
  }

  private outline(glyph: number): Buffer {
    const index = this.table('loca');
    const at = (place: number): number =>
      this.longIndex ? index.readUInt32BE(4 * place) : 2 * index.readUInt16BE(2 * place);
    return this.table('glyf').subarray(at(glyph), at(glyph + 1));
  }

  /** Advance and left bearing; glyphs behind the last full entry share its advance. */
  private metric(glyph: number): Buffer {
    const table = this.table('hmtx');
    if (glyph < this.metrics) return table.subarray(4 * glyph, 4 * glyph + 4);
    const bearing = 4 * this.metrics + 2 * (glyph - this.metrics);
    return Buffer.concat([
      table.subarray(4 * this.metrics - 4, 4 * this.metrics - 2),
      table.subarray(bearing, bearing + 2),
    ]);
  }

  private table(tag: string): Buffer {
    const table = this.tables.get(tag);
    if (!table) throw new RangeError(`the font has no table ${tag}`);
    return table;
  }
}

/** Places of the glyph numbers inside a composite outline. */
function parts(outline: Buffer): number[] {
  const places: number[] = [];
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return places;
  for (let at = 10, flags = MORE; flags & MORE;) {
    flags = outline.readUInt16BE(at);
    places.push(at + 2);
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
  }
  return places;
}

/** The outline with the new numbers of its parts, padded to whole words of four bytes. */
function renumbered(outline: Buffer, numbers: ReadonlyMap<number, number>): Buffer {
  const copy = Buffer.alloc(Math.ceil(outline.length / 4) * 4);
  outline.copy(copy);
  for (const at of parts(outline)) copy.writeUInt16BE(numbers.get(outline.readUInt16BE(at)) ?? 0, at);
  return copy;
}

/** Lays tables out behind their directory, in the order of their tags. */
function pack(tables: readonly (readonly [tag: string, bytes: Buffer])[]): Uint8Array {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(16 * power, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(16 * (sorted.length - power), 10);
  const bodies: Buffer[] = [];
  let at = directory.length;
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const body = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    directory.write(tag, 12 + 16 * index, 'latin1');
    directory.writeUInt32BE(checksum(body), 16 + 16 * index);
    directory.writeUInt32BE(at, 20 + 16 * index);
    directory.writeUInt32BE(bytes.length, 24 + 16 * index);
    bodies.push(body);
    at += body.length;
  }
  return Buffer.concat([directory, ...bodies]);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
