/** What is stamped into the margins of a page, as PDF drawing operators (FRM-2; console.md "Forms on paper"). */
import type { FormLanguage } from '../form-definition';
import { MARGIN } from '../page/paper-style';
import { code128 } from './code128';
import type { StampFont } from './stamp-font';

export interface PageMarks {
  readonly lang: FormLanguage;
  /** Page x of y of this form and copy. */
  readonly page: number;
  readonly pages: number;
  /** `第一联 人力公关部`. */
  readonly copy: string;
  /** Number upper right; empty for none. */
  readonly number: string;
  /** Which reprint; undefined for a first print. */
  readonly reprint: number | undefined;
}

/** Names of the two fonts in the page's resources. */
export const ACROSS = 'BhAcross';
export const DOWN = 'BhDown';

const MM = 72 / 25.4;
const COPY_SIZE = 9.5;
const SMALL = 9;
const NUMBER_SIZE = 10;
/** Width of one module of the bar code and its height, millimetres; the whole is no wider than a third of the page. */
const MODULE = 0.28;
const BAR_HEIGHT = 6;

const n = (value: number): string => value.toFixed(2);

export const pageCount = (lang: FormLanguage, page: number, pages: number): string =>
  lang === 'en' ? `Page ${page} of ${pages}` : `第 ${page} 页 / 共 ${pages} 页`;

export const reprintText = (lang: FormLanguage, count: number): string =>
  lang === 'en' ? `Reprint ${count}` : `补打 第${count}次`;

/** Every text the marks of a page hold, for the choice of glyphs. */
export const textsOf = (marks: PageMarks): string[] => [
  marks.copy,
  marks.number,
  pageCount(marks.lang, marks.page, marks.pages),
  marks.reprint === undefined ? '' : reprintText(marks.lang, marks.reprint),
];

/** The operators of all marks of a page of this size (points). */
export function drawMarks(marks: PageMarks, font: StampFont, width: number, height: number): string {
  return [
    drawCount(marks, font, width),
    drawCopy(marks, font, width, height),
    marks.number ? drawNumber(marks.number, font, width, height) : '',
    marks.reprint === undefined ? '' : drawReprint(reprintText(marks.lang, marks.reprint), font, height),
  ].join('\n');
}

function line(text: string, font: StampFont, size: number, x: number, y: number): string {
  return `BT /${ACROSS} ${size} Tf ${n(x)} ${n(y)} Td <${font.encode(text)}> Tj ET`;
}

function drawCount(marks: PageMarks, font: StampFont, width: number): string {
  const text = pageCount(marks.lang, marks.page, marks.pages);
  const middle = (width + (MARGIN.left - MARGIN.right) * MM) / 2;
  return line(text, font, SMALL, middle - (font.width(text) * SMALL) / 2, (MARGIN.bottom / 2 - 1.5) * MM);
}

/** Down the right margin, as the copies of a Chinese form are marked; English runs along it. */
function drawCopy(marks: PageMarks, font: StampFont, width: number, height: number): string {
  const x = width - (MARGIN.right / 2) * MM;
  const code = `<${font.encode(marks.copy)}> Tj ET`;
  if (marks.lang === 'en') {
    const top = height / 2 + (font.width(marks.copy) * COPY_SIZE) / 2;
    return `BT /${ACROSS} ${COPY_SIZE} Tf 0 -1 1 0 ${n(x - COPY_SIZE / 3)} ${n(top)} Tm ${code}`;
  }
  const top = height / 2 + ([...marks.copy].length * COPY_SIZE) / 2;
  return `BT /${DOWN} ${COPY_SIZE} Tf ${n(x)} ${n(top)} Td ${code}`;
}

function drawNumber(number: string, font: StampFont, width: number, height: number): string {
  const right = width - MARGIN.right * MM;
  const text = line(number, font, NUMBER_SIZE, right - font.width(number) * NUMBER_SIZE, height - 16.5 * MM);
  const code = code128(number);
  if (!code) return text;
  const module = Math.min(MODULE * MM, width / 3 / code.modules);
  const left = right - code.modules * module;
  const bars = code.bars.map(
    ([start, wide]) =>
      `${n(left + start * module)} ${n(height - 12.5 * MM)} ${n(wide * module)} ${n(BAR_HEIGHT * MM)} re`,
  );
  return `${text}\n${bars.join('\n')} f`;
}

/** Upper left, framed: nobody should take a reprint for the first print. */
export function drawReprint(text: string, font: StampFont, height: number): string {
  const x = MARGIN.left * MM;
  const y = height - 14 * MM;
  const wide = font.width(text) * SMALL + 8;
  return `0.6 w ${n(x)} ${n(y - 4.5)} ${n(wide)} ${n(SMALL + 6)} re S\n${line(text, font, SMALL, x + 4, y)}`;
}
