/**
 * A TrueType font as Chromium embeds it: the numbers of the whole font kept, most glyphs empty, its index tables a
 * third of a megabyte.
 */

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
    return this.outline(glyph).length > 0;
  }

  /** Says of which font it is a cut: the same text, the same font in the same version. */
  get origin(): string {
    const head = this.table('head');
    return Buffer.concat([head.subarray(0, 8), head.subarray(18, 36)]).toString('hex');
  }

  /** The outline; empty where nothing is drawn. */
  outline(glyph: number): Buffer {
    if (glyph >= this.glyphCount) return Buffer.alloc(0);
    const index = this.table('loca');
    const at = (place: number): number =>
      this.longIndex ? index.readUInt32BE(4 * place) : 2 * index.readUInt16BE(2 * place);
    return this.table('glyf').subarray(at(glyph), at(glyph + 1));
  }

  /** Advance and left bearing; glyphs behind the last full entry share its advance. */
  metric(glyph: number): Buffer {
    const table = this.table('hmtx');
    if (glyph < this.metrics) return table.subarray(4 * glyph, 4 * glyph + 4);
    const bearing = 4 * this.metrics + 2 * (glyph - this.metrics);
    return Buffer.concat([
      table.subarray(4 * this.metrics - 4, 4 * this.metrics - 2),
      table.subarray(bearing, bearing + 2),
    ]);
  }

  /** The table's bytes. Throws a RangeError where there is none. */
  table(tag: string): Buffer {
    const table = this.tables.get(tag);
    if (!table) throw new RangeError(`the font has no table ${tag}`);
    return table;
  }

  has(tag: string): boolean {
    return this.tables.has(tag);
  }
}
