/** The error catalogue of deadlines (DLN-1, DLN-3). */
import { DomainError, type Texts } from '../errors';

const CATALOGUE = {
  'bad-share': { zh: '比例应大于 0', en: 'A share is more than 0' },
  'bad-warn-share': { zh: '预警比例应大于 0 且不超过 1', en: 'A warn share is more than 0 and at most 1' },
  'bad-step-time': { zh: '升级步骤的时间不正确', en: 'The time of this escalation step is wrong' },
  'step-key-twice': { zh: '升级步骤的标识重复', en: 'Two escalation steps have the same key' },
  'empty-predicate': { zh: '条件不完整', en: 'This condition is incomplete: it names nothing' },
  'variant-key-twice': { zh: '变体的标识重复', en: 'Two variants have the same key' },
  'variant-changes-nothing': {
    zh: '变体没有给出时限、下限或预警比例',
    en: 'A variant gives a limit, the lower bound or a warn share',
  },
  'bound-without-table': { zh: '没有时限表，不能取下限', en: 'There is no limit table to take a bound of' },
  'bounds-of-two-units': { zh: '上下限的单位应相同', en: 'Lower and upper bound have the same unit' },
  'lower-above-upper': { zh: '下限应不高于上限', en: 'The lower bound is not above the upper one' },
  'already-paused': { zh: '时限已经暂停', en: 'The deadline is paused already' },
  'not-paused': { zh: '时限没有暂停', en: 'The deadline is not paused' },
  'before-start': { zh: '时间早于时限的开始或暂停', en: 'This lies before the deadline or its pause began' },
  'promise-in-the-past': { zh: '新的承诺时限应晚于现在', en: 'A new promise lies later than the moment it is given' },
} as const satisfies Record<string, Texts>;

export class DeadlineError extends DomainError {
  constructor(code: keyof typeof CATALOGUE, path = '') {
    super(code, path, CATALOGUE[code]);
  }
}
