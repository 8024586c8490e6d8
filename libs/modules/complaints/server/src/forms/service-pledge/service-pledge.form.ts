/** Form 26a, 服务承诺: the promises that are switched on, their figures merged from the policies in force (RD-43, CMP-4d). */
import type { FormDefinition } from '@bihuan/forms';
import { z } from 'zod';
import { paperText, paperTime } from '../paper-fields.form';
import { servicePledgeSample } from './sample';
import { servicePledgeStyle, servicePledgeTemplate } from './service-pledge.template';

export const servicePledgePaper = z.object({
  unitName: paperText,
  customer: paperText.optional(),
  intro: paperText,
  section: paperText,
  promises: z.array(z.object({ text: paperText })),
  centre: paperText,
  address: paperText.optional(),
  reservation: paperText,
  date: paperTime.optional(),
});

export type ServicePledgePaper = z.infer<typeof servicePledgePaper>;

export const servicePledge: FormDefinition<ServicePledgePaper> = {
  code: 'service-pledge',
  title: { 'zh-CN': '服务承诺', en: 'Service pledge' },
  module: 'complaints',
  version: '1',
  paper: { size: 'A4' },
  copies: [{ label: { zh: '第一联', en: 'Copy 1' }, holder: { zh: '用户', en: 'Customer' } }],
  register: true,
  unitKey: 'unitName',
  schema: servicePledgePaper,
  template: servicePledgeTemplate,
  style: servicePledgeStyle,
  sample: servicePledgeSample,
};
