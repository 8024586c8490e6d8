/** What may happen to a contact, and what counts as first-contact resolution (HOT-2, HOT-5, HOT-16, RD-44). */
import { CONTACT_STATES } from '@bihuan/hotline-contract';
import { aContact, TAKEN } from '../test/contact.builder';
import {
  answered,
  awaiting,
  concluded,
  contactActions,
  demandContactAction,
  handedOver,
  nuisance,
  reopened,
} from './contact.decide';
import { isFirstContactResolution, needsForm, settlesAtOnce } from './contact.rules';

const DAY = 86_400_000;
const later = (days: number) => new Date(TAKEN.getTime() + days * DAY);
const answer = (understood: boolean, satisfied: boolean) => ({ text: '请换卡', understood, satisfied });

describe('an answer given at once', () => {
  it.each([
    [true, true, 'concluded'],
    [true, false, 'open'],
    [false, true, 'open'],
    [false, false, 'open'],
  ])('HOT-5a understood %s, satisfied %s: the contact is %s', (understood, satisfied, state) => {
    const given = answered(aContact(), answer(understood, satisfied), TAKEN);
    expect(settlesAtOnce({ understood, satisfied })).toBe(state === 'concluded');
    expect(given).toMatchObject({ state, understood, satisfied, answer: '请换卡' });
    expect(given.conclusion).toBe(state === 'concluded' ? 'first-contact' : null);
    // 'No' opens a problem form.
    expect(needsForm(given, 0)).toBe(state === 'open');
  });

  it('HOT-5a once the form is made it is not asked for again, nor before anything was answered', () => {
    expect(needsForm(answered(aContact(), answer(true, false), TAKEN), 1)).toBe(false);
    expect(needsForm(aContact(), 0)).toBe(false);
  });
});

describe('a customer who has to test', () => {
  it('HOT-5b waits with the advice he was given; a later call reopens the contact', () => {
    const waiting = awaiting(aContact(), '请重启后回复');
    expect(waiting).toMatchObject({ state: 'awaiting-customer', answer: '请重启后回复' });
    expect(awaiting(waiting, undefined).answer).toBe('请重启后回复');
    // He called while it waited: it was never concluded, so nothing was reopened for the indicator.
    expect(reopened(waiting, later(1))).toMatchObject({ state: 'open', firstReopenedAt: null });
  });

  it('HOT-5b RD-44 silent for 24 hours counts as solved at first contact, unless he calls within 7 days', () => {
    const silent = concluded(awaiting(aContact(), '请重启'), 'no-answer', later(1));
    expect(isFirstContactResolution(silent, 7)).toBe(true);
    const reopenedAfter = (days: number) => isFirstContactResolution(reopened(silent, later(1 + days)), 7);
    expect([reopenedAfter(1), reopenedAfter(7), reopenedAfter(7.001), reopenedAfter(8)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    // What happens after the window does not take it back.
    const again = concluded(reopened(silent, later(9)), 'officer', later(10));
    expect(isFirstContactResolution(again, 7)).toBe(true);
    // The window is the pack's.
    expect(isFirstContactResolution(reopened(silent, later(4)), 2)).toBe(true);
  });

  it('HOT-5b RD-44 only answers and silence count: not the officer’s word, nor a problem form', () => {
    for (const [conclusion, counts] of [
      ['first-contact', true],
      ['no-answer', true],
      ['officer', false],
      ['problem-form', false],
    ] as const) {
      expect([conclusion, isFirstContactResolution(concluded(aContact(), conclusion, TAKEN), 7)]).toEqual([
        conclusion,
        counts,
      ]);
    }
    expect(isFirstContactResolution(aContact(), 7)).toBe(false);
  });
});

describe('states', () => {
  it('HOT-1b whatever was concluded or closed can be opened again, so that nobody stays without an answer', () => {
    for (const state of ['concluded', 'nuisance'] as const) {
      expect(contactActions(aContact({ state }), 0)).toEqual(['reopen']);
    }
    expect(reopened(concluded(aContact(), 'officer', TAKEN), later(1))).toMatchObject({
      state: 'open',
      firstReopenedAt: later(1),
    });
  });

  it('HOT-2 SYS-01 an open contact goes to a named person; no action leaves it to nobody', () => {
    expect(handedOver(aContact(), 'agent2')).toMatchObject({ ownerId: 'agent2', takenById: 'agent' });
    for (const state of CONTACT_STATES) {
      for (const action of contactActions(aContact({ state }), 0)) expect(action).not.toMatch(/delete|drop|release/);
    }
  });

  it('HOT-2 with an open problem form the contact goes with the form: only its owner changes', () => {
    expect(contactActions(aContact(), 1)).toEqual(['problem-form', 'hand-over']);
    expect(() => demandContactAction(aContact(), 1, 'conclude')).toThrow(
      expect.objectContaining({
        kind: 'wrong-state',
        details: { state: 'open', allowedActions: ['problem-form', 'hand-over'] },
      }),
    );
    expect(() => demandContactAction(aContact(), 0, 'conclude')).not.toThrow();
  });

  it('HOT-16 a nuisance call is closed under its own category, and its end is kept where it was known', () => {
    expect(nuisance(aContact(), later(1))).toMatchObject({
      state: 'nuisance',
      category: 'nuisance',
      endedAt: later(1),
    });
    expect(nuisance(aContact({ endedAt: TAKEN }), later(1)).endedAt).toBe(TAKEN);
  });
});
