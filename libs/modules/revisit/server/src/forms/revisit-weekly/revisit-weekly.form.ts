/** Form 10, 回访周报: a week's revisits to the general manager and the deputy (RVT-5, SYS-15). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { revisitWeeklyStyle, revisitWeeklyTemplate } from './revisit-weekly.template';
import { revisitWeeklySample } from './sample';

const text = z.string().max(10_000);
const line = { code: text, site: text.optional() };

export const revisitWeeklyPaper = z.object({
  unitName: text,
  /** `2026 年第 38 周` */
  week: text,
  from: z.iso.date(),
  to: z.iso.date(),
  /** Revisits that fell into the week. */
  due: z.int(),
  /** 回访数, 到达数 */
  made: z.int(),
  reached: z.int(),
  satisfied: z.int(),
  /** 满意率 */
  rate: text,
  unsolved: z.array(z.object({ ...line, text: text, state: text })),
  opinions: z.array(z.object({ ...line, text: text })),
  /** 好 / 中 / 差 */
  engineers: z.array(z.object({ name: text, good: z.int(), fair: z.int(), poor: z.int() })),
  notWorking: z.array(z.object({ ...line, text: text, engineer: text })),
  passedOn: z.array(z.object({ ...line, to: text, state: text })),
});

export type RevisitWeeklyPaper = z.infer<typeof revisitWeeklyPaper>;

export const revisitWeekly: FormDefinition<RevisitWeeklyPaper> = {
  code: 'revisit-weekly',
  title: { 'zh-CN': '回访周报', en: 'Weekly revisit report' },
  module: 'revisit',
  version: '1',
  paper: { size: 'A4' },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '总经理', en: 'General manager' } },
    { label: { zh: '第二联', en: 'Copy 2' }, holder: { zh: '分管副总', en: 'Deputy in charge' } },
  ],
  register: true,
  unitKey: 'unitName',
  schema: revisitWeeklyPaper,
  template: revisitWeeklyTemplate,
  style: revisitWeeklyStyle,
  sample: revisitWeeklySample,
};
