/** What a file is, told by its content; the name's ending and the sender's word count for nothing (IDN-5, S7). */
import { pictureSize } from './picture-size';
import { endsAsZip, zipDirectory } from './zip-directory';

export type MediaType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'application/pdf'
  | 'audio/mpeg'
  | 'audio/wav'
  | 'audio/mp4'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'text/plain';

/** The ending under which a type is handed out; the name in the web is ours. */
export const ENDINGS: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/wav': ['wav'],
  'audio/mp4': ['m4a'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'log', 'csv'],
};

/** Why a file is refused; the catalogue has the words. */
export type ContentRefusal = 'empty-file' | 'unknown-type' | 'other-ending' | 'picture-too-large' | 'unsafe-archive';

/** Pixels on a side; a photo of the largest cameras has fewer. */
const PIXELS_AT_MOST = 10_000;

/** Parts of an office file, and bytes they may unfold to, together and against their packed size. */
const ARCHIVE = { entries: 2_000, unpacked: 200 * 1_048_576, ratio: 200 } as const;

export type Content = { readonly type: MediaType } | { readonly refused: ContentRefusal };

/** @param name as the sender calls the file: its ending, where it has one, must fit the content */
export function contentOf(bytes: Buffer, name: string): Content {
  if (bytes.length === 0) return { refused: 'empty-file' };
  const type = typeOf(bytes);
  if (type === 'unsafe-archive') return { refused: type };
  if (!type) return { refused: 'unknown-type' };
  const [, ending] = /\.([A-Za-z0-9]{1,8})$/.exec(name) ?? [];
  if (ending && !ENDINGS[type].includes(ending.toLowerCase())) return { refused: 'other-ending' };
  if (type === 'image/jpeg' || type === 'image/png' || type === 'image/webp') {
    // A picture that is an archive as well is nobody's photo.
    if (endsAsZip(bytes)) return { refused: 'unsafe-archive' };
    const size = pictureSize(type, bytes);
    if (!size) return { refused: 'unknown-type' };
    if (size.width > PIXELS_AT_MOST || size.height > PIXELS_AT_MOST) return { refused: 'picture-too-large' };
  }
  return { type };
}

function typeOf(bytes: Buffer): MediaType | 'unsafe-archive' | undefined {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WAVE') return 'audio/wav';
  if (text(0, 5) === '%PDF-') return 'application/pdf';
  if (text(0, 3) === 'ID3' || isMpegFrame(bytes)) return 'audio/mpeg';
  if (text(4, 8) === 'ftyp' && /^(M4A |mp42|isom|M4B )/.test(text(8, 12))) return 'audio/mp4';
  if (text(0, 4) === 'PK\x03\x04') return officeType(bytes);
  return isPlainText(bytes) ? 'text/plain' : undefined;
}

/** A frame of MPEG audio, layer III, with a bit rate and a sampling rate that exist. */
function isMpegFrame(bytes: Buffer): boolean {
  if (bytes.length < 4) return false;
  const head = bytes.readUInt32BE(0);
  const [sync, layer, bitRate, sampling] = [head >>> 21, (head >>> 17) & 3, (head >>> 12) & 15, (head >>> 10) & 3];
  return sync === 0x7ff && layer === 1 && bitRate !== 0 && bitRate !== 15 && sampling !== 3;
}

function officeType(bytes: Buffer): MediaType | 'unsafe-archive' | undefined {
  const entries = zipDirectory(bytes);
  if (!entries) return 'unsafe-archive';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const strange = entries.some(
    ({ name }) =>
      name.split(/[\\/]/).includes('..') || /^([A-Za-z]:|[\\/])/.test(name) || /vbaProject\.bin$/i.test(name),
  );
  const bomb = unpacked > ARCHIVE.unpacked || unpacked > bytes.length * ARCHIVE.ratio;
  if (strange || bomb || entries.length > ARCHIVE.entries) return 'unsafe-archive';
  const names = new Set(entries.map(({ name }) => name));
  if (!names.has('[Content_Types].xml')) return undefined;
  if (names.has('word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if (names.has('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return undefined;
}

const decoders = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder('gb18030', { fatal: true })];

/** Text without controls, in UTF-8 or as Chinese Windows writes it; markup that a browser could run is none. */
function isPlainText(bytes: Buffer): boolean {
  for (const decoder of decoders) {
    try {
      const text = decoder.decode(bytes);
      return !/[^\P{Cc}\t\r\n]/u.test(text) && !/^\s*</.test(text);
    } catch {
      continue;
    }
  }
  return false;
}
