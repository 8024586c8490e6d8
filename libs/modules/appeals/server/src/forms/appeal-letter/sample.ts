/** The letter that goes with the sample report: drives the preview and the golden test. */
import { appealReportSample } from '../appeal-report/sample';
import type { AppealLetterPaper } from './appeal-letter.form';

const { unitName, number, regulator, caseNumber, appellant, matter, answer } = appealReportSample;

export const appealLetterSample: AppealLetterPaper = {
  unitName,
  number,
  regulator,
  caseNumber,
  appellant,
  matter,
  opinion: '经查，用户反映重复扣费属实。我公司已全额退还重复扣收费用 1200 元，补偿一个月使用费，并向用户致歉。',
  answer: { text: answer.text, way: answer.way, at: answer.at },
  evidence: 3,
  at: '2026-09-22T09:00:00+08:00',
};
