/** Errors of the organisation room. */
import { defineErrors } from '@bihuan/plugin-kit';

export const orgErrors = defineErrors({
  'staff-number-taken': { kind: 'invalid', zh: '该工号已被使用。', en: 'This staff number is taken.' },
  'officer-number-taken': { kind: 'invalid', zh: '该热线编号已被使用。', en: 'This officer number is taken.' },
  'officer-number-width': {
    kind: 'invalid',
    zh: '热线编号须与现有编号同宽（{width} 位）。',
    en: 'An officer number is as wide as those there are ({width} digits).',
  },
  'unknown-unit': { kind: 'invalid', zh: '没有该部门。', en: 'There is no such unit.' },
  'unknown-position': { kind: 'invalid', zh: '没有该岗位。', en: 'There is no such position.' },
  'post-full': {
    kind: 'invalid',
    zh: '“{unit}”的{position}编制上限为 {max} 人，现有 {held} 人，不能再增加；请先调出一人，或由主管部门调整编制。',
    en: '"{unit}" may have at most {max} as {positionEn} and has {held}: move somebody out first, or have the head-count changed.',
  },
  'unknown-employee': { kind: 'invalid', zh: '没有该员工。', en: 'There is no such employee.' },
  'certificate-before-test': {
    kind: 'invalid',
    zh: '上岗证须在培训并考试之后签发。',
    en: 'A certificate is issued after the training and the test.',
  },
  'certificate-expires-early': {
    kind: 'invalid',
    zh: '有效期不能早于签发日期。',
    en: 'A certificate does not expire before it is issued.',
  },
  'test-not-passed': {
    kind: 'invalid',
    zh: '考试成绩未达到 {mark} 分，不能签发上岗证。',
    en: 'The test was not passed: {mark} is the least mark for a certificate.',
  },
  'not-in-unit': {
    kind: 'invalid',
    zh: '该员工不在本部门，请先调入。',
    en: 'This employee is not in the unit: move him there first.',
  },
  'manager-of-himself': { kind: 'invalid', zh: '不能以本人为上级。', en: 'Nobody is his own manager.' },
  'shift-ends-early': { kind: 'invalid', zh: '班次的结束须晚于开始。', en: 'A shift ends after it begins.' },
  'nobody-responsible': {
    kind: 'wrong-state',
    zh: '该部门及其上级均无负责人，请先指定负责人。',
    en: 'Neither the unit nor any above it has a head: name one first.',
  },
});

/** The error with the field at which it is found. */
export const atField = (code: keyof typeof orgErrors, pointer: string, params?: Record<string, string | number>) => {
  // No words of its own: the edge gives the error's sentence in the reader's language.
  return orgErrors[code]({ errors: [{ pointer, code, detail: '' }], ...(params ? { params } : {}) });
};
