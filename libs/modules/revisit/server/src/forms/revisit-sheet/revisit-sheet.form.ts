/** Form 5, 用户回访统计表: a day's call-backs, the repairer taken from the handler, the fault grade from the repair (RVT-5, SYS-13). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { revisitSheetStyle, revisitSheetTemplate } from './revisit-sheet.template';
import { revisitSheetSample } from './sample';

const text = z.string().max(10_000);
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

export const revisitSheetPaper = z.object({
  unitName: text,
  day,
  /** Last day, where the sheet is of several. */
  to: day.optional(),
  caller: text.optional(),
  techManager: text.optional(),
  rows: z.array(
    z.object({
      /** 对应号: number of the matter called about. */
      code: text,
      site: text.optional(),
      phone: text.optional(),
      name: text.optional(),
      result: text.optional(),
      /** 维修人. */
      handler: text.optional(),
      /** 故障等级: graded with the repair; empty without an order. */
      grade: text.optional(),
      remark: text.optional(),
    }),
  ),
});

export type RevisitSheetPaper = z.infer<typeof revisitSheetPaper>;

export const revisitSheet: FormDefinition<RevisitSheetPaper> = {
  code: 'revisit-sheet',
  title: { 'zh-CN': '用户回访统计表', en: 'Revisit sheet' },
  module: 'revisit',
  version: '1',
  paper: { size: 'A4', landscape: true },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { dataKey: 'unitName', fallback: { zh: '存根', en: 'File' } } },
  ],
  register: true,
  unitKey: 'unitName',
  schema: revisitSheetPaper,
  template: revisitSheetTemplate,
  style: revisitSheetStyle,
  sample: revisitSheetSample,
};
