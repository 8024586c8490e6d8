/** The summary adds up for a sound day, and says what does not for any other. */
import type { Printed } from '../papers/print-papers';
import { countDay } from './count';
import type { CallFacts, Facts } from './facts';
import { tallyOn } from './facts';
import { soundDay } from './test/facts.builder';

const count = ({ facts, papers }: { facts: Facts; papers: readonly Printed[] }) =>
  countDay(facts, papers, (at) => at.slice(0, 10));

/** Equations that do not hold after a change of the sound day. */
function broken(change: (facts: Facts) => Partial<Facts>, papers = soundDay().papers): string[] {
  const { facts } = soundDay();
  const { proofs } = count({ facts: { ...facts, ...change(facts) }, papers });
  return proofs.filter(({ holds }) => !holds).map(({ en }) => en);
}

const calls = (facts: Facts, at: number, change: (call: CallFacts) => Partial<CallFacts>): Partial<Facts> => ({
  calls: facts.calls.map((call, index) => (index === at ? { ...call, ...change(call) } : call)),
});

test('npm run demo: a sound day adds up, and its rows are named by line and number', () => {
  const summary = count(soundDay());
  expect(summary.proofs.filter(({ holds }) => !holds)).toEqual([]);
  expect(summary.contacts).toEqual({ 'first-contact': 1, 'no-answer': 1, nuisance: 1, 'problem-form': 2 });
  expect(summary.rows.late).toEqual([{ line: 5, number: '2026091701001' }]);
  expect(summary.rows.revisitNotSatisfied).toEqual([{ line: 6, number: '2026091701002' }]);
  expect(summary.papers).toEqual({ total: 4, pages: 5, byForm: { 'acceptance-record': 2, 'problem-form': 2 } });
});

test('npm run demo: every figure that is wrong breaks an equation', () => {
  expect(broken(() => ({ contactsListed: 6 }))).toEqual(['calls = contacts of the day']);
  expect(broken(() => ({ tally: { strokes: 3, nuisance: 1, phoneContacts: 5 } }))).toEqual([
    'strokes + nuisance = phone contacts',
  ]);
  expect(broken(() => ({ tally: { strokes: 3, nuisance: 1, phoneContacts: 4 } }))).toEqual([
    'phone contacts = contacts by phone',
  ]);
  expect(broken((facts) => calls(facts, 1, ({ contact }) => ({ contact: { ...contact, state: 'open' } })))).toEqual([
    'calls = answered + awaiting + forms + nuisance',
    'awaiting = concluded without an answer',
  ]);
  expect(broken((facts) => calls(facts, 3, () => ({ breaches: [] })))).toEqual(['late = planned late']);
  expect(broken((facts) => calls(facts, 4, () => ({ breaches: ['contact-customer'] })))).toEqual([
    'clocks that ran out = late results',
  ]);
  expect(broken((facts) => calls(facts, 3, () => ({ chases: { made: 2, done: 1 } })))).toEqual([
    'chases = chases done',
  ]);
  expect(broken((facts) => ({ tasks: facts.tasks.slice(1) }))).toEqual(['revisits = concluded forms']);
  expect(broken(() => ({}), soundDay().papers.slice(1))).toEqual(['form 1 = problem forms']);
});

test('NUM-1 a gap in an officer’s numbers is found', () => {
  const skip = (facts: Facts) =>
    calls(facts, 4, ({ played }) => ({
      played: { ...played, ...(played.form ? { form: { ...played.form, number: '2026091701003' } } : {}) },
    }));
  expect(broken(skip)).toEqual(['numbers without a gap']);
});

test('HOT-11 the proof line is read from the sheet itself', () => {
  const line =
    '<tr><th>正字登记次数</th><td class="number">222</td><th>骚扰及误拨</th><td>38</td><th>当日电话总数</th><td>260</td></tr>';
  expect(tallyOn(`<style>.a { width: 9 }</style>${line}`)).toEqual({ strokes: 222, nuisance: 38, phoneContacts: 260 });
  expect(tallyOn('<p>something else</p>')).toBeUndefined();
});
