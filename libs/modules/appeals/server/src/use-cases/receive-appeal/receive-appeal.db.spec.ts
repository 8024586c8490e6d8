/** Taking appeals in: numbers, codes, who may, the queue, the earlier complaint (APL-1, APL-2b, IDN-2). */
import { randomUUID } from 'node:crypto';
import { complaintReopened } from '@bihuan/events';
import { Publisher } from '@bihuan/outbox';
import { Erasers } from '@bihuan/privacy';
import { at, Story, type Body } from '../../test/appeal-story';
import { appealsApp, type AppealsApp } from '../../test/appeals-app';

let story: Story;

beforeAll(async () => {
  story = await Story.begin('2026-09-17T09:00:00+08:00');
}, 60_000);
afterAll(() => story.app.close());

describe('intake of appeals', () => {
  it('APL-1 SYS-70 takes an appeal in with its number and keeps everything the regulator said', async () => {
    const view = await story.receive({ keyCase: true, channel: 'phone', gravity: ['media'], filed: false });
    expect(view).toMatchObject({
      number: expect.stringMatching(/^SS20260917\d{4}$/),
      state: 'received',
      version: 1,
      regulator: { code: 'ministry-centre', title: { zh: '部申诉受理中心' } },
      filed: false,
      keyCase: true,
      business: { code: 'internet' },
      nature: { code: 'charges' },
      gravity: [{ code: 'media' }],
      desk: { name: '宋佳' },
      allowedActions: ['dispatch', 'link', 'report-for-record', 'enter-receipt', 're-promise', 'note'],
    });
    expect(await story.now(view)).toEqual(view);
  });

  it('APL-1 SYS-70 a case number is unique with its regulator: 422 that names the case, also for two at the same time', async () => {
    const caseNumber = '消协[2026]7号';
    const first = await story.receive({ caseNumber });
    const second = await story.send('POST', '/appeals/appeals', story.intake({ caseNumber }));
    expect(second).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/caseNumber', code: 'case-number-taken' }] },
    });
    expect(JSON.stringify(second.body)).toContain(String(first['number']));
    expect((await story.receive({ caseNumber, regulator: 'consumers-association' }))['state']).toBe('received');

    const both = await Promise.all(
      [1, 2].map(() => story.send('POST', '/appeals/appeals', story.intake({ caseNumber: '同时[2026]1号' }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it.each([
    ['regulator', { regulator: 'weather-bureau' }],
    ['business', { business: 'mobile' }],
    ['nature', { nature: 'weather' }],
    ['channel', { channel: 'pigeon' }],
    ['gravity', { gravity: ['boredom'] }],
    ['level', { level: 'emperor' }],
    ['complaintId', { complaintId: randomUUID() }],
    ['customerId', { customerId: randomUUID() }],
    ['replyDueAt', { replyDueAt: '2026-09-17T08:59:00+08:00' }],
    ['receivedAt', { receivedAt: '2027-01-01T00:00:00+08:00' }],
    ['regulators', { regulators: 'x' }],
  ])('APL-1 %s that makes no sense is 422 at its place, and nothing is taken in', async (field, wrong) => {
    const before = await story.app.db.query<{ n: number }[]>('select count(*)::int as n from appeals.appeal');
    const answer = await story.send('POST', '/appeals/appeals', story.intake(wrong));
    expect([answer.status, JSON.stringify(answer.body['errors'])]).toEqual([422, expect.stringContaining(`/${field}`)]);
    expect(await story.app.db.query('select count(*)::int as n from appeals.appeal')).toEqual(before);
  });

  it('APL-1 original documents go with the case, those of somebody else are refused', async () => {
    const document = await story.app.upload('regulator-desk');
    const one = await story.receive({ documents: [document] });
    expect(one['documents']).toEqual([document]);
    const subject = `appeals:appeal:${String(one['id'])}`;
    const files = (await story.send('GET', `/attachments?filter[subject]=${subject}`)).body['data'] as Body[];
    expect(files.map(({ id }) => id)).toEqual([document]);
    const strange = await story.app.upload('agent');
    const refused = await story.send('POST', '/appeals/appeals', story.intake({ documents: [strange] }));
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/documents/0' }] } });
  });

  it('IDN-2 who may not take appeals in is refused, and another branch sees nothing of a case', async () => {
    expect((await story.app.send('agent', 'POST', '/appeals/appeals', story.intake())).status).toBe(403);
    const one = await story.dispatched();
    expect((await story.app.send('wuhan-clerk', 'GET', at(one))).status).toBe(404);
    expect((await story.app.send('wuhan-clerk', 'POST', at(one, 'accept'))).status).toBe(404);
    expect((await story.app.send('henan-appeals', 'GET', at(one))).status).toBe(200);
  });

  it('APL-2b the desk’s queue goes by importance, then gravity, then the due time', async () => {
    const regulator = 'provincial-consumers-association';
    const take = async (more: Body) => String((await story.receive({ regulator, ...more }))['number']);
    const plain = await take({});
    const media = await take({ gravity: ['media'] });
    const vip = await take({ level: 'vip' });
    const vipCourt = await take({ level: 'vip', gravity: ['court'] });
    const sooner = await take({ replyDueAt: '2026-09-17T20:00:00+08:00' });
    const queue = async (size: number): Promise<string[]> => {
      const seen: string[] = [];
      for (let next: string | undefined = ''; next !== undefined;) {
        const { body } = await story.app.send(
          'regulator-desk',
          'GET',
          `/appeals/appeals?filter[regulator]=${regulator}&page[size]=${size}${next && `&page[after]=${next}`}`,
        );
        seen.push(...(body['data'] as Body[]).map(({ number }) => String(number)));
        next = (body['page'] as { next?: string }).next;
      }
      return seen;
    };
    expect(await queue(50)).toEqual([vipCourt, vip, media, sooner, plain]);
    expect(await queue(2)).toEqual(await queue(50));
  });

  it('APL-1 SYS-70 is proposed by phone and matter from what the complaints module told, and linked', async () => {
    const [alike, other] = [
      await story.complaint({ outcome: 'solved' }),
      await story.complaint({ matter: '漫游资费不清楚' }),
    ];
    await story.complaint({ phone: '13999999999' });
    const asked = await story.app.act('regulator-desk', '/appeals/appeals/candidates', {
      phone: '13812345678',
      matter: '宽带包年费用被重复扣收',
    });
    const ids = (asked['data'] as Body[]).map(({ complaintId }) => complaintId);
    expect([ids[0], ids.includes(other)]).toEqual([alike, true]);
    expect((asked['data'] as Body[])[0]).toMatchObject({ reasons: ['phone', 'matter'], handledBefore: true });

    const one = await story.receive();
    const offered = (await story.send('GET', at(one, 'candidates'))).body['data'] as Body[];
    expect(offered[0]).toMatchObject({ complaintId: alike });
    const linked = await story.act(one, 'link', { complaintId: alike });
    expect(linked).toMatchObject({ state: 'received', complaint: { complaintId: alike, outcome: 'solved' } });
    const [event] = await story.app.db.query<{ payload: object }[]>(
      "select payload from outbox.event where name = 'appeals.appeal.linked.v1' and subject_id = $1",
      [one['id']],
    );
    expect(event?.payload).toMatchObject({ number: one['number'], complaintId: alike });
    expect((await story.send('POST', at(one, 'link'), { complaintId: randomUUID() })).status).toBe(422);
  });

  it('APL-6b a complaint that was reopened is not concluded any more, until it is answered again', async () => {
    const id = await story.complaint({ outcome: 'solved' });
    const [{ key_id: keyId } = { key_id: '' }] = await story.app.db.query<{ key_id: string }[]>(
      'select key_id from appeals.known_complaint where id = $1',
      [id],
    );
    await story.app.run((tx) =>
      story.app.app
        .get(Publisher)
        .publish(
          tx,
          complaintReopened,
          { module: 'complaints', kind: 'complaint', id },
          { number: 'TS', round: 2, keyId },
          null,
        ),
    );
    const one = await story.receive();
    await story.settle();
    const linked = await story.act(one, 'link', { complaintId: id });
    expect(linked['complaint']).toMatchObject({ outcome: null, answeredAt: null, handledBefore: false });
  });

  it('CUS-5 erasing a customer takes phone and matter of his complaints out', async () => {
    const customerId = randomUUID();
    const id = await story.complaint({ phone: '13777777777', matter: '金丝雀的话' });
    const erased = await story.app.run(async (tx) => {
      await tx.query(
        `update privacy.data_key set customer_id = $1 where id = (select key_id from appeals.known_complaint where id = $2)`,
        [customerId, id],
      );
      return story.app.app.get(Erasers).get('appeals-entries')?.erase(tx, customerId);
    });
    expect(erased).toBe(1);
    expect(await story.app.db.query('select phone, matter from appeals.known_complaint where id = $1', [id])).toEqual([
      { phone: '', matter: '' },
    ]);
  });
});

describe('a house without lists of its own', () => {
  let house: AppealsApp;
  beforeAll(async () => {
    house = await appealsApp('2026-09-17T09:00:00+08:00', 'atm-5s4e');
  }, 60_000);
  afterAll(() => house.close());

  it('APL-1 APL-6d takes regulator, classes, cause and liability in words; desk and handler may be one person', async () => {
    const words = { regulator: '市场监督管理局', business: 'ATM', nature: '维修不及时' };
    const one = await house.act('regulator-desk', '/appeals/appeals', { ...story.intake(), ...words });
    expect(one).toMatchObject({ regulator: { code: '市场监督管理局', title: { zh: '市场监督管理局' } } });
    const go = (act: string, body: Body = {}) => house.act('regulator-desk', at(one, act), body);
    expect(await go('dispatch', { unitId: house.unit('user-service') })).toMatchObject({ handler: { name: '吴海峰' } });
    await go('accept');
    await go('verify', { text: '核实' });
    await go('plan', { text: '上门' });
    await go('answer', { text: '已答复' });
    await go('report', { text: '报告', explanation: '无书面材料' });
    await go('approve');
    await go('reply');
    await go('revisit', { satisfied: true });
    const done = await go('conclude', {
      conclusion: 'own-cause',
      ground: '用户误操作',
      cause: '未按说明书操作',
      liability: '无责任',
    });
    expect(done).toMatchObject({
      state: 'concluded',
      concluded: {
        ground: null,
        groundText: '用户误操作',
        causeText: '未按说明书操作',
        liabilityText: '无责任',
        tags: [],
      },
    });
  });
});
