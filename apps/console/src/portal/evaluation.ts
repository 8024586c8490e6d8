/** The customer evaluates a service without a log-in: number, last four digits, item, two scores, remark (RVT-8). */
import type { EvaluationOffer } from './evaluation-offer';
import { ask, dropDown, field, firstLanguage, make, refusal, sending, show, textField, type Language } from './dom';

const PATH = '/api/portal/evaluations';

const TEXTS = {
  zh: {
    title: '客服评价',
    lead: '请对我们的服务打分，每个项目每月一次；同月再次评定以最后一次为准。',
    number: '单号',
    lastFour: '登记电话后四位',
    item: '评定项目',
    project: '项目名称（可不填）',
    technicalLevel: '您认为技术水平（分）',
    attitude: '您认为服务态度（分）',
    remark: '您对本月服务有何意见或建议',
    submit: '确定',
    reset: '取消',
    thanks: '谢谢您的评价！',
    replaced: '谢谢！已替换您本月先前的评价。',
    off: '目前没有开放评价。',
  },
  en: {
    title: 'Evaluate our service',
    lead: 'Give us your scores, once a month for each project; a later one in the month replaces the earlier one.',
    number: 'Number of your matter',
    lastFour: 'Last four digits of your phone',
    item: 'What you evaluate',
    project: 'Project (optional)',
    technicalLevel: 'Technical level (score)',
    attitude: 'Attitude (score)',
    remark: 'Your remarks or suggestions for this month',
    submit: 'Send',
    reset: 'Clear',
    thanks: 'Thank you for your evaluation!',
    replaced: 'Thank you! It replaces your earlier one of this month.',
    off: 'Evaluation is not open at present.',
  },
} as const;

const UNKNOWN = {
  zh: '没有找到：请核对单号和电话后四位。',
  en: 'Not found: please check the number and the last four digits.',
};

function draw(language: Language, offer: EvaluationOffer): void {
  const t = TEXTS[language];
  const turn = (to: Language): void => draw(to, offer);
  const scores = [...offer.scores].reverse().map((score) => [String(score), String(score)] as const);
  const items = offer.items.map(({ code, title }) => [code, title[language]] as const);
  const form = sending(
    [
      field(t.number, textField('number', { required: '', maxlength: '60' })),
      field(
        t.lastFour,
        textField('lastFour', { required: '', inputmode: 'numeric', pattern: '[0-9]{4}', maxlength: '4' }),
      ),
      field(t.item, dropDown('item', items)),
      field(t.project, textField('project', { maxlength: '200' })),
      field(t.technicalLevel, dropDown('technicalLevel', scores)),
      field(t.attitude, dropDown('attitude', scores)),
      field(t.remark, make('textarea', { name: 'remark', rows: '4', maxlength: '2000' })),
    ],
    t,
    async ({ technicalLevel, attitude, ...rest }) => {
      const body = { ...rest, technicalLevel: Number(technicalLevel), attitude: Number(attitude) };
      const answer = await ask(PATH, language, body);
      if (answer.status !== 201) return refusal(answer, UNKNOWN, language);
      const { replaced } = answer.body as { replaced: boolean };
      show(t.title, language, turn, make('p', {}, replaced ? t.replaced : t.thanks));
      return undefined;
    },
  );
  show(`${offer.company[language]} · ${t.title}`, language, turn, make('p', {}, t.lead), form);
}

async function start(): Promise<void> {
  const language = firstLanguage();
  const { status, body } = await ask(PATH, language);
  if (status === 200) draw(language, body as EvaluationOffer);
  else {
    const off = (to: Language): void => show(TEXTS[to].title, to, off, make('p', {}, TEXTS[to].off));
    off(language);
  }
}

void start();
