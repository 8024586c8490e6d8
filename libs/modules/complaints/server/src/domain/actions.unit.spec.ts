/** What may be done when: the path of each pack, its short edges and its ways back (complaints.md States). */
import { aComplaint, CENTRE, HANDLER, NOW, OFFICER, UNIT } from '../test/complaint.builder';
import { complaintActions, nextStates } from './actions.rules';
import type { Complaint } from './complaint.state';
import { newReport } from './report.rules';

const proposal = {
  id: '40000000-0000-4000-8000-000000000001',
  text: '换件',
  by: HANDLER,
  at: NOW.toISOString(),
  compensation: null,
};
const decision = { text: '同意', by: OFFICER, at: NOW.toISOString(), proposalId: proposal.id };
const revisit = (satisfied: boolean, more = '') => ({
  satisfied,
  proposal: more,
  text: '',
  by: OFFICER,
  at: NOW.toISOString(),
});
const acts = (more: Partial<Complaint>, pack?: string) => complaintActions(aComplaint(more, pack));
const leadOn = (more: Partial<Complaint>, pack?: string) =>
  acts(more, pack).filter((act) =>
    [
      'check',
      'judge',
      'dispatch',
      'investigate',
      'propose',
      'decide',
      'carry-out',
      'answer',
      'take-feedback',
      'revisit',
      'screen',
      'summarise',
      'file',
    ].includes(act),
  );

describe('what may be done with a complaint', () => {
  it('CMP-6 the path leads on step by step; a state that may be passed over opens the next', () => {
    const { procedure } = aComplaint();
    expect(nextStates(procedure, 'registered')).toEqual(['checked']);
    expect(nextStates(procedure, 'carried-out')).toEqual(['answered', 'revisited']);
    expect(nextStates(procedure, 'filed')).toEqual([]);
    expect(nextStates(procedure, 'withdrawn')).toEqual([]);
  });

  it('CMP-8b on the spot and by the centre: an answer from registered and checked, not from the middle', () => {
    expect(leadOn({})).toEqual(['check', 'judge', 'answer']);
    expect(leadOn({ state: 'checked' })).toEqual(['judge', 'dispatch', 'answer']);
    expect(leadOn({ state: 'dispatched', unitId: UNIT }, 'telecom')).toEqual(['investigate']);
  });

  it('CMP-7c CMP-8 the result’s return frees the answer where the pack says so', () => {
    const back = { state: 'dispatched', unitId: UNIT, returnedAt: NOW } as const;
    expect(leadOn(back, 'telecom')).toEqual(['investigate', 'answer']);
    expect(leadOn(back, 'atm-5s4e')).toEqual(['investigate']);
  });

  it('CMP-1b without the signature it stays registered: only to sign, to complete, to look at, to withdraw', () => {
    const held = acts({ needsSignature: true });
    expect(held).toContain('sign');
    expect(held).not.toEqual(expect.arrayContaining(['check']));
    expect(leadOn({ needsSignature: true })).toEqual([]);
    expect(leadOn({ needsSignature: true, signedAt: NOW })).toEqual(['check', 'judge', 'answer']);
  });

  it('CMP-1a what is not filled in may be checked by the centre, which fills it in; nothing else', () => {
    expect(leadOn({ missing: ['kind'] })).toEqual(['check']);
  });

  it('CMP-5 where the pack asks for validity, nothing is dispatched before it was judged valid', () => {
    expect(leadOn({ state: 'checked' }, 'franchise')).toEqual(['judge', 'answer']);
    const validity = { valid: true } as NonNullable<Complaint['validity']>;
    expect(leadOn({ state: 'checked', validity }, 'franchise')).toEqual(['dispatch', 'answer']);
    expect(acts({ state: 'not-valid' }, 'franchise')).toEqual([]);
  });

  it('CMP-6 carrying out waits for the decision; cable-tv may do without proposals, but not past one', () => {
    expect(leadOn({ state: 'proposal', proposals: [proposal] })).toEqual(['propose', 'decide']);
    expect(leadOn({ state: 'decided', proposals: [proposal], decision })).toEqual(['carry-out']);
    expect(leadOn({ state: 'investigating' })).toEqual(['propose']);
    expect(leadOn({ state: 'investigating' }, 'cable-tv')).toEqual(['propose', 'carry-out']);
    expect(leadOn({ state: 'proposal', proposals: [proposal] }, 'cable-tv')).toEqual(['propose', 'decide']);
  });

  it('CMP-6b franchise: feedback, revisit, summary, then the archive', () => {
    expect(leadOn({ state: 'carried-out' }, 'franchise')).toEqual(['answer', 'take-feedback']);
    expect(leadOn({ state: 'feedback-taken' }, 'franchise')).toEqual(['revisit']);
    expect(leadOn({ state: 'revisited', revisit: revisit(true) }, 'franchise')).toEqual(['summarise']);
    expect(leadOn({ state: 'summarised', revisit: revisit(true) }, 'franchise')).toEqual(['file']);
  });

  it('CMP-9 only a satisfied revisit files; CMP-9a a new line waits, CMP-9b the back office screens', () => {
    expect(leadOn({ state: 'revisited', revisit: revisit(true) })).toEqual(['file']);
    expect(leadOn({ state: 'revisited', revisit: revisit(false) })).toEqual([]);
    expect(leadOn({ state: 'revisited', revisit: revisit(false) }, 'telecom')).toEqual(['screen']);
  });

  it('CMP-8d an answer that is not accepted closes the order without a revisit', () => {
    expect(leadOn({ state: 'answered' }, 'telecom')).toEqual(['revisit']);
    expect(leadOn({ state: 'answered', mayBecomeAppeal: true }, 'telecom')).toEqual(['revisit', 'file']);
  });

  it('CMP-4d only 5S4E relays; the head acknowledges what was relayed or dispatched, once', () => {
    expect(acts({})).toContain('relay');
    expect(acts({}, 'telecom')).not.toContain('relay');
    const relay = { unitId: UNIT, by: OFFICER, at: NOW.toISOString(), text: '' };
    expect(acts({ relay, unitId: UNIT })).toContain('acknowledge');
    const acknowledged = { text: '', by: HANDLER, at: NOW.toISOString() };
    expect(acts({ relay, unitId: UNIT, acknowledged })).not.toContain('acknowledge');
    expect(acts({ relay, unitId: UNIT, acknowledged })).not.toContain('relay');
  });

  it('CMP-10 the report is asked for from the handling on, and its copies still arrive when the case is filed', () => {
    const report = newReport('HB1', ['人力公关部', '技术支持']);
    expect(acts({ state: 'carried-out' })).not.toContain('report');
    expect(acts({ state: 'carried-out', report })).toContain('report');
    expect(acts({ state: 'filed', report })).toEqual(['report']);
    const arrived = report.copies.map((copy) => ({ ...copy, arrivedAt: NOW.toISOString(), by: OFFICER }));
    const paper = { text: '', by: HANDLER, at: NOW.toISOString() };
    expect(acts({ state: 'filed', report: { ...report, paper, repairReport: 'attached', copies: arrived } })).toEqual(
      [],
    );
  });

  it('CMP-7 the road’s acts belong to the unit that has it, until it fed back', () => {
    const withUnit = { state: 'investigating', unitId: UNIT } as const;
    expect(acts(withUnit)).toEqual(expect.arrayContaining(['forward', 'raise', 'feed-back', 'note-contact']));
    expect(acts({ ...withUnit, returnedAt: NOW })).not.toContain('forward');
    expect(acts({ unitId: CENTRE })).not.toContain('forward');
  });

  it('CMP-8a a new promise and a progress reply until the answer, not after it', () => {
    expect(acts({ state: 'dispatched', unitId: UNIT })).toEqual(
      expect.arrayContaining(['re-promise', 'progress-reply']),
    );
    expect(acts({ state: 'answered' }, 'telecom')).not.toContain('re-promise');
  });
});
