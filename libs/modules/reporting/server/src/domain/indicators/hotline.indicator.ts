/** The hotline: contacts, what is settled in them, problem forms (RPT-1a, HOT-9). */
import type { Indicator } from '../indicator.rules';
import { cases } from '../indicator.rules';

const CONTACT = 'hotline.contact';
const FORM = 'hotline.problem-form';

const ofContacts = {
  dimensions: ['channel', 'category', 'conclusion', 'unit', 'person', 'state', 'month', 'day'],
  answersFor: 'hotline',
} as const;

const ofForms = {
  dimensions: ['channel', 'category', 'kind', 'unit', 'intake-unit', 'person', 'state', 'month', 'day'],
  answersFor: 'hotline',
} as const;

export const hotline: readonly Indicator[] = [
  {
    ...ofContacts,
    id: 'contacts',
    title: { zh: '受理量', en: 'Contacts' },
    definition: { zh: '期间内受理的来电与其他来访。', en: 'Calls and other contacts taken in the period.' },
    purpose: { zh: '热线的工作量', en: 'Work of the hotline' },
    formula: { zh: '受理件数', en: 'Contacts taken' },
    kind: 'sum',
    unit: 'count',
    numerator: cases(CONTACT),
    higherIsBetter: true,
  },
  {
    ...ofContacts,
    id: 'contact-first-contact',
    title: { zh: '热线首次解决率', en: 'First-contact resolution of the hotline' },
    definition: { zh: '当次受理即解决、事后未重开的比例。', en: 'Settled in the contact itself and not opened again.' },
    purpose: { zh: '热线解决问题的能力', en: 'What the hotline settles by itself' },
    formula: { zh: '首次解决件数 ÷ 受理件数', en: 'Settled at first contact ÷ contacts' },
    kind: 'ratio',
    unit: 'percent',
    numerator: cases(CONTACT, 'first-contact'),
    denominator: cases(CONTACT),
    higherIsBetter: true,
  },
  {
    ...ofForms,
    id: 'problem-forms',
    title: { zh: '问题处理表数', en: 'Problem forms' },
    definition: { zh: '期间内填写的用户问题处理表。', en: 'Problem forms made in the period.' },
    purpose: { zh: '需要后台处理的问题有多少', en: 'How much goes beyond the desk' },
    formula: { zh: '问题处理表件数', en: 'Problem forms' },
    kind: 'sum',
    unit: 'count',
    numerator: cases(FORM),
    higherIsBetter: false,
  },
  {
    ...ofForms,
    id: 'forms-returned',
    title: { zh: '问题处理表退回率', en: 'Problem forms returned' },
    definition: { zh: '至少被退回一次的问题处理表所占比例。', en: 'Problem forms that came back at least once.' },
    purpose: { zh: '转派是否准确', en: 'Are forms referred well' },
    formula: { zh: '被退回件数 ÷ 全部件数', en: 'Returned ÷ all forms' },
    kind: 'ratio',
    unit: 'percent',
    numerator: cases(FORM, 'returned'),
    denominator: cases(FORM),
    higherIsBetter: false,
  },
  {
    ...ofForms,
    id: 'form-satisfaction',
    title: { zh: '问题处理满意率', en: 'Satisfaction with problems handled' },
    definition: {
      zh: '答复时表示满意的问题处理表占已询问的比例。',
      en: 'Of the customers asked when they were answered, those satisfied.',
    },
    purpose: { zh: '问题是否真正解决', en: 'Are problems solved' },
    formula: { zh: '满意件数 ÷ 已询问件数', en: 'Satisfied ÷ asked' },
    kind: 'ratio',
    unit: 'percent',
    numerator: cases(FORM, 'satisfied'),
    denominator: cases(FORM, 'known:satisfied'),
    higherIsBetter: true,
  },
];
