import type { Pack } from '@bihuan/policies';
import { NoticeTemplates } from './templates';

const template = {
  code: 'overdue',
  title: { zh: '{title}超时：{number}', en: '{title} of {number} overdue' },
  text: { zh: '应于 {dueAt} 完成，晚 {late} 次。', en: 'Due {dueAt}, late {late}, {unknown}.' },
};
const pack = { timezone: 'Asia/Shanghai', templates: [template] } as unknown as Pack;
const templates = new NoticeTemplates({ pack: () => pack });

describe('templates', () => {
  it('NTF-1 fills the text of the pack in both languages, instants as clocks show them', () => {
    const params = {
      number: '2026091701001',
      title: { zh: '转出', en: 'Referral' },
      dueAt: '2026-09-17T02:30:00.000Z',
      late: 2,
    };
    expect(templates.render('overdue', params)).toEqual({
      title: { zh: '转出超时：2026091701001', en: 'Referral of 2026091701001 overdue' },
      text: { zh: '应于 2026-09-17 10:30 完成，晚 2 次。', en: 'Due 2026-09-17 10:30, late 2, {unknown}.' },
    });
  });

  it('NTF-1 tells of the number even where the pack has no such text', () => {
    expect(templates.render('missing', { number: '7' }).text).toEqual({ zh: 'missing 7', en: 'missing 7' });
  });
});
