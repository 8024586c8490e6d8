/** Words for kinds, states and actions of the reporting module, for lists that mix rooms. */
import type { RoomWords } from '@bihuan/console-kit';

const word = (zh: string, en: string) => ({ zh, en });

export const reportingWords: RoomWords = {
  kinds: {
    report: word('定期报表', 'scheduled report'),
    period: word('统计月', 'month of figures'),
    'flow-sheet': word('流转抽查表', 'flow sheet'),
    'flow-check': word('流转抽查', 'check of the flow'),
  },
  states: {
    sent: word('已发送', 'sent'),
    'not-deployed': word('模块未部署', 'module not deployed'),
    failed: word('生成失败', 'failed'),
    waiting: word('待发送', 'to be sent'),
    closed: word('已关账', 'closed'),
    open: word('未关账', 'open'),
  },
  stages: {
    report: word('定期报表', 'scheduled report'),
    close: word('月度关账', 'closing of the month'),
  },
  actions: {
    send: word('发送', 'send'),
    sent: word('已发送', 'sent'),
    failed: word('生成失败', 'failed'),
    close: word('关账', 'close'),
    closed: word('已关账', 'closed'),
    'flow-sample-drawn': word('抽取样本', 'sample drawn'),
    'flow-checked': word('抽查判定', 'way checked'),
    entered: word('录入基数', 'base figures entered'),
  },
};
