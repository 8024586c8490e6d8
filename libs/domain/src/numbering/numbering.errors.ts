/** The error catalogue of number patterns (NUM-1). */
import { DomainError, type Texts } from '../errors';

const CATALOGUE = {
  'bad-pattern': {
    zh: '编号样式应由文字、{date:yyyyMMdd}、{officer}、{seq:3} 等组成，且恰有一个 {seq:n}',
    en: 'A number pattern is made of text, {date:yyyyMMdd}, {officer} and the like, with exactly one {seq:n}',
  },
  'missing-part': { zh: '缺少编号所需的内容', en: 'A part that the number needs is missing' },
  'bad-part': { zh: '编号内容只能是字母、数字和 - _', en: 'A part of a number has letters, digits, - and _ only' },
  'bad-officer': { zh: '热线责任人编号应为 2–3 位数字', en: 'An officer number has 2 or 3 digits' },
  'bad-serial': { zh: '流水号应为不小于 1 的整数', en: 'A serial is a whole number, 1 or more' },
} as const satisfies Record<string, Texts>;

export class NumberingError extends DomainError {
  constructor(code: keyof typeof CATALOGUE, path = '') {
    super(code, path, CATALOGUE[code]);
  }
}
