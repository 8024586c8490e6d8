/** Writes TrueType fonts: the glyphs that papers need under small numbers, of one font or of several cuts of it. */
import type { TrueTypeFont } from './true-type';

/** Tables a PDF needs; the others speak to operating systems. */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const;

/** Flags of a composite glyph's parts. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** A glyph where it lies: in which font, under which number. */
export interface Glyph {
  readonly font: TrueTypeFont;
  readonly glyph: number;
}

export interface RepackedFont {
  readonly file: Uint8Array;
  /** Number under which a glyph was wanted → its number in the file. */
  readonly numbers: ReadonlyMap<number, number>;
}

/**
 * A font with these glyphs alone, and with the parts of the composite ones among them.
 *
 * @param model of which comes what is no glyph's own
 * @param wanted number under which a glyph is asked for → where it lies, in cuts of the same font as the model
 */
export function repack(model: TrueTypeFont, wanted: ReadonlyMap<number, Glyph>): RepackedFont {
  const slots: Glyph[] = [];
  const places = new Map<TrueTypeFont, Map<number, number>>();
  const placeOf = (one: Glyph): number => {
    const known = places.get(one.font) ?? new Map<number, number>();
    places.set(one.font, known);
    const place = known.get(one.glyph) ?? slots.push(one) - 1;
    known.set(one.glyph, place);
    return place;
  };
  // The first glyph of a font stands for what it has not.
  placeOf({ font: model, glyph: 0 });
  const numbers = new Map([[0, 0]]);
  for (const [number, one] of wanted) if (one.glyph < one.font.glyphCount) numbers.set(number, placeOf(one));
  // The list grows while it is read: parts of parts are found too.
  const outlines: Buffer[] = [];
  for (const { font, glyph } of slots) {
    outlines.push(
      renumbered(font.outline(glyph), (part) => (part < font.glyphCount ? placeOf({ font, glyph: part }) : 0)),
    );
  }
  return { file: write(model, slots, outlines), numbers };
}

function write(model: TrueTypeFont, slots: readonly Glyph[], outlines: readonly Buffer[]): Uint8Array {
  const index = Buffer.alloc(4 * (slots.length + 1));
  let end = 0;
  for (const [at, outline] of outlines.entries()) {
    end += outline.length;
    index.writeUInt32BE(end, 4 * (at + 1));
  }
  const head = Buffer.from(model.table('head'));
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(model.table('hhea'));
  hhea.writeUInt16BE(slots.length, 34);
  const maxp = Buffer.from(model.table('maxp'));
  maxp.writeUInt16BE(slots.length, 4);
  const kept = COPIED.filter((tag) => model.has(tag)).map((tag) => [tag, model.table(tag)] as const);
  return pack([
    ...kept,
    ['glyf', Buffer.concat(outlines)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', Buffer.concat(slots.map(({ font, glyph }) => font.metric(glyph)))],
    ['loca', index],
    ['maxp', maxp],
  ]);
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
function renumbered(outline: Buffer, numberOf: (part: number) => number): Buffer {
  const copy = Buffer.alloc(Math.ceil(outline.length / 4) * 4);
  outline.copy(copy);
  for (const at of parts(outline)) copy.writeUInt16BE(numberOf(outline.readUInt16BE(at)), at);
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
