/** Contact persons and what a case brings upon a branch (APL-8, APL-9). */
import { at, Story, type Body } from '../../test/appeal-story';

let story: Story;

beforeAll(async () => {
  story = await Story.begin('2026-09-17T09:00:00+08:00');
}, 60_000);
afterAll(() => story.app.close());

describe('contact persons and circulations', () => {
  it('APL-9 one contact person and a deputy per branch, two people of that branch', async () => {
    const name = (more: Body) => story.send('POST', '/appeals/contact-persons', { unitId: story.centre, ...more });
    const [contact, deputy] = [story.app.id('henan-appeals'), story.app.id('henan-appeals-deputy')];
    expect((await name({ employeeId: contact, deputyId: contact })).status).toBe(422);
    expect((await name({ employeeId: story.app.id('hubei-appeals'), deputyId: deputy })).status).toBe(422);
    expect((await name({ employeeId: contact })).status).toBe(422);
    const named = await name({ employeeId: contact, deputyId: deputy });
    expect(named).toMatchObject({
      status: 201,
      body: { contact: { name: '宁波' }, deputy: { name: '石磊' }, moved: 0, former: [] },
    });
    expect((await story.app.send('henan-appeals', 'POST', '/appeals/contact-persons', {})).status).toBe(403);
    const { body } = await story.send('GET', '/appeals/contact-persons');
    const lines = body['data'] as { unit: { id: string }; contact: Body | null }[];
    expect(lines.find(({ unit }) => unit.id === story.centre)?.contact).toMatchObject({ name: '宁波' });
    expect(lines.find(({ unit }) => unit.id === story.app.unit('wuhan'))?.contact).toBeNull();
  });

  it('APL-9 a case goes to the contact person; where none is named, to the head; never to nobody', async () => {
    expect((await story.dispatched())['handler']).toMatchObject({ name: '宁波' });
    const hubei = await story.dispatch(await story.receive(), { unitId: story.app.unit('hubei-complaint-centre') });
    expect(hubei['handler']).toMatchObject({ name: '鲁芳' });
    const stranger = await story.send('POST', at(await story.receive(), 'dispatch'), {
      unitId: story.centre,
      assigneeId: story.app.id('hubei-appeals'),
    });
    expect(stranger).toMatchObject({ status: 422, body: { errors: [{ pointer: '/assigneeId' }] } });
  });

  it('APL-9 APL-8 a change moves open cases the same minute with their clocks; a delay within ten days proposes a circulation', async () => {
    const one = await story.dispatched();
    const done = await story.report(await story.dispatched(), 'henan-appeals');
    await story.reply(done);
    const inside = await story.app.act('henan-appeals', at(await story.dispatched(), 'accept'), {
      assigneeId: story.app.id('complaint-clerk'),
    });
    const changed = await story.app.act('regulator-desk', '/appeals/contact-persons', {
      unitId: story.centre,
      employeeId: story.app.id('supervisor'),
      deputyId: story.app.id('henan-appeals-deputy'),
      reason: '岗位调整',
    });
    expect(changed).toMatchObject({
      contact: { name: '赵敏' },
      former: [{ contact: { name: '宁波' }, deputy: { name: '石磊' } }],
    });
    expect(Number(changed['moved'])).toBeGreaterThanOrEqual(1);
    expect((await story.now(one))['handler']).toMatchObject({ name: '赵敏' });
    // Answered already, and dispatched inside to somebody who stays.
    expect((await story.now(done))['handler']).toMatchObject({ name: '宁波' });
    expect((await story.now(inside))['handler']).toMatchObject({ name: '姚琳' });
    const [owner] = await story.app.db.query<{ owner_id: string }[]>(
      "select owner_id from alarms.deadline where subject_id = $1 and stage = 'branch' and state = 'armed'",
      [one['id']],
    );
    expect(owner?.owner_id).toBe(story.app.id('supervisor'));

    await story.app.clock('2026-09-21T09:00:01+08:00');
    const proposed = (await story.now(one))['circulations'] as Body[];
    expect(proposed).toMatchObject([{ ground: 'contact-change', state: 'proposed' }]);
    // Delayed too, but with the person who had it all the time.
    expect((await story.now(inside))['circulations']).toEqual([]);
  });

  it('APL-8 no answer by the regulator’s date proposes the third ground and a circulation, which is decided by name', async () => {
    const one = await story.dispatched({ replyDueAt: '2026-09-22T12:00:00+08:00' });
    const reported = await story.reported({ replyDueAt: '2026-09-22T12:00:00+08:00' });
    const early = await story.reply(await story.reported({ replyDueAt: '2026-09-22T12:00:00+08:00' }));
    await story.app.clock('2026-09-22T12:00:01+08:00');
    const late = await story.now(one);
    expect(late).toMatchObject({
      lateForRegulator: true,
      proposal: { conclusion: 'liable', ground: { code: 'report-late' } },
    });
    expect((late['circulations'] as Body[]).map(({ ground }) => ground)).toContain('late-reply');
    // The report is there: late, but the third ground is not proposed.
    expect(await story.now(reported)).toMatchObject({ lateForRegulator: true, proposal: null });
    expect(await story.now(early)).toMatchObject({ lateForRegulator: false, proposal: null, circulations: [] });

    const { id } = (late['circulations'] as Body[]).find(({ ground }) => ground === 'late-reply') as { id: string };
    const url = `/appeals/circulations/${id}`;
    expect((await story.send('POST', `${url}/decide`, { decision: '通报' })).status).toBe(403);
    const before = await story.app.send('manager', 'GET', url);
    expect(before.body).toMatchObject({ state: 'proposed', allowedActions: ['decide', 'drop'] });
    expect((await story.app.send('manager', 'GET', `${url}/forms/circulation.pdf`)).status).toBe(409);
    const decided = await story.app.act('manager', `${url}/decide`, {
      decision: '通报批评',
      demand: '十日内整改',
      employeeIds: [story.app.id('supervisor')],
      unitIds: [story.centre, story.app.unit('henan'), story.app.unit('hq-customer-service')],
    });
    expect(decided).toMatchObject({
      state: 'decided',
      decidedBy: { name: '高远' },
      basis: expect.stringContaining('超过监管部门'),
      persons: [{ name: '赵敏' }],
    });
    expect((decided['receipts'] as Body[]).map(({ readAt }) => readAt)).toEqual([null, null, null]);
    expect((await story.app.send('manager', 'POST', `${url}/drop`, { reason: '撤回' })).status).toBe(409);

    const inbox = (await story.app.send('hq-head', 'GET', '/notices')).body['data'] as Body[];
    const notice = inbox.find(({ subject }) => JSON.stringify(subject).includes(id));
    await story.app.act('hq-head', `/notices/${String(notice?.['id'])}/read`);
    const read = (await story.app.send('manager', 'GET', url)).body['receipts'] as {
      unit: Body;
      readAt: string | null;
    }[];
    expect(read.filter(({ readAt }) => readAt !== null).map(({ unit }) => unit['name'])).toEqual(['总部客户服务部']);

    const events = await story.app.db.query<{ payload: Body }[]>(
      "select payload from outbox.event where name = 'appeals.liability.decided.v1' and subject_id = $1 order by id",
      [id],
    );
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { unitId: story.centre, employeeId: null, late: true, circulation: true, decidedById: story.app.id('manager') },
      { unitId: story.centre, employeeId: story.app.id('supervisor'), late: true, circulation: true },
    ]);
  });

  it('APL-8 reports sent back twice propose a circulation, once', async () => {
    let one = await story.reported();
    one = await story.act(one, 'send-back', { reason: '事实不清' });
    expect([one['sentBack'], one['circulations']]).toEqual([1, []]);
    await story.report(one, 'supervisor');
    one = await story.act(one, 'send-back', { reason: '仍不清' });
    expect(one).toMatchObject({ sentBack: 2, round: 3, circulations: [{ ground: 'poor-report', state: 'proposed' }] });
    await story.report(one, 'supervisor');
    one = await story.act(one, 'send-back', { reason: '还不清' });
    expect([one['sentBack'], (one['circulations'] as Body[]).length]).toEqual([3, 1]);
    const [{ id } = { id: '' }] = one['circulations'] as { id: string }[];
    const dropped = await story.app.act('manager', `/appeals/circulations/${id}/drop`, { reason: '已当面约谈' });
    expect(dropped).toMatchObject({ state: 'dropped', reason: '已当面约谈', decidedBy: { name: '高远' } });
  });
});
