/** The short questionnaire behind a link sent by SMS or e-mail (RVT-2). Its code stands behind the #, which no server sees. */
import { ask, dropDown, field, firstLanguage, make, radios, refusal, sending, show, type Language } from './dom';

const TEXTS = {
  zh: {
    title: '服务回访',
    lead: '只需一分钟，谢谢您！',
    satisfied: '您对这次服务满意吗',
    yes: '满意',
    fair: '一般',
    no: '不满意',
    machine: '设备现在运行正常吗',
    works: '正常',
    broken: '不正常',
    rating: '给服务人员打分（5 好 — 1 差）',
    words: '您想对我们说的话',
    submit: '提交',
    reset: '清空',
    thanks: '谢谢您的答复！',
  },
  en: {
    title: 'How was our service?',
    lead: 'It takes a minute. Thank you!',
    satisfied: 'Are you satisfied with this service?',
    yes: 'Satisfied',
    fair: 'Fair',
    no: 'Not satisfied',
    machine: 'Is the equipment running well now?',
    works: 'Yes',
    broken: 'No',
    rating: 'Rate our colleague (5 good — 1 poor)',
    words: 'What you would like to tell us',
    submit: 'Send',
    reset: 'Clear',
    thanks: 'Thank you for your answer!',
  },
} as const;

const UNKNOWN = {
  zh: '此链接已使用或已过期，我们会再与您联系。',
  en: 'This link was used or has run out; we will be in touch.',
};

const ANSWERS: Readonly<Record<string, boolean | 'fair'>> = { true: true, fair: 'fair', false: false };

function draw(language: Language): void {
  const t = TEXTS[language];
  const code = location.hash.slice(1);
  const ratings = [5, 4, 3, 2, 1].map((value) => [String(value), String(value)] as const);
  const rating = dropDown('rating', ratings);
  rating.required = false;
  const form = sending(
    [
      radios(
        t.satisfied,
        'satisfied',
        [
          ['true', t.yes],
          ['fair', t.fair],
          ['false', t.no],
        ],
        true,
      ),
      radios(
        t.machine,
        'machineWorks',
        [
          ['true', t.works],
          ['false', t.broken],
        ],
        false,
      ),
      field(t.rating, rating),
      field(t.words, make('textarea', { name: 'words', rows: '4', maxlength: '4000' })),
    ],
    t,
    async (values) => {
      const answer = await ask('/api/portal/revisits', language, {
        code,
        satisfied: ANSWERS[values['satisfied'] ?? 'false'],
        ...(values['machineWorks'] ? { machineWorks: values['machineWorks'] === 'true' } : {}),
        ...(values['rating'] ? { rating: Number(values['rating']) } : {}),
        ...(values['words'] ? { words: values['words'] } : {}),
      });
      if (answer.status !== 200) return refusal(answer, UNKNOWN, language);
      show(t.title, language, draw, make('p', {}, t.thanks));
      return undefined;
    },
  );
  const known = code.length >= 20;
  show(t.title, language, draw, make('p', {}, known ? t.lead : UNKNOWN[language]), known ? form : undefined);
}

draw(firstLanguage());
