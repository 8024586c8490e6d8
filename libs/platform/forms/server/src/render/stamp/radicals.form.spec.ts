import { openSync } from 'fontkit';
import { regularFont } from '../browser/font-config';
import { HAN_OF_RADICAL } from './radicals';

const isRadical = (codePoint: number): boolean => codePoint >= 0x2e80 && codePoint <= 0x2fdf;

describe('FRM-1 radicals and Han characters of one glyph', () => {
  it('FRM-1 the table is that of the font', () => {
    const font = openSync(regularFont());
    const han = new Map<number, string>();
    for (const codePoint of font.characterSet) {
      const { id } = font.glyphForCodePoint(codePoint);
      if (!isRadical(codePoint) && !han.has(id)) han.set(id, String.fromCodePoint(codePoint));
    }
    const computed = new Map<number, string>();
    for (const codePoint of font.characterSet.filter(isRadical)) {
      const character = han.get(font.glyphForCodePoint(codePoint).id);
      if (character !== undefined) computed.set(codePoint, character);
    }
    expect(computed.size).toBeGreaterThan(280);
    expect(HAN_OF_RADICAL).toEqual(computed);
  });
});
