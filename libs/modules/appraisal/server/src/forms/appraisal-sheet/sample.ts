/** A month of one specialist. */
import type { AppraisalSheetPaper } from './appraisal-sheet.form';

export const appraisalSheetSample: AppraisalSheetPaper = {
  unitName: '华东区客服组',
  number: '202609-1001',
  name: '林晓燕',
  staffNumber: '1001',
  period: '2026-09',
  mainShare: 80,
  mainParts: '工作态度35分+专业技能10分+工作能力35分',
  sumOf: '部门考核部分（占比80%）+加盟商满意度评分部分（占比10%）+人力行政部评分部分（占比10%）',
  parts: [
    {
      rows: [
        {
          part: { title: '工作态度', weight: 15, span: 2 },
          item: {
            title: '主动性',
            weight: 15,
            standard: '对工作积极主动，主动思考问题，提出改进意见。',
            span: 2,
            self: 14,
            points: 12,
          },
          guidance: '对任何工作都有积极主动的工作热情。',
          label: '8-15分',
        },
        { guidance: '本职份内工作需在部门主管的监督下才能完成各项工作。', label: '7分以下' },
      ],
    },
  ],
  others: [
    {
      heading: '加盟商满意度评分（10%）',
      rows: [
        {
          part: { title: '加盟商满意度', weight: 10, span: 1 },
          item: { title: '加盟商满意度', weight: 10, standard: '对加盟商的投诉建议妥善处理。', span: 1, points: 8 },
          guidance: '抽检好评率80%，得分10*0.8=8分。',
          label: '0-10分',
        },
      ],
    },
  ],
  self: 78,
  score: 71,
  incentives: [{ day: '2026-09-12', points: '+2', ground: '加盟商送来锦旗', by: '沈岚' }],
  incentive: '+2',
  main: 73,
  total: 88,
};
