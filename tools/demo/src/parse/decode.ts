/** Bytes of a text file → text: UTF-8 with or without its mark, UTF-16 as Excel writes it, else GB18030 (and GBK, GB2312). */
import { refuse } from '../problems';

const strictly = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** @throws DemoRefusal where the bytes are no text in any of these */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = utf16 ? strictly('utf-16le', bytes) : (strictly('utf-8', bytes) ?? strictly('gb18030', bytes));
  if (text === undefined || text.includes('\0')) {
    throw refuse(
      '文件不是 UTF-8 或 GB18030 编码的文本，也不是 XLSX 表格。请另存为 CSV（UTF-8）或 XLSX。',
      'The file is neither text in UTF-8 or GB18030 nor an XLSX sheet. Save it as CSV (UTF-8) or XLSX.',
    );
  }
  return text;
}
