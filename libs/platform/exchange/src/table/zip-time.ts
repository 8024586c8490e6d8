/** An archive without the time at which it was packed: the same content is the same bytes (APR-9). */

/** 1 January 1980, the first day an archive can name; the time of day is 0. */
const FIRST_DAY = 0x00210000;

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

/** @param archive of our own writer, with nothing behind its end; changed in place */
export function withoutTime(archive: Buffer): Buffer {
  const end = archive.length - END_LENGTH;
  if (archive.readUInt32LE(end) !== END) throw new RangeError('no archive of our own writer');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(entry) !== ENTRY) throw new RangeError('no archive of our own writer');
    archive.writeUInt32LE(FIRST_DAY, entry + 12);
    archive.writeUInt32LE(FIRST_DAY, archive.readUInt32LE(entry + 42) + 10);
    const texts = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at));
    entry += ENTRY_LENGTH + texts.reduce((sum, length) => sum + length, 0);
  }
  return archive;
}
