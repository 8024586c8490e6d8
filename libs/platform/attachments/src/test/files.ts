/** Small files of every kind, made byte by byte, for the tests of what is taken and what is refused. */
import { crc32, deflateSync } from 'node:zlib';

const u16 = (n: number) => Buffer.from([n & 255, n >>> 8]);
const u32 = (n: number) => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(n >>> 0);
  return buffer;
};

export interface Packed {
  readonly name: string;
  readonly content?: string;
  /** What the directory claims it unfolds to. */
  readonly claims?: number;
}

/** A ZIP of these files, stored; the directory may lie about sizes. */
export function zip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content = '', claims } of files) {
    const [data, path] = [Buffer.from(content), Buffer.from(name)];
    const sizes = Buffer.concat([u32(crc32(data)), u32(data.length), u32(claims ?? data.length)]);
    const head = Buffer.concat([u16(20), u16(0), u16(0), u16(0), u16(0), sizes, u16(path.length), u16(0)]);
    const local = Buffer.concat([u32(0x04034b50), head, path, data]);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), head, u16(0), u16(0), u16(0), u32(0), u32(at), path]));
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = [
    u32(0x06054b50),
    u16(0),
    u16(0),
    u16(files.length),
    u16(files.length),
    u32(list.length),
    u32(at),
    u16(0),
  ];
  return Buffer.concat([...parts, list, ...end]);
}

export function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.min(height, 10) * (Math.min(width, 10) + 1)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function jpeg(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height, 0);
  size.writeUInt16BE(width, 2);
  const app0 = Buffer.from([0xff, 0xe0, 0, 4, 1, 2]);
  const frame = Buffer.concat([Buffer.from([0xff, 0xc0, 0, 11, 8]), size, Buffer.from([1, 1, 0x11, 0])]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app0, frame, Buffer.from([0xff, 0xda, 0, 2, 0, 0xff, 0xd9])]);
}

export function webp(width: number, height: number): Buffer {
  const canvas = Buffer.alloc(6);
  canvas.writeUIntLE(width - 1, 0, 3);
  canvas.writeUIntLE(height - 1, 3, 3);
  const body = Buffer.concat([Buffer.from('WEBPVP8X'), u32(10), Buffer.alloc(4), canvas]);
  return Buffer.concat([Buffer.from('RIFF'), u32(body.length), body]);
}

export const docx = (more: readonly Packed[] = []) =>
  zip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: '<w/>' }, ...more]);

export const xlsx = (more: readonly Packed[] = []) =>
  zip([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'xl/workbook.xml', content: '<w/>' }, ...more]);

export const pdf = () => Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n');
export const mp3 = () => Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0]);
export const mp3Frame = () => Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0]);
export const wav = () => Buffer.concat([Buffer.from('RIFF'), u32(36), Buffer.from('WAVEfmt ')]);
export const m4a = () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypM4A '), Buffer.alloc(12)]);
export const gbk = () => Buffer.from([0xd3, 0xc3, 0xbb, 0xa7, 0xd5, 0xe2, 0xc0, 0xef]);
