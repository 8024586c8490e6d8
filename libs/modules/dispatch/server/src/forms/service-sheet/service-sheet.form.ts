/** Form 16, 产品售后服务单: what was done, what is left over, and the customer's signature (DSP-8, DSP-8a, SYS-85). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperPicture, paperText, paperTime } from '../paper-fields.form';
import { serviceSheetSample } from './sample';
import { serviceSheetStyle, serviceSheetTemplate } from './service-sheet.template';

export const serviceSheetPaper = z.object({
  unitName: paperText,
  number: z.string().min(1),
  customerName: paperText,
  address: paperText.optional(),
  contact: paperText.optional(),
  phone: paperText.optional(),
  model: paperText.optional(),
  serial: paperText.optional(),
  /** 报修时间. */
  reportedAt: paperTime,
  /** 要求到达. */
  requestedAt: paperTime.optional(),
  /** 实际到达. */
  arrivedAt: paperTime.optional(),
  /** 故障现象. */
  description: paperText,
  /** 处理. */
  handling: paperText.optional(),
  parts: z.array(z.object({ name: paperText, serial: paperText.optional(), quantity: z.int().min(1) })).optional(),
  /** Working time in hours. */
  hours: paperText.optional(),
  /** Yuan. */
  charge: paperText.optional(),
  leftOver: z.array(z.object({ text: paperText, measure: paperText })).optional(),
  /** 顾客对服务的评价: rating and remark. */
  rating: z.int().optional(),
  ratings: z.int().optional(),
  remark: paperText.optional(),
  signature: z
    .object({
      name: paperText,
      at: paperTime,
      place: paperText.optional(),
      /** As drawn on the screen, or the photographed seal. */
      picture: paperPicture.optional(),
      /** There is a picture that does not go onto paper: it is to be looked at among the attachments. */
      beside: z.boolean().optional(),
      /** Confirmed with the customer's own code. */
      withCode: z.boolean(),
    })
    .optional(),
  engineer: paperText.optional(),
});

export type ServiceSheetPaper = z.infer<typeof serviceSheetPaper>;

export const serviceSheet: FormDefinition<ServiceSheetPaper> = {
  code: 'service-sheet',
  title: { 'zh-CN': '产品售后服务单', en: 'Service sheet' },
  module: 'dispatch',
  version: '2',
  paper: { size: 'A4' },
  copies: [
    { label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '顾客', en: 'Customer' } },
    { label: { zh: '第二联', en: 'Copy 2' }, holder: { zh: '公司', en: 'Company' } },
  ],
  register: false,
  numberKey: 'number',
  unitKey: 'unitName',
  schema: serviceSheetPaper,
  template: serviceSheetTemplate,
  style: serviceSheetStyle,
  sample: serviceSheetSample,
};
