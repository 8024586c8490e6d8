/** Words for the appraisal module's codes, for pages that mix rooms: kinds, states, stages, actions. */
import type { RoomWords } from '@bihuan/console-kit';

const word = (zh: string, en: string) => ({ zh, en });

export const appraisalWords: RoomWords = {
  kinds: {
    sheet: word('绩效考核表', 'appraisal sheet'),
    proposal: word('考核结果建议', 'proposal after appraisal'),
    period: word('考核月份', 'month of appraisal'),
    sample: word('抽样回访', 'sample call'),
    entry: word('考核记录', 'record of appraisal'),
  },
  states: {
    open: word('待自评', 'open'),
    'self-scored': word('已自评', 'self-scored'),
    'head-scored': word('已评分', 'scored'),
    released: word('已发布', 'released'),
    proposed: word('待决定', 'proposed'),
    agreed: word('同意', 'agreed'),
    rejected: word('不同意', 'rejected'),
    impossible: word('无法落实', 'cannot be done'),
  },
  stages: {
    'self-score': word('自评', 'self score'),
    'head-score': word('部门评分', 'head’s score'),
    release: word('发布', 'release'),
    freeze: word('数据截止', 'records stand'),
    'month-end': word('月末', 'end of the month'),
  },
  actions: {
    'self-score': word('自评', 'Self score'),
    'head-score': word('部门评分', 'Head’s score'),
    release: word('发布', 'Release'),
    decide: word('决定', 'Decide'),
    withdraw: word('撤销', 'Take back'),
    opened: word('建立', 'opened'),
    closed: word('月末截止', 'month closed'),
    frozen: word('数据截止', 'records stand'),
    'self-scored': word('自评', 'self-scored'),
    'head-scored': word('部门评分', 'scored by the head'),
    released: word('发布', 'released'),
    proposed: word('提出', 'proposed'),
    agreed: word('同意', 'agreed'),
    rejected: word('不同意', 'rejected'),
    impossible: word('无法落实', 'cannot be done'),
    'hr-file-exported': word('导出人力文件', 'file for HR exported'),
    'hr-receipt': word('人力回执', 'receipt of HR'),
  },
};
