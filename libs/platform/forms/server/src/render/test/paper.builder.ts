/** A small form of two copies for the renderer's own tests. */
import { z } from 'zod';
import type { FormDefinition } from '../form-definition';

const schema = z.object({ number: z.string(), unit: z.string(), text: z.string(), to: z.string().optional() });

export type Paper = z.infer<typeof schema>;

export const paper = (more: Partial<FormDefinition<Paper>> = {}): FormDefinition<Paper> => ({
  code: 'test-paper',
  title: { 'zh-CN': '用户试验表', en: 'Test paper' },
  module: 'test',
  version: '1',
  paper: { size: 'A4' },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '人力公关部', en: 'HR and PR' } },
    { label: { zh: '第二联', en: 'Copy 2' }, holder: { dataKey: 'to', fallback: { zh: '事业部', en: 'Division' } } },
  ],
  register: false,
  numberKey: 'number',
  unitKey: 'unit',
  schema,
  template: '<table class="sheet"><tr class="block"><th>内容</th><td class="text">{{text}}</td></tr></table>',
  sample: { number: 'N-001', unit: '某某公司', text: '用户㙍的长官页面' },
  ...more,
});
