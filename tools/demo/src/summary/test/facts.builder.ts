/** A small day as the server would tell it: an answered call, one without an answer, a nuisance call and two forms. */
import type { ContactView, ProblemFormView } from '@bihuan/hotline-contract';
import type { RevisitTaskView } from '@bihuan/revisit-contract';
import type { Call, Outcome } from '../../check/call';
import type { Fate } from '../../plan/fate';
import { fateOf } from '../../plan/fate';
import type { Printed } from '../../papers/print-papers';
import type { CallFacts, Facts } from '../facts';

const fate = (change: Partial<Fate>): Fate => ({
  ...fateOf('seed', 1),
  way: 'in-time',
  callBack: 'satisfied',
  ...change,
});

function callOf(row: number, outcome: Outcome): Call {
  return {
    row,
    line: row + 1,
    at: new Date(Date.UTC(2026, 8, 17, 1, row)),
    officer: '01',
    channel: 'phone',
    phone: '',
    name: '',
    site: '',
    summary: '吞卡',
    category: outcome === 'nuisance' ? 'nuisance' : 'technical',
    outcome,
    agreed: true,
  };
}

/** Only what is counted stands in the views. */
const view = <T>(fields: Partial<T>): T => fields as T;

const plainCall = (row: number, outcome: Outcome, contact: Partial<ContactView>): CallFacts => ({
  played: { call: callOf(row, outcome), contactId: `c${row}` },
  contact: view<ContactView>({ channel: 'phone', ...contact }),
});

const formCall = (row: number, number: string, change: Partial<Fate>, form: Partial<ProblemFormView>): CallFacts => ({
  played: { call: callOf(row, 'form'), contactId: `c${row}`, form: { id: number, number, fate: fate(change) } },
  contact: view<ContactView>({ channel: 'phone', state: 'concluded', conclusion: 'problem-form' }),
  form: view<ProblemFormView>({
    state: 'concluded',
    category: 'technical',
    round: 1,
    returns: 0,
    customerAgreed: true,
    ...form,
  }),
  chases: { made: 0, done: 0 },
  breaches: [],
});

const reached = {
  way: 'phone' as const,
  at: '2026-09-18T01:00:00Z',
  by: { id: 'e', name: '林晓燕' },
  reached: true,
  text: '',
};

const task = (number: string, attempts: RevisitTaskView['attempts']): RevisitTaskView =>
  view<RevisitTaskView>({ number, state: 'done', attempts });

/** A day that adds up. */
export const soundDay = (): { facts: Facts; papers: Printed[] } => ({
  facts: {
    calls: [
      plainCall(1, 'answered', { state: 'concluded', conclusion: 'first-contact' }),
      plainCall(2, 'awaiting-customer', { state: 'concluded', conclusion: 'no-answer' }),
      plainCall(3, 'nuisance', { state: 'nuisance', conclusion: null }),
      {
        ...formCall(4, '2026091701001', { way: 'late', lateDays: 1 }, {}),
        chases: { made: 2, done: 2 },
        breaches: ['result'],
      },
      formCall(5, '2026091701002', { way: 'dissatisfied', callBack: 'not-satisfied' }, { round: 3 }),
    ],
    contactsListed: 5,
    tasks: [task('2026091701001', [reached]), task('2026091701002', [reached, reached])],
    tally: { strokes: 4, nuisance: 1, phoneContacts: 5 },
    phoneChannels: ['phone'],
  },
  papers: [
    { form: 'problem-form', file: 'a.pdf', pages: 1 },
    { form: 'problem-form', file: 'b.pdf', pages: 2 },
    { form: 'acceptance-record', file: 'c.pdf', pages: 1 },
    { form: 'acceptance-record', file: 'd.pdf', pages: 1 },
  ],
});
