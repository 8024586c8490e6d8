import { cureUnicodeMap, readUnicodeMap, writeUnicodeMap } from './unicode-map';

describe('FRM-1 the text of a PDF', () => {
  it('FRM-1 reads single characters, ranges and lists', () => {
    const table = [
      '2 beginbfchar <0003> <0041> <0004> <D83DDE00> endbfchar',
      '2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<0061> <00620063>] endbfrange',
    ].join('\n');
    expect(readUnicodeMap(table)).toEqual([
      [3, 'A'],
      [4, '😀'],
      [0x10, '一'],
      [0x11, '丁'],
      [0x12, '丂'],
      [0x20, 'a'],
      [0x21, 'bc'],
    ]);
  });

  it('FRM-1 turns radicals into the Han characters of the same glyph, in ranges too', () => {
    const cured = cureUnicodeMap(
      '1 beginbfrange <0001> <0002> <2F63> endbfrange 1 beginbfchar <0009> <2F3E> endbfchar',
    );
    expect(readUnicodeMap(cured ?? '')).toEqual([
      [9, '户'],
      [1, '生'],
      [2, '用'],
    ]);
  });

  it('FRM-1 leaves a table without radicals alone', () => {
    expect(cureUnicodeMap('1 beginbfchar <0001> <7528> endbfchar')).toBeUndefined();
  });

  it('FRM-1 writes what it reads, in blocks of a hundred', () => {
    const entries = Array.from(
      { length: 250 },
      (_none, index) => [index, String.fromCharCode(0x4e00 + index)] as const,
    );
    const table = writeUnicodeMap(entries);
    expect(table.match(/beginbfchar/g)).toHaveLength(3);
    expect(readUnicodeMap(table)).toEqual(entries);
  });
});
