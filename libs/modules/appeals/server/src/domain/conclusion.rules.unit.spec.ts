import type { ConcludeAppeal } from '@bihuan/appeals-contract';
import { after, aComplaint, DESK, inState, RECEIVED } from '../test/appeal.builder';
import { atm, telecom } from '../test/section';
import { conclusionOf, handledBefore, missingReportProposal } from './conclusion.rules';
import type { KnownComplaint } from './complaint.state';

const full: ConcludeAppeal = {
  conclusion: 'liable',
  ground: 'error',
  cause: 'internal-process',
  liability: '管理责任',
  tags: ['重复扣费'],
};

const conclude = (
  change: Partial<ConcludeAppeal>,
  complaint: KnownComplaint | null = null,
  section: typeof telecom = telecom,
) =>
  conclusionOf(
    section,
    inState('revisited'),
    { ...full, ...change },
    { complaint, persons: [], by: DESK, now: after(80) },
  );

const refused = (act: () => unknown): object => {
  try {
    act();
  } catch (error) {
    return error as object;
  }
  throw new Error('it was not refused');
};

const field = (pointer: string) => ({ code: 'invalid-input', details: { errors: [{ pointer }] } });

describe('the conclusion of an appeal', () => {
  it.each(['rule-broken', 'service-below-standard', 'management-gap', 'error'])(
    'APL-6a firm liable: %s, first kind of ground',
    (ground) => expect(conclude({ ground }).ground).toBe(ground),
  );

  it.each(['put-off', 'passed-on', 'not-dealt-with'])('APL-6a firm liable: %s, second kind', (ground) =>
    expect(conclude({ ground }).ground).toBe(ground),
  );

  it.each(['report-late', 'report-untrue', 'report-incomplete'])('APL-6a firm liable: %s, third kind', (ground) =>
    expect(conclude({ ground }).ground).toBe(ground),
  );

  it('APL-6a firm liable on no ground of its definition is refused with the list', () => {
    const error = refused(() => conclude({ ground: '用户自己操作不当' })) as {
      details: { errors: { pointer: string; detail: string }[] };
    };
    expect(error).toMatchObject(field('/ground'));
    expect(error.details.errors[0]?.detail).toContain('put-off');
    expect(conclude({ ground: '对用户投诉搪塞' }).ground).toBe('put-off');
  });

  it('APL-6a a report missing at the regulator’s date proposes the third ground, one that is there does not', () => {
    for (const state of ['received', 'dispatched', 'accepted', 'verified', 'planned', 'answered'] as const) {
      expect(missingReportProposal(telecom, inState(state))).toEqual({ conclusion: 'liable', ground: 'report-late' });
    }
    for (const state of ['reported', 'approved', 'replied'] as const) {
      expect(missingReportProposal(telecom, inState(state))).toBeNull();
    }
  });

  it('APL-6b handled beforehand needs a linked complaint concluded within its limit and before the appeal', () => {
    const before = { conclusion: 'handled-before', ground: 'handled-in-time' } as const;
    expect(conclude(before, aComplaint())).toMatchObject({ conclusion: 'handled-before', attribution: 'none' });
    expect(conclude(before, aComplaint({ outcome: 'explained' })).ground).toBe('handled-in-time');
    for (const complaint of [
      null,
      aComplaint({ inTime: false }),
      aComplaint({ outcome: 'not-accepted' }),
      aComplaint({ answeredAt: null, outcome: null, inTime: null }),
      aComplaint({ answeredAt: new Date(RECEIVED.getTime() + 1) }),
    ]) {
      expect(refused(() => conclude(before, complaint))).toMatchObject({
        code: 'no-earlier-handling',
        kind: 'wrong-state',
        details: { state: 'revisited' },
      });
    }
  });

  it('APL-6b RD-45 a customer who did not accept the explanation was not served (办结)', () => {
    expect(handledBefore(aComplaint({ outcome: 'not-accepted' }), RECEIVED)).toBe(false);
    expect(handledBefore(aComplaint({ answeredAt: RECEIVED }), RECEIVED)).toBe(true);
  });

  it('APL-6c withdrawn needs the court or body by name, or that the appellant is not the party', () => {
    const withdrawn = (more: Partial<ConcludeAppeal>) => conclude({ conclusion: 'withdrawn', ...more });
    for (const ground of ['court', 'body']) {
      expect(refused(() => withdrawn({ ground }))).toMatchObject(field('/body'));
      expect(withdrawn({ ground, body: '金水区人民法院' })).toMatchObject({ ground, body: '金水区人民法院' });
    }
    expect(withdrawn({ ground: 'not-the-party' }).ground).toBe('not-the-party');
    expect(refused(() => withdrawn({ ground: '用户不想追究了' }))).toMatchObject(field('/ground'));
  });

  it('APL-6 the customer’s own cause stands on one of its grounds or in words', () => {
    expect(conclude({ conclusion: 'own-cause', ground: 'own-operation' })).toMatchObject({
      ground: 'own-operation',
      groundText: '',
      attribution: 'customer',
    });
    expect(conclude({ conclusion: 'own-cause', ground: '用户借机给他人使用' })).toMatchObject({
      ground: null,
      groundText: '用户借机给他人使用',
    });
  });

  it('APL-6d cause, kind and unit of liability, attribution are filled; a cause the pack has not is refused', () => {
    expect(conclude({})).toMatchObject({
      cause: 'internal-process',
      liability: null,
      liabilityText: '管理责任',
      attribution: 'firm',
      unitId: 'branch',
    });
    expect(conclude({ unitId: 'billing', attribution: 'third-party' })).toMatchObject({
      unitId: 'billing',
      attribution: 'third-party',
    });
    expect(refused(() => conclude({ cause: '天气' }))).toMatchObject(field('/cause'));
    expect(refused(() => conclude({ attribution: 'weather' }))).toMatchObject(field('/attribution'));
  });

  it('APL-6d closing is refused until the tags that the pack requires are filled', () => {
    const demanding = { ...telecom, tagGroups: telecom.tagGroups.map((group) => ({ ...group, required: true })) };
    for (const tags of [[], undefined]) {
      const { tags: _, ...rest } = full;
      const input = tags ? { ...rest, tags } : rest;
      expect(
        refused(() =>
          conclusionOf(demanding, inState('revisited'), input, {
            complaint: null,
            persons: [],
            by: DESK,
            now: after(80),
          }),
        ),
      ).toMatchObject(field('/tags'));
    }
    const group = {
      code: 'kind',
      title: { zh: '类别', en: 'Kind' },
      required: true,
      tags: [{ code: 'billing', title: { zh: '账务', en: 'Billing' } }],
    };
    const listed = { ...telecom, tagGroups: [group] };
    expect(refused(() => conclude({ tags: ['重复扣费'] }, null, listed))).toMatchObject(field('/tags'));
    expect(conclude({ tags: ['账务', 'billing'] }, null, listed).tags).toEqual(['billing']);
    const both = { ...telecom, tagGroups: [group, ...demanding.tagGroups] };
    expect(refused(() => conclude({ tags: ['billing'] }, null, both))).toMatchObject(field('/tags'));
    expect(conclude({ tags: ['billing', '重复扣费'] }, null, both).tags).toEqual(['billing', '重复扣费']);
  });

  it('APL-6d a pack without lists takes words', () => {
    expect(conclude({ cause: '出账规则有误', tags: [] }, null, atm)).toMatchObject({
      cause: null,
      causeText: '出账规则有误',
      tags: [],
    });
  });
});
