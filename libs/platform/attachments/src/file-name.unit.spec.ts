/** Names are shown as one harmless line (S7). */
import { shownName } from './file-name';

describe('file names', () => {
  it.each([
    ['现场照片.jpg', '现场照片.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\w\\scan.pdf', 'scan.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\u0000b\nc.txt', 'abc.txt'],
    ['', 'file'],
    ['..', 'file'],
    ['   ', 'file'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(115)}.docx`],
  ])('S7 %j is shown as %j', (given, shown) => {
    expect(shownName(given)).toBe(shown);
  });
});
