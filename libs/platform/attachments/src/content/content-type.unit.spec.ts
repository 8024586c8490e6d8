/** A file is what its content says, and what could hurt is refused before anything is unpacked (IDN-5, S7). */
import * as files from '../test/files';
import { contentOf } from './content-type';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

describe('files that are taken', () => {
  it.each<[string, string, Buffer]>([
    ['photo.jpg', 'image/jpeg', files.jpeg(640, 480)],
    ['photo.JPEG', 'image/jpeg', files.jpeg(640, 480)],
    ['scan.png', 'image/png', files.png(4, 4)],
    ['photo.webp', 'image/webp', files.webp(800, 600)],
    ['letter.pdf', 'application/pdf', files.pdf()],
    ['call.mp3', 'audio/mpeg', files.mp3()],
    ['call.mp3', 'audio/mpeg', files.mp3Frame()],
    ['call.wav', 'audio/wav', files.wav()],
    ['call.m4a', 'audio/mp4', files.m4a()],
    ['report.docx', `${OFFICE}.wordprocessingml.document`, files.docx()],
    ['table.xlsx', `${OFFICE}.spreadsheetml.sheet`, files.xlsx()],
    ['log.txt', 'text/plain', Buffer.from('2026-09-17 用户来电\r\n\t已答复')],
    ['windows.txt', 'text/plain', files.gbk()],
    ['without an ending', 'image/png', files.png(4, 4)],
  ])('IDN-5 %s is %s', (name, type, bytes) => {
    expect(contentOf(bytes, name)).toEqual({ type });
  });
});

describe('files that are refused', () => {
  const many = Array.from({ length: 2_001 }, (_, n) => ({ name: `xl/${n}.xml` }));

  it.each<[string, string, string, Buffer]>([
    ['an empty file', 'a.png', 'empty-file', Buffer.alloc(0)],
    ['a PDF that calls itself a photo', 'a.jpg', 'other-ending', files.pdf()],
    ['a programme', 'a.exe', 'unknown-type', Buffer.from('MZ\x90\x00\x03')],
    ['a programme that calls itself a photo', 'a.png', 'unknown-type', Buffer.from('\x7fELF\x02\x01\x01')],
    ['an SVG with a script', 'a.svg', 'unknown-type', Buffer.from('<svg onload="alert(1)"/>')],
    ['a page that calls itself text', 'a.txt', 'unknown-type', Buffer.from('\n <!doctype html><script>1</script>')],
    ['text with controls', 'a.txt', 'unknown-type', Buffer.from('a\u0007b')],
    ['bytes that are no text', 'a.txt', 'unknown-type', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['a plain archive', 'a.zip', 'unknown-type', files.zip([{ name: 'a.txt', content: 'a' }])],
    ['an archive cut off', 'a.docx', 'unsafe-archive', files.docx().subarray(0, 60)],
    [
      'an office file that unfolds a thousand times',
      'a.xlsx',
      'unsafe-archive',
      files.xlsx([{ name: 'xl/b.xml', claims: 900_000 }]),
    ],
    [
      'one that unfolds to more than memory takes',
      'a.xlsx',
      'unsafe-archive',
      files.xlsx([{ name: 'xl/b.xml', content: 'x'.repeat(2_000_000), claims: 300_000_000 }]),
    ],
    ['one with thousands of parts', 'a.xlsx', 'unsafe-archive', files.xlsx(many)],
    [
      'one that climbs out of its folder',
      'a.docx',
      'unsafe-archive',
      files.docx([{ name: '../../etc/passwd', content: 'x' }]),
    ],
    ['one with an absolute path', 'a.docx', 'unsafe-archive', files.docx([{ name: 'C:\\a.dll', content: 'x' }])],
    ['one with a macro', 'a.docx', 'unsafe-archive', files.docx([{ name: 'word/vbaProject.bin', content: 'x' }])],
    [
      'a photo that is an archive too',
      'a.png',
      'unsafe-archive',
      Buffer.concat([files.png(4, 4), files.zip([{ name: 'a' }])]),
    ],
    ['a photo of 10,001 pixels', 'a.png', 'picture-too-large', files.png(10_001, 1)],
    ['a JPEG too high', 'a.jpg', 'picture-too-large', files.jpeg(10, 20_000)],
    ['a WebP too wide', 'a.webp', 'picture-too-large', files.webp(12_000, 10)],
    ['a JPEG without a frame', 'a.jpg', 'unknown-type', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])],
  ])('S7 %s', (_, name, refused, bytes) => {
    expect(contentOf(bytes, name)).toEqual({ refused });
  });
});
