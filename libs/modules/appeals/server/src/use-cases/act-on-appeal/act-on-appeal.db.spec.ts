/** Branch, headquarters and entries (APL-3, APL-4, APL-5, APL-10). */
import { randomUUID } from 'node:crypto';
import { at, Story, type Body } from '../../test/appeal-story';

let story: Story;

beforeAll(async () => {
  story = await Story.begin('2026-09-17T09:00:00+08:00');
}, 60_000);
afterAll(() => story.app.close());

describe('branch and headquarters', () => {
  it('APL-3 SYS-72 a report without evidence or explanation is 422; evidence must be an upload of the reporter', async () => {
    const one = await story.dispatched();
    await story.app.act('supervisor', at(one, 'accept'));
    await story.app.act('supervisor', at(one, 'verify'), { text: '核实' });
    await story.app.act('supervisor', at(one, 'plan'), { text: '退费' });
    await story.app.act('supervisor', at(one, 'answer'), { text: '已答复' });
    const send = (body: Body) => story.app.send('supervisor', 'POST', at(one, 'report'), body);
    expect(await send({ text: '报告' })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/evidence' }] } });
    expect((await send({ text: '报告', evidence: [randomUUID()] })).status).toBe(422);
    const strange = await story.app.upload('hubei-supervisor');
    expect((await send({ text: '报告', evidence: [strange] })).status).toBe(422);
    expect((await story.now(one))['state']).toBe('answered');
    expect((await send({ text: '报告', explanation: '录音已过保存期' })).status).toBe(200);
    expect((await send({ text: '报告', explanation: '再报' })).status).toBe(409);
  });

  it('APL-4 APL-5 SYS-73 no reply and no letter before approval: 409 with state and allowed actions', async () => {
    const one = await story.reported();
    const early = await story.send('POST', at(one, 'reply'));
    expect(early).toMatchObject({ status: 409, body: { state: 'reported', code: 'wrong-state' } });
    expect(early.body['allowedActions']).toEqual(expect.arrayContaining(['approve', 'send-back']));
    for (const form of ['appeal-letter', 'appeal-report']) {
      expect((await story.send('GET', at(one, `forms/${form}.pdf`))).status).toBe(409);
      expect((await story.send('POST', at(one, `forms/${form}/prints`))).status).toBe(409);
    }
    expect((await story.app.send('supervisor', 'POST', at(one, 'approve'))).status).toBe(403);
  });

  it('APL-5 SYS-74 a filing gets its number, makes the case a key case, and takes its receipt', async () => {
    const one = await story.receive();
    expect((await story.send('GET', at(one, 'forms/appeal-record-filing.pdf'))).status).toBe(409);
    const nothing = await story.send('POST', at(one, 'enter-receipt'), { text: '收文' });
    expect(nothing.status).toBe(422);
    const filed = await story.act(one, 'report-for-record', {
      to: '省通信管理局',
      text: '重复扣费，媒体关注',
      approvedBy: story.app.id('deputy'),
    });
    expect(filed).toMatchObject({
      state: 'received',
      keyCase: true,
      filings: [{ to: '省通信管理局', approvedBy: { name: '徐慧' }, receipt: null }],
    });
    const [{ number } = { number: '' }] = filed['filings'] as { number: string }[];
    expect(number).toMatch(/^BB2026\d{4}$/);
    const received = await story.act(one, 'enter-receipt', { filing: number, text: '收文 18 号' });
    expect(received['filings']).toMatchObject([{ number, receipt: { text: '收文 18 号' } }]);
  });

  it('APL-10 the principles are shown with every case', async () => {
    const principles = (await story.receive())['principles'] as { code: string; title: { zh: string } }[];
    expect(principles.map(({ code }) => code)).toEqual(['keep-promises', 'correct-faults', 'guide', 'clarify']);
    expect(principles[0]?.title.zh).toContain('有诺必践');
  });
});
