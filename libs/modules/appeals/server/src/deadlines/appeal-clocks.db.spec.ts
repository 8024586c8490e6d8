/** The five clocks of a case (APL-1, APL-2, APL-2a, DLN-3, DLN-4). */
import { at, clock, Story, type Body } from '../test/appeal-story';

let story: Story;

beforeAll(async () => {
  story = await Story.begin('2026-09-22T12:00:00+08:00');
}, 60_000);
afterAll(() => story.app.close());

describe('the clocks of a case', () => {
  it('APL-2 APL-2a SYS-71 five clocks on one case: 24, 96, 48 hours, seven working days, the regulator’s own date', async () => {
    // Tuesday 22 September, 12:00; Friday 25 to Sunday 27 are Mid-Autumn, from 1 October National Day, 20 September is worked.
    const one = await story.receive({ replyDueAt: '2026-10-20T12:00:00+08:00' });
    const start = Date.parse(String(one['receivedAt']));
    const hours = (iso: unknown) => (Date.parse(String(iso)) - start) / 3_600_000;
    expect((one['clocks'] as Body[]).map(({ stage, state }) => [stage, state])).toEqual([
      ['desk', 'armed'],
      ['branch', 'waiting'],
      ['headquarters', 'waiting'],
      ['outer', 'armed'],
      ['regulator', 'armed'],
    ]);
    expect(['desk', 'branch', 'headquarters'].map((stage) => hours(clock(one, stage)['dueAt']))).toEqual([
      24, 120, 168,
    ]);
    expect(hours(clock(one, 'outer')['dueAt'])).toBeGreaterThanOrEqual(168);
    expect(clock(one, 'regulator')['dueAt']).toBe('2026-10-20T04:00:00.000Z');
    await story.app.clock('2026-09-22T18:00:00+08:00');
    await story.dispatch(one);
    await story.app.clock('2026-09-23T18:00:00+08:00');
    const reported = await story.report(one, 'supervisor');
    const lines = reported['clocks'] as Body[];
    expect(lines.map(({ state }) => state)).toEqual(['met', 'met', 'armed', 'armed', 'armed']);
    expect(lines.slice(0, 3).map(({ limitSeconds }) => Number(limitSeconds) / 3600)).toEqual([24, 96, 48]);
    expect(clock(reported, 'branch')).toMatchObject({ actualSeconds: 24 * 3600, late: false, lower: false });
    const replied = await story.reply(one);
    expect((replied['clocks'] as Body[]).map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met', 'met']);
    expect(replied['lateForRegulator']).toBe(false);
  });

  it('APL-2a DLN-4 VIP and gravity get 24 hours at the branch and 24 at headquarters', async () => {
    for (const more of [{ level: 'vip' }, { gravity: ['court'] }]) {
      const one = await story.reported(more);
      expect(['branch', 'headquarters'].map((stage) => clock(one, stage))).toMatchObject([
        { limitSeconds: 24 * 3600, lower: true },
        { limitSeconds: 24 * 3600, lower: true },
      ]);
    }
  });

  it('APL-1 SYS-71 the regulator’s earlier date shortens the stages that would end after it, and marks them', async () => {
    const replyDueAt = '2026-09-25T18:00:00+08:00';
    const one = await story.receive({ replyDueAt });
    expect((one['clocks'] as Body[]).filter((line) => line['shortened']).map(({ stage }) => stage)).toEqual([
      'branch',
      'headquarters',
      'outer',
    ]);
    const sent = await story.dispatch(one);
    expect(clock(sent, 'branch')).toMatchObject({ shortened: true, dueAt: new Date(replyDueAt).toISOString() });
    expect(clock(sent, 'desk')).toMatchObject({ shortened: false });
    expect(sent['dueAt']).toBe(new Date(replyDueAt).toISOString());
  });

  it('APL-1 DLN-3 a date the regulator gives later cuts what runs; no stage is promised beyond it; he may move it', async () => {
    const one = await story.dispatched();
    const promise = (body: Body) => story.send('POST', at(one, 're-promise'), { reason: '来函', ...body });
    const given = await promise({ stage: 'regulator', dueAt: '2026-09-25T12:00:00+08:00' });
    expect(given.status).toBe(200);
    expect(given.body['replyDueAt']).toBe('2026-09-25T04:00:00.000Z');
    expect(['branch', 'outer'].map((stage) => clock(given.body, stage))).toMatchObject([
      { dueAt: '2026-09-25T04:00:00.000Z', shortened: true },
      { dueAt: '2026-09-25T04:00:00.000Z', shortened: true },
    ]);
    expect(await promise({ dueAt: '2026-09-25T12:00:01+08:00' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/dueAt', code: 'after-regulator-date' }] },
    });
    expect((await promise({ stage: 'regulator', dueAt: '2026-09-30T12:00:00+08:00' })).status).toBe(200);
    const longer = await promise({ dueAt: '2026-09-28T12:00:00+08:00' });
    expect(clock(longer.body, 'branch')['dueAt']).toBe('2026-09-28T04:00:00.000Z');
    expect((await promise({ stage: 'headquarters', dueAt: '2026-09-29T12:00:00+08:00' })).status).toBe(409);
  });

  it('APL-1 APL-6a a date that was missed and given anew is judged by the new one', async () => {
    const one = await story.dispatched({ replyDueAt: '2026-09-23T18:30:00+08:00' });
    await story.app.clock('2026-09-23T18:31:00+08:00');
    expect(await story.now(one)).toMatchObject({ lateForRegulator: true, proposal: { conclusion: 'liable' } });
    const given = await story.act(one, 're-promise', {
      stage: 'regulator',
      dueAt: '2026-09-29T18:00:00+08:00',
      reason: '监管部门同意延期',
    });
    expect(given).toMatchObject({ lateForRegulator: null, proposal: null, replyDueAt: '2026-09-29T10:00:00.000Z' });
    await story.report(one);
    expect((await story.reply(one))['lateForRegulator']).toBe(false);
  });

  it('APL-2 a case dispatched again keeps what is left of the branch’s time', async () => {
    const one = await story.dispatched();
    const due = clock(one, 'branch')['dueAt'];
    await story.app.clock('2026-09-23T20:00:00+08:00');
    const again = await story.dispatch(one, { unitId: story.app.unit('hubei-complaint-centre') });
    expect([again['state'], clock(again, 'branch')['dueAt'], (again['unit'] as Body)['name']]).toEqual([
      'dispatched',
      due,
      '湖北省投诉处理中心',
    ]);
  });

  it('APL-4 DLN-3 a report sent back gives the branch its whole limit again and ends headquarters’ clock', async () => {
    const one = await story.reported();
    const back = await story.act(one, 'send-back', { reason: '证据不足' });
    expect(back['state']).toBe('accepted');
    expect(clock(back, 'headquarters')['state']).toBe('cancelled');
    expect(clock(back, 'branch')).toMatchObject({ state: 'armed', limitSeconds: 96 * 3600 });
    const rounds = back['rounds'] as Body[];
    expect(rounds).toHaveLength(2);
    expect(rounds[0]).toMatchObject({ review: { approved: false, text: '证据不足' } });
  });

  it('APL-2 warns at nine tenths and tells who has the stage', async () => {
    const one = await story.receive();
    const warnAt = String(clock(one, 'desk')['warnAt']);
    expect(Date.parse(warnAt) - Date.parse(String(one['receivedAt']))).toBe(0.9 * 24 * 3_600_000);
    await story.app.clock(warnAt);
    const { body } = await story.send('GET', '/notices');
    const told = (body['data'] as Body[]).filter(({ subject }) => JSON.stringify(subject).includes(String(one['id'])));
    expect(JSON.stringify(told)).toContain(String(one['number']));
    expect(JSON.stringify(told)).not.toContain('王建国');
  });
});
